import { type DataTable, Then } from '@cucumber/cucumber';
import { loadContract } from '../support/contract/contract';
import { completeFields } from '../support/contract/secrets';
import { type Aggregate, aggregate } from '../support/suite/language/aggregates';
import type { Condition } from '../support/suite/language/conditions';
import { expectThat } from '../support/suite/language/expectation';
import { lines, readFieldTable, sentencesOf, sidesOf, unmetConditions } from '../support/suite/language/field-table';
import { fieldAt } from '../support/suite/language/fields';
import { firstOutOfOrder, inOrder, listAt, numbersOf, type Order, repeatedValue } from '../support/suite/language/lists';
import { items, type Quantity } from '../support/suite/language/quantities';
import { show } from '../support/suite/language/show';
import type { DumontWorld } from '../support/world';

/** A long list in which every item is wrong tells no more by all of them than by some. */
const MOST_SHOWN = 10;

// Um campo da resposta, pelo caminho com pontos: E o campo "config.gcp_zone" é "europe-west1-b"
Then('o campo {string} {condição}', function (this: DumontWorld, path: string, condition: Condition) {
  const unmet = unmetConditions(this.commands.reply, [{ path, condition }], this.memory);
  const [first] = unmet;
  expectThat(first === undefined, `${first?.sentence}.`, first);
});

// Vários campos de uma vez, numa tabela campo / condição: E a resposta tem:
Then('a resposta tem:', function (this: DumontWorld, table: DataTable) {
  const unmet = unmetConditions(this.commands.reply, readFieldTable(table), this.memory);
  expectThat(unmet.length === 0, `a resposta não é a esperada:${lines(sentencesOf(unmet))}`, sidesOf(unmet));
});

// Quantas linhas tem um texto da resposta: E o campo "logs" tem 2 linhas
Then('o campo {string} tem {int} linha(s)', function (this: DumontWorld, path: string, wanted: number) {
  const text = fieldAt(this.commands.reply, path, this.memory);
  expectThat(typeof text === 'string', `o campo "${path}" deveria ser um texto, mas é ${show(text)}.`);
  const found = text.split('\n').filter((line) => line.trim() !== '').length;
  const lineOrLines = wanted === 1 ? 'linha' : 'linhas';
  const sides = { expected: wanted, actual: found };
  expectThat(found === wanted, `o campo "${path}" deveria ter ${wanted} ${lineOrLines}, mas tem ${found}.`, sides);
});

// Cada campo que o contrato promete veio e está preenchido: E a resposta traz todos os campos
Then('a resposta traz todos os campos', function (this: DumontWorld) {
  const operation = loadContract().operation(this.commands.operationId);
  const fields = completeFields(operation);
  if (fields.length === 0) throw new Error(`o contrato não diz quais campos são todos os de ${operation.id}.`);
  const missing = fields.filter((field) => fieldAt(this.commands.reply, field, this.memory) == null);
  const sides = { expected: fields, actual: fields.filter((field) => !missing.includes(field)) };
  expectThat(missing.length === 0, `a resposta deveria trazer todos os campos, mas faltam: ${missing.join(', ')}.`, sides);
});

// Quantos itens a lista tem: E a lista "predictions_24h" tem 24 itens
Then('a lista {string} tem {quantidade}', function (this: DumontWorld, path: string, quantity: Quantity) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  const sides = { expected: quantity.text, actual: length };
  expectThat(quantity.accepts(length), `a lista "${path}" deveria ter ${quantity.text}, mas tem ${length}.`, sides);
});

// Tantos itens quanto o número anotado: E a lista "rankings" tem <gpus> itens
Then('a lista {string} tem {memória} itens', function (this: DumontWorld, path: string, placeholder: string) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  const wanted = this.memory.recall(placeholder);
  expectThat(
    length === wanted,
    `a lista "${path}" deveria ter tantos itens quanto <${placeholder}>, que é ${show(wanted)}, mas tem ${length}.`,
    { expected: wanted, actual: length },
  );
});

// A lista existe e não tem nada: E a lista "rankings" está vazia
Then('a lista {string} está vazia', function (this: DumontWorld, path: string) {
  const { length } = listAt(this.commands.reply, path, this.memory);
  expectThat(length === 0, `a lista "${path}" deveria estar vazia, mas tem ${items(length)}.`, { expected: 0, actual: length });
});

