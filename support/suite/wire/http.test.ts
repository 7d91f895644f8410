import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './failures';
import { parseBody } from './http';

test('a body that is deeper than any reply is a text, whatever its length', () => {
  const deep = '['.repeat(200_000);
  assert.deepEqual(parseBody(deep + ']'.repeat(200_000)), { value: deep + ']'.repeat(200_000), isJson: false });
  assert.deepEqual(parseBody('{"a":[{"b":"[[[\\"{{{"}]}'), { value: { a: [{ b: '[[["{{{' }] }, isJson: true });
  assert.deepEqual(parseBody('{"a":'), { value: '{"a":', isJson: false });
});

test('the codes of a broken HTTP reply are a sentence', () => {
  assert.equal(explainFailure('HPE_INVALID_CONSTANT'), 'o que veio não é HTTP bem formado, HPE_INVALID_CONSTANT');
  assert.equal(explainFailure('ECONNRESET'), 'a conexão caiu no meio, ECONNRESET');
});
