import { type DataTable, Given, Then } from '@cucumber/cucumber';
import { expectThat } from '../support/suite/language/expectation';
import { lines, readFieldTable, sentencesOf, sidesOf, unmetConditions } from '../support/suite/language/field-table';
import { awaiting, readying } from '../support/suite/promises/step-kinds';
import { type AccountView, demandOnlyChanges } from '../support/suite/resources/account-views';
import { comparing } from '../support/suite/resources/comparisons';
import { demandSameInList } from '../support/suite/resources/details';
import { type Resource, whatItHas } from '../support/suite/resources/resource';
import type { Situation } from '../support/suite/resources/situations';
import { snapshot } from '../support/suite/resources/snapshot';
import { waitForState, waitUntilGone } from '../support/suite/resources/waiting';
import type { DumontWorld } from '../support/world';

// Cria o que o cenário precisa e guarda o número: Dado que já tenho a instância <instance_id> pausada
Given('(que )(já )tenho {recurso} {situação}', async function (this: DumontWorld, resource: Resource, situation: Situation) {
  demandSituation(resource, situation);
  await resource.prepare(situation, this.client);
});

// Aluga uma oferta que já se escolheu: E que já tenho a instância <instance_id> em execução, na oferta <ID>
Given(
  '(que )(já )tenho {recurso} {situação}, na oferta {memória}',
  async function (this: DumontWorld, resource: Resource, situation: Situation, offer: string) {
    demandSituation(resource, situation);
    await resource.prepare(situation, this.client, { offer });
  },
);

// Tira um snapshot de uma instância que já se tem: E que já tenho o snapshot <snapshot_id> da instância <instance_id>
Given(
  '(que )(já )tenho o snapshot {memória} da instância {memória}',
  async function (this: DumontWorld, placeholder: string, instance: string) {
    await snapshot(placeholder).prepare('guardado', this.client, { instance });
  },
);

// Dá a um segundo usuário algo que não é da conta do cenário, e guarda o número: Dado que existe a instância <alheia> de outro usuário
Given('(que )existe {recurso} de outro usuário', async function (this: DumontWorld, resource: Resource) {
  await (await this.otherUser()).receive(resource);
});

// Nada do segundo usuário mudou, surgiu ou sumiu: E o que é do outro usuário continua como estava
Then('o que é do outro usuário continua como estava', async function (this: DumontWorld) {
  const { changes, ...sides } = await (await this.otherUser()).compareBelongings();
  expectThat(changes.length === 0, `o que é do outro usuário deveria continuar como estava, mas ${changes.join('; ')}.`, sides);
});

// Espera até o produto mostrar o estado: E a instância <instance_id> fica pausada
Then(awaiting('{recurso} fica {situação}'), async function (this: DumontWorld, resource: Resource, situation: Situation) {
  demandSituation(resource, situation);
  await waitForState(resource, situation, this.client);
});

// Espera por um estado que o comando não promete e de que os próximos precisam: E espero a instância <instance_id> ficar em execução
Then(readying('espero {recurso} ficar {situação}'), async function (this: DumontWorld, resource: Resource, situation: Situation) {
  demandSituation(resource, situation);
  await waitForState(resource, situation, this.client);
});

// Olha uma vez, para o que não pode ter mudado: E a instância <instance_id> ainda está em execução
Then('{recurso} ainda está {situação}', async function (this: DumontWorld, resource: Resource, situation: Situation) {
  demandSituation(resource, situation);
  const seen = await resource.look(this.client);
  expectThat(
    resource.isIn(situation, seen),
    `${resource.written} ainda deveria estar ${situation}, mas o que se vê é: ${seen.state}.`,
    { expected: situation, actual: seen.state },
  );
});

