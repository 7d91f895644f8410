import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CleanupStack } from './cleanup-stack';

test('every cleanup runs once, that of the last change first', async () => {
  const cleanups = new CleanupStack();
  const done: string[] = [];
  for (const what of ['one', 'two']) cleanups.defer(what, async () => void done.push(what));
  assert.deepEqual(await cleanups.runAll(), []);
  assert.deepEqual(await cleanups.runAll(), []);
  assert.deepEqual(done, ['two', 'one']);
});

test('what fails is said, and does not keep the others', async () => {
  const cleanups = new CleanupStack();
  const done: string[] = [];
  cleanups.defer('remover um usuário', async () => void done.push('user'));
  cleanups.defer('pôr a Vast.ai de volta no ar', () => Promise.reject(new Error('ECONNREFUSED')));
  assert.deepEqual(await cleanups.runAll(), ['não consegui pôr a Vast.ai de volta no ar: ECONNREFUSED.']);
  assert.deepEqual(done, ['user']);
});
