import { type DataTable, Then } from '@cucumber/cucumber';
import { loadContract } from '../support/contract/contract';
import { completeFields } from '../support/contract/secrets';
import { type Aggregate, aggregate } from '../support/suite/language/aggregates';
import type { Condition } from '../support/suite/language/conditions';
import { lines, readFieldTable, unmetConditions } from '../support/suite/language/field-table';
import { fieldAt } from '../support/suite/language/fields';
import { firstOutOfOrder, listAt, numbersOf, type Order, repeatedValue } from '../support/suite/language/lists';
import { items, type Quantity } from '../support/suite/language/quantities';
import { show } from '../support/suite/language/show';
import type { DumontWorld } from '../support/world';

/** A long list in which every item is wrong tells no more by all of them than by some. */
const MOST_SHOWN = 10;

// Um campo da resposta, pelo caminho com pontos: E o campo "config.gcp_zone" é "europe-west1-b"
Then('o campo {string} {condição}', function (this: DumontWorld, path: string, condition: Condition) {
  const unmet = unmetConditions(this.commands.reply, [{ path, condition }], this.memory);
  if (unmet.length > 0) throw new Error(`${unmet[0]}.`);
});

// Vários campos de uma vez, numa tabela campo / condição: E a resposta tem:
Then('a resposta tem:', function (this: DumontWorld, table: DataTable) {
  const unmet = unmetConditions(this.commands.reply, readFieldTable(table), this.memory);
  if (unmet.length > 0) throw new Error(`a resposta não é a esperada:${lines(unmet)}`);
});

// Quantas linhas tem um texto da resposta: E o campo "logs" tem 2 linhas
Then('o campo {string} tem {int} linha(s)', function (this: DumontWorld, path: string, wanted: number) {
  const text = fieldAt(this.commands.reply, path, this.memory);
  if (typeof text !== 'string') throw new Error(`o campo "${path}" deveria ser um texto, mas é ${show(text)}.`);
  const found = text.split('\n').filter((line) => line.trim() !== '').length;
  if (found !== wanted)
    throw new Error(`o campo "${path}" deveria ter ${wanted} ${wanted === 1 ? 'linha' : 'linhas'}, mas tem ${found}.`);
});

// Cada campo que o contrato promete veio e está preenchido: E a resposta traz todos os campos
Then('a resposta traz todos os campos', function (this: DumontWorld) {
  const operation = loadContract().operation(this.commands.operationId);
  const fields = completeFields(operation);
  if (fields.length === 0) throw new Error(`o contrato não diz quais campos são todos os de ${operation.id}.`);
  const missing = fields.filter((field) => fieldAt(this.commands.reply, field, this.memory) == null);
  if (missing.length > 0) throw new Error(`a resposta deveria trazer todos os campos, mas faltam: ${missing.join(', ')}.`);
});

// Quantos itens a lista tem: E a lista "predictions_24h" tem 24 itens
Then('a lista {string} tem {quantidade}', function (this: DumontWorld, path: string, quantity: Quantity) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  if (!quantity.accepts(length)) throw new Error(`a lista "${path}" deveria ter ${quantity.text}, mas tem ${length}.`);
});

// Tantos itens quanto o número anotado: E a lista "rankings" tem <gpus> itens
Then('a lista {string} tem {memória} itens', function (this: DumontWorld, path: string, placeholder: string) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  const wanted = this.memory.recall(placeholder);
  if (length !== wanted)
    throw new Error(
      `a lista "${path}" deveria ter tantos itens quanto <${placeholder}>, que é ${show(wanted)}, mas tem ${length}.`,
    );
});

// A lista existe e não tem nada: E a lista "rankings" está vazia
Then('a lista {string} está vazia', function (this: DumontWorld, path: string) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  if (length > 0) throw new Error(`a lista "${path}" deveria estar vazia, mas tem ${items(length)}.`);
});

// Algum item da lista atende a todas as linhas da tabela: E a lista "orphans" tem um item com:
Then('a lista {string} tem um item com:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const unmet = listAt(this.commands.reply, path, this.memory).map((item) => unmetConditions(item, rows, this.memory));
  if (unmet.some((each) => each.length === 0)) return;
  const [nearest] = unmet.sort((one, other) => one.length - other.length);
  const why = nearest ? `; o que mais se aproxima não serve: ${nearest.join('; ')}` : ': a lista está vazia';
  throw new Error(`nenhum item da lista "${path}" atende à tabela${why}.`);
});

