import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restitutions } from './restitutions';

test('everything is put back once, the last change first', async () => {
  const restitutions = new Restitutions();
  const done: string[] = [];
  for (const what of ['one', 'two']) restitutions.owe(what, async () => void done.push(what));
  assert.deepEqual(await restitutions.payAll(), []);
  assert.deepEqual(await restitutions.payAll(), []);
  assert.deepEqual(done, ['two', 'one']);
});

test('what fails is said, and does not keep the others', async () => {
  const restitutions = new Restitutions();
  const done: string[] = [];
  restitutions.owe('remover um usuário', async () => void done.push('user'));
  restitutions.owe('pôr a Vast.ai de volta no ar', () => Promise.reject(new Error('ECONNREFUSED')));
  assert.deepEqual(await restitutions.payAll(), ['não consegui pôr a Vast.ai de volta no ar: ECONNREFUSED.']);
  assert.deepEqual(done, ['user']);
});
