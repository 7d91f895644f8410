import { Given } from '@cucumber/cucumber';
import type { DumontWorld } from '../support/world';

const HOURS_PER_DAY = 24;

/** The history that the sandbox gives an account ends yesterday. */
const DAYS_SINCE_LAST_USE = 1;

// Deixa o tempo passar só para a conta do cenário, o que só o sandbox sabe fazer: E que se passaram 10 horas
Given('que se passaram {int} horas', async function (this: DumontWorld, hours: number) {
  await passTime(this, hours);
});

// O mesmo, em dias: E que se passaram 60 dias
Given('que se passaram {int} dias', async function (this: DumontWorld, days: number) {
  await passTime(this, days * HOURS_PER_DAY);
});

// Deixa o histórico de uso envelhecer: Dado que o último uso foi há 4 dias
Given('que o último uso foi há {int} dias', async function (this: DumontWorld, days: number) {
  await passTime(this, (days - DAYS_SINCE_LAST_USE) * HOURS_PER_DAY);
});

async function passTime(world: DumontWorld, hours: number): Promise<void> {
  if (hours === 0) return;
  const { email } = await world.account();
  await world.client.control.passTime(email, hours);
}
