import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OUTCOME_WORDS } from '../text/explain';
import { OUTCOME_RULES } from './outcome-rules';

test('each outcome has its own written rule, in whole sentences', () => {
  assert.deepEqual(Object.keys(OUTCOME_RULES).sort(), Object.keys(OUTCOME_WORDS).sort());
  assert.equal(new Set(Object.values(OUTCOME_RULES)).size, Object.keys(OUTCOME_RULES).length);
  for (const rule of Object.values(OUTCOME_RULES)) assert.match(rule, /^[A-ZÀ-Ú].*\.$/);
});
