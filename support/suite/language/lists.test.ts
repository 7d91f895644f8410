import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aggregate } from './aggregates';
import { fieldAt } from './fields';
import { firstOutOfOrder, listAt, numbersOf, repeatedValue } from './lists';
import { Memory } from './memory';
import { parseQuantity, QUANTITY_PATTERN } from './quantities';

const memory = new Memory();
memory.store('gpu_id', 42);
memory.store('com_ponto', 'a.b');

test('a path goes through objects, lists and placeholders', () => {
  const body = { associations: { 42: { zone: 'x' }, 'a.b': 1 }, items: [{ id: 7 }] };
  assert.equal(fieldAt(body, 'associations.<gpu_id>.zone', memory), 'x');
  assert.equal(fieldAt(body, 'associations.<com_ponto>', memory), 1);
  assert.equal(fieldAt(body, 'items.0.id', memory), 7);
  for (const absent of ['nada', 'items.3.id', 'associations.constructor'])
    assert.equal(fieldAt(body, absent, memory), undefined, absent);
});

test('a list that is not there, or is no list, is said', () => {
  assert.throws(() => listAt({ ofertas: [] }, 'offers', memory), /não tem a lista "offers" \(há ofertas\)/);
  assert.throws(() => listAt({ offers: 3 }, 'offers', memory), /deveria ser uma lista, mas é 3/);
});

test('order looks at every pair of neighbours and lets equals stand', () => {
  assert.equal(firstOutOfOrder([1, 1, 2], 'crescente'), null);
  assert.equal(firstOutOfOrder([1, 3, 2], 'crescente'), 2);
  assert.equal(firstOutOfOrder([3, 1, 2], 'decrescente'), 2);
  assert.equal(firstOutOfOrder([], 'crescente'), null);
});

test('a field that is no number, or is missing, is no number to compare', () => {
  assert.throws(() => numbersOf([{ price: 1 }, { price: '2' }], 'price', memory), /do item 2 deveria ser um número, mas é "2"/);
  assert.throws(() => repeatedValue([{ id: 1 }, {}], 'id', memory), /o item 2 não tem o campo "id"/);
});

test('a repeated value is found with how often it appears', () => {
  assert.deepEqual(repeatedValue([{ h: 1 }, { h: 2 }, { h: 1 }], 'h', memory), { value: 1, times: 2 });
  assert.equal(repeatedValue([{ h: 1 }, { h: 2 }], 'h', memory), null);
});

test('sums of amounts carry no binary dust', () => {
  assert.equal(aggregate('a soma de', [0.1, 0.2]), 0.3);
  assert.equal(aggregate('o menor', [3, 1, 2]), 1);
  assert.equal(aggregate('o maior', [3, 1, 2]), 3);
  assert.equal(aggregate('a média de', [1, 2]), 1.5);
});

test('quantities', () => {
  const cases: [text: string, accepted: number[], refused: number[]][] = [
    ['24 itens', [24], [23, 25]],
    ['ao menos 1 item', [1, 2], [0]],
    ['no máximo 3 itens', [0, 3], [4]],
  ];
  for (const [text, accepted, refused] of cases) {
    assert.match(text, new RegExp(`^${QUANTITY_PATTERN}$`));
    for (const count of accepted) assert.ok(parseQuantity(text).accepts(count), `${text}: ${count}`);
    for (const count of refused) assert.ok(!parseQuantity(text).accepts(count), `${text}: ${count}`);
  }
});
