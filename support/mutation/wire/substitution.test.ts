import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broughtUpToDate, pathBroughtUpToDate } from './substitution';

const then = { instance_id: 1234567, snapshot_id: 'a1b2c3d4', arquivos: 3 };
const now = { instance_id: 7654321, snapshot_id: 'ffffffff', arquivos: 5 };

test('ids of the recording give way to those of now, as values and as keys', () => {
  assert.deepEqual(broughtUpToDate({ id: 1234567, of: { 1234567: ['a1b2c3d4'] }, n: 3 }, then, now), {
    id: 7654321,
    of: { 1234567: ['ffffffff'] },
    n: 3,
  });
  assert.deepEqual(broughtUpToDate({ a1b2c3d4: true }, then, now), { ffffffff: true });
});

test('what is not noted now stays as it was recorded: that resource does not exist yet', () => {
  assert.equal(pathBroughtUpToDate('/api/v1/instances/1234567/sync', then, {}), '/api/v1/instances/1234567/sync');
  assert.equal(pathBroughtUpToDate('/api/v1/instances/1234567/sync', then, now), '/api/v1/instances/7654321/sync');
});