// Olha uma vez e confere os campos: E a instância <cpu_id> tem:
Then('{recurso} tem:', async function (this: DumontWorld, resource: Resource, table: DataTable) {
  const rows = readFieldTable(table);
  const { exists, state, item } = await resource.look(this.client);
  const seen = exists ? `o que se vê é: ${state}` : 'não existe';
  expectThat(item !== undefined, `${resource.written} deveria existir, mas ${seen}.`);
  const unmet = unmetConditions(item, rows, this.memory);
  expectThat(unmet.length === 0, `${resource.written} não é como deveria:${lines(sentencesOf(unmet))}`, sidesOf(unmet));
});

// Procura pelo número na lista que o último comando mostrou: E a instância <instance_id> aparece na lista com:
Then('{recurso} aparece na lista com:', function (this: DumontWorld, resource: Resource, table: DataTable) {
  const found = resource.findInList(this.commands.reply, this.memory);
  const { listName, list, item } = found;
  expectThat(list !== undefined, `a resposta não tem a lista "${listName}".`);
  expectThat(item !== undefined, `${resource.written} deveria aparecer na lista "${listName}"${whatItHas(found)}.`);
  const unmet = unmetConditions(item, readFieldTable(table), this.memory);
  expectThat(unmet.length === 0, `${resource.written} não é como deveria na lista:${lines(sentencesOf(unmet))}`, sidesOf(unmet));
});

// Os detalhes que o último comando mostrou são os da lista, fora as medições: E a instância <instance_id> aparece igual na lista
Then('{recurso} aparece igual na lista', async function (this: DumontWorld, resource: Resource) {
  await demandSameInList(resource, this.commands.reply as Readonly<Record<string, unknown>>, this.client);
});

// O número não está na lista que o último comando mostrou: E a instância <instance_id> não aparece na lista
Then('{recurso} não aparece na lista', function (this: DumontWorld, resource: Resource) {
  const { listName, list, item } = resource.findInList(this.commands.reply, this.memory);
  expectThat(list !== undefined, `a resposta não tem a lista "${listName}".`);
  expectThat(item === undefined, `${resource.written} não deveria aparecer na lista "${listName}", mas aparece.`);
});

// Espera até o produto não ter mais nada dele: E a instância <instance_id> deixa de existir
Then(awaiting('{recurso} deixa de existir'), async function (this: DumontWorld, resource: Resource) {
  await waitUntilGone(resource, this.client);
});

// Nada a mais, a menos ou diferente do que antes do comando: E minhas instâncias continuam as mesmas · E meus snapshots continuam os mesmos
Then(comparing('{acervo} continuam os/as mesmos/mesmas'), async function (this: DumontWorld, view: AccountView) {
  await demandOnlyChanges(view, {}, this.accountBefore(view), this.client);
});

// Um a mais, e nada mais: E minhas instâncias só ganham a instância <new_instance_id>
Then(comparing('{acervo} só ganham {recurso}'), async function (this: DumontWorld, view: AccountView, gained: Resource) {
  await demandOnlyChanges(view, { gained: [gained] }, this.accountBefore(view), this.client);
});

// Um a menos, e nada mais: E meus snapshots só perdem o snapshot <snapshot_id>
Then(comparing('{acervo} só perdem {recurso}'), async function (this: DumontWorld, view: AccountView, lost: Resource) {
  await demandOnlyChanges(view, { lost: [lost] }, this.accountBefore(view), this.client);
});

// Um no lugar do outro: E minhas instâncias só perdem a instância <instance_id> e ganham a instância <cpu_id>
Then(
  comparing('{acervo} só perdem {recurso} e ganham {recurso}'),
  async function (this: DumontWorld, view: AccountView, lost: Resource, gained: Resource) {
    await demandOnlyChanges(view, { lost: [lost], gained: [gained] }, this.accountBefore(view), this.client);
  },
);

function demandSituation(resource: Resource, situation: Situation): void {
  if (resource.situations.includes(situation)) return;
  throw new Error(
    `não se diz que ${resource.written} está "${situation}"; o que se pode dizer: ${resource.situations.join(', ')}.`,
  );
}
