import { Given } from '@cucumber/cucumber';
import type { DumontWorld } from '../support/world';

// Deixa o tempo passar só para a conta do cenário, o que só o sandbox sabe fazer: E que se passaram 10 horas
Given('(que )se passaram {int} horas', async function (this: DumontWorld, hours: number) {
  const { email } = await this.account();
  await this.control.passTime(email, hours);
});
