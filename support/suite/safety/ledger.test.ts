import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import type { Exchange } from '../wire/exchange';
import { cleanUp } from './cleanup';
import { Ledger } from './ledger';

const exchange = (operationId: string, method: string, requestPath: string, status: number, responseBody: unknown): Exchange => ({
  kind: 'call',
  method,
  path: requestPath,
  query: new URLSearchParams(),
  operationId,
  requestBody: undefined,
  status,
  responseBody,
  responseIsJson: true,
  failure: null,
  durationMs: 1,
});

const newLedger = (): { ledger: Ledger; file: string } => {
  const file = path.join(temporaryFolder('ledger'), 'criados.jsonl');
  return { ledger: new Ledger(file), file };
};

const requests = (ledger: Ledger): string[] => ledger.pending.map(({ method, path: where }) => `${method} ${where}`);

test('what a reply creates is on disk at once, and what is undone first is the youngest', () => {
  const { ledger, file } = newLedger();
  ledger.observe(exchange('createInstance', 'POST', '/api/v1/instances', 201, { id: 7 }));
  ledger.observe(exchange('syncInstance', 'POST', '/api/v1/instances/7/sync', 200, { snapshot_id: 'abc' }));
  ledger.observe(exchange('createFinetuneJob', 'POST', '/api/v1/finetune/jobs', 201, { job_id: 'j1' }));
  assert.match(readFileSync(file, 'utf8'), /"instance","id":"7".*\n.*"snapshot","id":"abc".*\n.*"job","id":"j1"/);
  assert.deepEqual(requests(ledger), [
    'POST /api/v1/finetune/jobs/j1/cancel',
    'DELETE /api/v1/snapshots/abc',
    'DELETE /api/v1/instances/7',
    'DELETE /api/v1/standby/associations/7',
  ]);
});

test('what the product refused or only showed is not ours', () => {
  const { ledger } = newLedger();
  ledger.observe(exchange('createInstance', 'POST', '/api/v1/instances', 402, { error: 'Insufficient balance', id: 7 }));
  ledger.observe(exchange('listInstances', 'GET', '/api/v1/instances', 200, { instances: [{ id: 8 }], count: 1 }));
  assert.deepEqual(requests(ledger), []);
});

test('a migration leaves its new instance and its snapshot', () => {
  const { ledger } = newLedger();
  ledger.observe(
    exchange('migrateInstance', 'POST', '/api/v1/instances/7/migrate', 200, { new_instance_id: 9, snapshot_id: 'mig' }),
  );
  assert.ok(requests(ledger).includes('DELETE /api/v1/instances/9'));
  assert.ok(requests(ledger).includes('DELETE /api/v1/snapshots/mig'));
});

test('a destroyed instance only leaves the CPU that may have survived it', () => {
  const { ledger } = newLedger();
  ledger.observe(exchange('createInstance', 'POST', '/api/v1/instances', 201, { id: 7 }));
  ledger.observe(exchange('deleteInstance', 'DELETE', '/api/v1/instances/7', 404, { error: 'Instance not found' }));
  assert.equal(requests(ledger).length, 2, 'a refused destruction destroys nothing');
  ledger.observe(exchange('deleteInstance', 'DELETE', '/api/v1/instances/7', 200, { success: true }));
  assert.deepEqual(requests(ledger), ['DELETE /api/v1/standby/associations/7']);
});

const servers: http.Server[] = [];
after(() => {
  for (const server of servers) server.close();
});
const backend = async (
  answer: (method: string, url: string, times: number) => number,
): Promise<{ baseUrl: string; seen: string[] }> => {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    seen.push(line);
    response.writeHead(answer(request.method ?? '', request.url ?? '', seen.filter((each) => each === line).length)).end();
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await new Promise((resolve) => server.once('listening', resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
};

test('cleaning up waits for what cannot be destroyed yet and takes what is gone for done', async () => {
  const { ledger } = newLedger();
  ledger.observe(exchange('createInstance', 'POST', '/api/v1/instances', 201, { id: 7 }));
  ledger.observe(exchange('createFinetuneJob', 'POST', '/api/v1/finetune/jobs', 201, { job_id: 'j1' }));
  const { baseUrl, seen } = await backend((_, url, times) => {
    if (url.includes('/finetune/')) return 409; // finished already
    if (url.includes('/standby/')) return 404; // there was no pair
    return times < 3 ? 409 : 200; // still coming up, twice
  });
  assert.deepEqual(await cleanUp(ledger, { baseUrl, token: 't', patienceMs: 10_000 }), []);
  assert.equal(seen.filter((line) => line === 'DELETE /api/v1/instances/7').length, 3);
});

test('what could not be undone is said, and the rest is undone all the same', async () => {
  const { ledger } = newLedger();
  ledger.observe(exchange('createSnapshot', 'POST', '/api/v1/snapshots', 201, { id: 'abc' }));
  ledger.observe(exchange('createFinetuneJob', 'POST', '/api/v1/finetune/jobs', 201, { job_id: 'j1' }));
  const { baseUrl, seen } = await backend((_, url) => (url.includes('/finetune/') ? 500 : 200));
  assert.deepEqual(await cleanUp(ledger, { baseUrl, token: 't', patienceMs: 100 }), [
    'job j1: POST /api/v1/finetune/jobs/j1/cancel respondeu 500',
  ]);
  assert.ok(seen.includes('DELETE /api/v1/snapshots/abc'));
});