// Algum item da lista atende a todas as linhas da tabela: E a lista "orphans" tem um item com:
Then('a lista {string} tem um item com:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const unmet = listAt(this.commands.reply, path, this.memory).map((item) => unmetConditions(item, rows, this.memory));
  if (unmet.some((each) => each.length === 0)) return;
  const [nearest] = unmet.sort((one, other) => one.length - other.length);
  const why = nearest ? `; o que mais se aproxima não serve: ${sentencesOf(nearest).join('; ')}` : ': a lista está vazia';
  expectThat(false, `nenhum item da lista "${path}" atende à tabela${why}.`, nearest && sidesOf(nearest));
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
    expectThat(
      length <= most,
      `a lista "${path}" deveria ter no máximo ${items(most)} com o que a tabela diz, mas tem ${length}.`,
      { expected: `no máximo ${items(most)}`, actual: length },
    );
  },
);

// Cada item da lista, que não pode estar vazia, atende à tabela: E cada item da lista "offers" tem:
Then('cada item da lista {string} tem:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const list = listAt(this.commands.reply, path, this.memory);
  expectThat(list.length > 0, `cada item da lista "${path}" deveria atender à tabela, mas a lista está vazia.`);
  const unmet = list.flatMap((item, index) =>
    unmetConditions(item, rows, this.memory).map((each) => ({
      ...each,
      path: `${path}.${index}.${each.path}`,
      sentence: `item ${index + 1}: ${each.sentence}`,
    })),
  );
  const shown = unmet.slice(0, MOST_SHOWN);
  const more = unmet.length > shown.length ? [`e mais ${unmet.length - shown.length}`] : [];
  const told = lines([...sentencesOf(shown), ...more]);
  expectThat(unmet.length === 0, `nem todo item da lista "${path}" é o esperado:${told}`, sidesOf(shown));
});

// Nenhum item da lista, que pode estar vazia, atende a todas as linhas da tabela: E nenhum item da lista "agents" tem:
Then('nenhum item da lista {string} tem:', function (this: DumontWorld, path: string, table: DataTable) {
  const rows = readFieldTable(table);
  const found = listAt(this.commands.reply, path, this.memory).find(
    (item) => unmetConditions(item, rows, this.memory).length === 0,
  );
  expectThat(found === undefined, `nenhum item da lista "${path}" deveria atender à tabela, mas este atende: ${show(found)}.`);
});

// A ordem da lista por um campo numérico: E a lista "offers" está em ordem crescente de "dph_total"
Then(
  'a lista {string} está em ordem {ordem} de {string}',
  function (this: DumontWorld, path: string, order: Order, field: string) {
    const numbers = numbersOf(listAt(this.commands.reply, path, this.memory), field, this.memory);
    const index = firstOutOfOrder(numbers, order);
    if (index === null) return;
    expectThat(
      false,
      `a lista "${path}" deveria estar em ordem ${order} de "${field}", mas o item ${index + 1} (${numbers[index]}) vem depois de ${numbers[index - 1]}.`,
      { expected: inOrder(numbers, order), actual: numbers },
    );
  },
);

// Nenhum valor aparece duas vezes: E a lista "predictions_24h" não repete "hour_utc"
Then('a lista {string} não repete {string}', function (this: DumontWorld, path: string, field: string) {
  const repeated = repeatedValue(listAt(this.commands.reply, path, this.memory), field, this.memory);
  expectThat(
    repeated === null,
    `a lista "${path}" não deveria repetir "${field}", mas ${show(repeated?.value)} aparece ${repeated?.times} vezes.`,
  );
});

// O menor, o maior, a soma ou a média de um campo da lista: E a soma de "savings" da lista "gpu_breakdown" é <economia_total>
Then(
  '{agregado} {string} da lista {string} {condição}',
  function (this: DumontWorld, kind: Aggregate, field: string, path: string, condition: Condition) {
    const list = listAt(this.commands.reply, path, this.memory);
    const wanted = `${kind} "${field}" da lista "${path}" deveria ${condition.explain(this.memory)}`;
    expectThat(list.length > 0, `${wanted}, mas a lista está vazia.`);
    const value = aggregate(kind, numbersOf(list, field, this.memory));
    const sides = { expected: condition.expected(this.memory), actual: value };
    expectThat(condition.holds(value, this.memory), `${wanted}, mas é ${value}.`, sides);
  },
);
