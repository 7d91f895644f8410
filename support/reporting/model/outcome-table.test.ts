import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_GROUPS, FOOT_TO_TOP, OUTCOMES, WORST_FIRST } from './outcome-table';

test('each outcome has a rule, a letter and a word of its own', () => {
  const all = Object.values(OUTCOMES);
  for (const fact of ['rule', 'letter', 'word'] as const)
    assert.equal(new Set(all.map((each) => each[fact])).size, all.length, fact);
  for (const { rule } of all) assert.match(rule, /^[A-ZÀ-Ú].*\.$/);
});

test('each order has every group once', () => {
  for (const order of [WORST_FIRST, FOOT_TO_TOP]) assert.deepEqual([...order].sort(), [...ALL_GROUPS].sort());
});
