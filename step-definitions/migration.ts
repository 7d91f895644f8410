import { Given } from '@cucumber/cucumber';
import type { MigrationStep } from '../support/suite/language/migration-steps';
import type { DumontWorld } from '../support/world';

// Faz a próxima migração parar no meio, o que só o sandbox sabe fazer: Mas a próxima migração falha ao restaurar os dados
Given('(que )a próxima migração falha ao {etapa}', async function (this: DumontWorld, step: MigrationStep) {
  const { email } = await this.account();
  await this.client.control.failMigration(email, step);
});
