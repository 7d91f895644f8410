import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommandEvidence } from './evidence';

const RUN = {
  command: 'dumont instance get <instance_id>',
  role: 'documented',
  argv: ['dumont', 'instance', 'get', '42'],
  exitCode: null,
  durationMs: 12.5,
  stdout: '{}',
  stderr: '',
  exchanges: [
    { kind: 'call', method: 'GET', path: '/api/v1/instances/42', operationId: null, status: null, request: null, durationMs: 3 },
  ],
};

test('reads what the suite attaches', () => {
  assert.deepEqual(readCommandEvidence(JSON.stringify(RUN)), RUN);
});

test('streams of older runs do not have what was sent, nor how long it took', () => {
  const { kind: ___, request: _, durationMs: __, ...older } = RUN.exchanges[0] ?? {};
  const read = readCommandEvidence(JSON.stringify({ ...RUN, exchanges: [older] }));
  assert.deepEqual(read?.exchanges, [{ ...older, kind: 'call', request: null, durationMs: null }]);
});

test('anything else is not a command', () => {
  assert.equal(readCommandEvidence('not JSON'), null);
  assert.equal(readCommandEvidence('null'), null);
  for (const field of Object.keys(RUN)) {
    assert.equal(readCommandEvidence(JSON.stringify({ ...RUN, [field]: { wrong: true } })), null, field);
  }
  assert.equal(readCommandEvidence(JSON.stringify({ ...RUN, role: 'outro' })), null);
  assert.equal(readCommandEvidence(JSON.stringify({ ...RUN, exchanges: [{ kind: 'call', method: 'GET' }] })), null);
});
