import { Given, Then } from '@cucumber/cucumber';
import { loadContract } from '../support/contract/contract';
import { expectThat } from '../support/suite/language/expectation';
import { fieldAt, fieldsBeside } from '../support/suite/language/fields';
import { listAt } from '../support/suite/language/lists';
import { noting } from '../support/suite/promises/step-kinds';
import type { Offer } from '../support/suite/resources/offers';
import type { DumontWorld } from '../support/world';

// Guarda um campo da resposta para os próximos passos: E anoto o campo "id" como <instance_id>
Then(noting('anoto o campo {string} como {memória}'), function (this: DumontWorld, path: string, placeholder: string) {
  const other = noteOtherName(this, path, placeholder);
  expectThat(other === null, `o campo "${path}" deveria estar preenchido, mas está ausente: o que o traz é "${other}".`);
  noteField.call(this, path, placeholder);
});

// O mesmo, numa preparação: E que anotei o campo "estimated_cost" como <custo_8b>
Given('(que )anotei o campo {string} como {memória}', noteField);

// Guarda um campo da oferta mais barata entre as que acabaram de ser listadas: E anoto o "id" da oferta mais barata como <ID>
Then(
  noting('anoto o {string} da oferta mais barata como {memória}'),
  function (this: DumontWorld, field: string, placeholder: string) {
    const offers = listAt(this.commands.reply, 'offers', this.memory) as readonly Offer[];
    const [cheapest] = [...offers].sort((one, other) => one.dph_total - other.dph_total || one.id - other.id);
    expectThat(cheapest !== undefined, 'a lista "offers" está vazia: não há oferta mais barata.');
    store(this, placeholder, fieldAt(cheapest, field, this.memory), field, cheapest);
  },
);

function noteField(this: DumontWorld, path: string, placeholder: string): void {
  const body = this.commands.replyOrPrepared;
  store(this, placeholder, fieldAt(body, path, this.memory), path, body);
}

/**
 * A resource that was created under an id of another name (`snapshot_id` for `id`) is there all the same: the name is to fail this step only.
 * @returns the other name, or null where nothing of the kind was created
 */
function noteOtherName({ commands, memory }: DumontWorld, path: string, placeholder: string): string | null {
  const { reply: body, operationId } = commands;
  if (fieldAt(body, path, memory) !== undefined) return null;
  const { creates } = loadContract().operation(operationId);
  const created = creates.find(({ id, resource }) => id === path && placeholder === `${resource}_id`);
  const other = path === 'id' ? placeholder : 'id';
  const value = created && fieldAt(body, other, memory);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  memory.store(placeholder, value, commands.latestWritten);
  return other;
}

function store(world: DumontWorld, placeholder: string, value: unknown, field: string, body: unknown): void {
  const beside = fieldsBeside(body, field, world.memory);
  expectThat(value !== undefined && value !== null, `não há o que anotar: o campo "${field}" está ausente ou vazio (${beside}).`);
  world.memory.store(placeholder, value, world.commands.latestWritten);
}
