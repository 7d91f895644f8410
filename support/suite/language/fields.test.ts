import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aggregate } from './aggregates';
import { fieldAt, fieldsBeside } from './fields';
import { Memory } from './memory';
import { parseQuantity, QUANTITY_PATTERN } from './quantities';
import { show } from './show';

const memory = new Memory();
memory.store('gpu', 27_000_001);
memory.store('zona', 'eu.b');
const BODY = {
  count: 0,
  config: { zone: 'a', 'eu.b': { open: true } },
  associations: { 27000001: { gpu_failed: false } },
  items: [{ id: 1 }, { id: 2 }],
  none: null,
};

test('a path leads through objects, lists and placeholders', () => {
  const paths: [path: string, value: unknown][] = [
    ['count', 0],
    ['config.zone', 'a'],
    ['items.1.id', 2],
    ['associations.<gpu>.gpu_failed', false],
    ['config.<zona>.open', true],
    ['none', null],
    ['none.deeper', undefined],
    ['count.deeper', undefined],
    ['constructor', undefined],
    ['items.9.id', undefined],
  ];
  for (const [path, value] of paths) assert.deepEqual(fieldAt(BODY, path, memory), value, path);
  for (const body of [undefined, null, 'text']) assert.equal(fieldAt(body, 'count', memory), undefined);
});

test('what stands beside a missing field is told where the path breaks off', () => {
  const places = {
    cont: 'há count, config, associations, items, none',
    'config.zona': 'há zone, eu.b',
    'config.zona.open': 'há zone, eu.b',
    'count.deeper': 'há nada',
    'items.9.id': 'há uma lista de 2 itens no lugar',
  };
  for (const [path, names] of Object.entries(places)) assert.equal(fieldsBeside(BODY, path, memory), names, path);
  assert.equal(fieldsBeside(undefined, 'count', memory), 'há nada');
  assert.equal(fieldsBeside([1, 2], 'data', memory), 'há uma lista de 2 itens no lugar');
  assert.equal(fieldsBeside('Not Found', 'data', memory), 'há um texto no lugar');
  const many = Object.fromEntries([...'abcdefghijkl'].map((name) => [name, 1]));
  assert.equal(fieldsBeside(many, 'data', memory), 'há a, b, c, d, e, f, g, h, i, j e mais 2');
});

test('amounts add up without the dust of binary fractions', () => {
  assert.equal(aggregate('a soma de', [0.1, 0.2]), 0.3);
  assert.equal(aggregate('a média de', [0.1, 0.2, 0.3]), 0.2);
  assert.deepEqual([aggregate('o menor', [3, 1, 2]), aggregate('o maior', [3, 1, 2])], [1, 3]);
});

test('a quantity accepts what it says', () => {
  const cases: [text: string, accepted: number[], refused: number[]][] = [
    ['24 itens', [24], [23, 25, 0]],
    ['1 item', [1], [0, 2]],
    ['ao menos 2 itens', [2, 3], [1, 0]],
    ['no máximo 3 itens', [0, 3], [4]],
  ];
  for (const [text, accepted, refused] of cases) {
    assert.match(text, new RegExp(`^${QUANTITY_PATTERN}$`));
    const quantity = parseQuantity(text);
    assert.deepEqual([quantity.text, accepted.every(quantity.accepts), refused.some(quantity.accepts)], [text, true, false]);
  }
  for (const text of ['itens', 'uns 3 itens', '-1 itens']) assert.doesNotMatch(text, new RegExp(`^${QUANTITY_PATTERN}$`));
});

test('a value is shown as JSON, a long one by its beginning', () => {
  assert.deepEqual([show('a'), show(null), show(undefined), show([1])], ['"a"', 'null', 'ausente', '[1]']);
  assert.match(show('x'.repeat(500)), /^"x{159}…$/);
});
