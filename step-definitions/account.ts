import { Given } from '@cucumber/cucumber';
import type { AccountClient } from '../support/suite/resources/account-client';
import { type Dependency, type DependencyState, setDependencyState } from '../support/suite/targets/dependencies';
import { loseRequirement, meetRequirement, type RequirementName } from '../support/suite/targets/requirements';
import type { DumontWorld } from '../support/world';

// Confere o que o documento pede da conta: E que a conta tem saldo
Given('(que )a conta tem {requisito}', async function (this: DumontWorld, requirement: RequirementName) {
  const shortfall = await meetRequirement(requirement, accountOf(this));
  if (shortfall?.kind === 'skip') return this.skip('requirement', shortfall.reason);
  if (shortfall) this.remark(shortfall.reason);
  return undefined;
});

// Tira algo da conta, o que só o sandbox sabe fazer: Mas a conta está sem saldo
Given('(que )a conta está sem {requisito}', async function (this: DumontWorld, requirement: RequirementName) {
  await loseRequirement(requirement, { ...accountOf(this), cleanups: this.cleanups });
});

// Confere que não há instância alguma, o que só numa conta própria se pode garantir: E que a conta não tem nenhuma instância
Given('(que )a conta não tem nenhuma instância', async function (this: DumontWorld) {
  const { body } = await this.client.look('listInstances');
  const { count } = body as { count?: number };
  if (count === 0) return undefined;
  const some = count === 1 ? '1 instância' : `${count} instâncias`;
  return this.skip('requirement', `a conta tem ${some}; o cenário precisa de uma conta sem nenhuma.`);
});

// Põe em apuros algo de que a plataforma depende, até o fim do cenário: Dado que a Vast.ai está fora do ar · Dado que a GCP está degradada
Given('(que ){dependência} está {avaria}', async function (this: DumontWorld, dependency: Dependency, state: DependencyState) {
  await setDependencyState(dependency, state, { control: this.client.control, cleanups: this.cleanups });
});

function accountOf({ client, scenario }: DumontWorld): { client: AccountClient; hasOwnAccount: boolean } {
  return { client, hasOwnAccount: scenario.hasOwnAccount };
}