// Itens que atendem à tabela, contados contra um número anotado: E a lista "offers" tem no máximo <achadas> itens com:
Then(
  'a lista {string} tem no máximo {memória} itens com:',
  function (this: DumontWorld, path: string, limit: string, table: DataTable) {
    const rows = readFieldTable(table);
    const most = this.memory.recall(limit);
    if (typeof most !== 'number') throw new Error(`<${limit}> deveria ser um número, mas é ${show(most)}.`);
    const list = listAt(this.commands.reply, path, this.memory);
    const { length } = list.filter((item) => unmetConditions(item, rows, this.memory).length === 0);
    if (length > most)
      throw new Error(`a lista "${path}" deveria ter no máximo ${items(most)} com o que a tabela diz, mas tem ${length}.`);
  },
);

// Cada item da lista, que não pode estar vazia, atende à tabela: E cada item da lista "offers" tem:
Then('cada item da lista {string} tem:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const list = listAt(this.commands.reply, path, this.memory);
  if (list.length === 0) throw new Error(`cada item da lista "${path}" deveria atender à tabela, mas a lista está vazia.`);
  const unmet = list.flatMap((item, index) =>
    unmetConditions(item, rows, this.memory).map((each) => `item ${index + 1}: ${each}`),
  );
  if (unmet.length === 0) return;
  const shown = unmet.slice(0, MOST_SHOWN);
  const more = unmet.length > shown.length ? [`e mais ${unmet.length - shown.length}`] : [];
  throw new Error(`nem todo item da lista "${path}" é o esperado:${lines([...shown, ...more])}`);
});

// Nenhum item da lista, que pode estar vazia, atende a todas as linhas da tabela: E nenhum item da lista "agents" tem:
Then('nenhum item da lista {string} tem:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const found = listAt(this.commands.reply, path, this.memory).find(
    (item) => unmetConditions(item, rows, this.memory).length === 0,
  );
  if (found !== undefined)
    throw new Error(`nenhum item da lista "${path}" deveria atender à tabela, mas este atende: ${show(found)}.`);
});

// A ordem da lista por um campo numérico: E a lista "offers" está em ordem crescente de "dph_total"
Then(
  'a lista {string} está em ordem {ordem} de {string}',
  function (this: DumontWorld, path: string, order: Order, field: string) {
    const numbers = numbersOf(listAt(this.commands.reply, path, this.memory), field, this.memory);
    const index = firstOutOfOrder(numbers, order);
    if (index !== null) {
      throw new Error(
        `a lista "${path}" deveria estar em ordem ${order} de "${field}", mas o item ${index + 1} (${numbers[index]}) vem depois de ${numbers[index - 1]}.`,
      );
    }
  },
);

// Nenhum valor aparece duas vezes: E a lista "predictions_24h" não repete "hour_utc"
Then('a lista {string} não repete {string}', function (this: DumontWorld, path: string, field: string) {
  const repeated = repeatedValue(listAt(this.commands.reply, path, this.memory), field, this.memory);
  if (repeated)
    throw new Error(
      `a lista "${path}" não deveria repetir "${field}", mas ${show(repeated.value)} aparece ${repeated.times} vezes.`,
    );
});

// O menor, o maior, a soma ou a média de um campo da lista: E a soma de "savings" da lista "gpu_breakdown" é <economia_total>
Then(
  '{agregado} {string} da lista {string} {condição}',
  function (this: DumontWorld, kind: Aggregate, field: string, path: string, condition: Condition) {
    const list = listAt(this.commands.reply, path, this.memory);
    const wanted = `${kind} "${field}" da lista "${path}" deveria ${condition.explain(this.memory)}`;
    if (list.length === 0) throw new Error(`${wanted}, mas a lista está vazia.`);
    const value = aggregate(kind, numbersOf(list, field, this.memory));
    if (!condition.holds(value, this.memory)) throw new Error(`${wanted}, mas é ${value}.`);
  },
);
