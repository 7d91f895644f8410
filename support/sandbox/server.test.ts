// @own-process: changes TMPDIR
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadContract } from '../contract/contract';
import { startSandbox } from './index';
import { type Answer, type Backend, openBackend, send } from './testing/backend';

describe('server', () => {
  let backend: Backend;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());
  const raw = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${backend.url}${path}`, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };

  it('asks for a session wherever the contract does, before it looks at anything else', async () => {
    for (const { method, path, isPublic, id } of loadContract().operations) {
      const target = path.replaceAll(/\{\w+\}/g, 'x');
      const { status, body } = await raw(method, target, method === 'POST' ? '{' : undefined, {
        'content-type': 'application/json',
      });
      if (isPublic) assert.notEqual(status, 401, id);
      else assert.deepEqual([status, body], [401, { error: 'Not authenticated' }], id);
    }
  });

  it('says 404 to a path or a method that the contract does not have', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nothing'],
      ['POST', '/api/v1/nothing'],
      ['DELETE', '/health'],
      ['GET', '/'],
    ] as const) {
      assert.deepEqual(await raw(method, path), { status: 404, body: { error: 'Not Found' } });
    }
  });

  it('says 422 to JSON that is not well formed, to no body, and to what is no object', async () => {
    const cases: [string | undefined, Record<string, string>, string][] = [
      ['{"username": ', { 'content-type': 'application/json' }, 'json_invalid'],
      [undefined, {}, 'missing'],
      ['', { 'content-type': 'application/json' }, 'missing'],
      ['[]', { 'content-type': 'application/json' }, 'object_type'],
      ['"text"', {}, 'object_type'],
    ];
    for (const [sent, headers, type] of cases) {
      const { status, body } = await raw('POST', '/api/v1/auth/login', sent, headers);
      assert.equal(status, 422);
      assert.deepEqual([body.error, body.details[0].type, body.details[0].loc[0]], ['Validation error', type, 'body']);
    }
  });

  it('coerces what stands in a path or a query, and takes a body as it is', async () => {
    const session = await backend.login();
    assert.equal((await session.get('/instances/offers?limit=3&verified_only=true')).body.count, 3);
    assert.equal((await session.get('/instances/offers?limit=3&verified_only=True&static_ip=FALSE')).body.count, 3);
    for (const query of ['limit=many', 'limit=101', 'limit=0', 'verified_only=perhaps', 'region=MARS', 'limit=1&limit=2']) {
      assert.equal((await session.get(`/instances/offers?${query}`)).status, 422, query);
    }
    const { body } = await session.get('/instances/abc');
    assert.deepEqual(body.details[0].loc, ['path', 'instance_id']);
    const typed = await session.post('/instances', { offer_id: '100001' });
    assert.deepEqual([typed.status, typed.body.details[0].loc], [422, ['body', 'offer_id']]);
    const unknown = await session.post('/instances', { offer_id: 1, colour: 'red' });
    assert.deepEqual([unknown.status, unknown.body.details[0].type], [422, 'extra_forbidden']);
  });

  it('ends at once while connections are open, and leaves no file behind', async () => {
    const formerFolder = process.env.TMPDIR;
    const folder = mkdtempSync(path.join(tmpdir(), 'server-test-'));
    process.env.TMPDIR = folder;
    try {
      const sandbox = await startSandbox();
      await sandbox.control.createUser({});
      assert.equal(readdirSync(folder).length, 1);
      const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      const closed = once(socket, 'close');
      socket.write('GET /health HTTP/1.1\r\nHost: x\r\n'); // a request that never ends
      await fetch(`${sandbox.url}/health`); // and a connection that is kept
      await sandbox.close();
      await closed;
      await sandbox.close();
      await assert.rejects(fetch(`${sandbox.url}/health`));
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      if (formerFolder === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = formerFolder;
      rmdirSync(folder);
    }
  });

  it('makes the same market of the same seed, and another of another', async () => {
    const prices = async (seed: string): Promise<string> => {
      const sandbox = await startSandbox({ seed });
      try {
        return JSON.stringify((await send(sandbox.url, 'GET', '/metrics/spot/monitor')).body.items);
      } finally {
        await sandbox.close();
      }
    };
    assert.notEqual(await prices('one'), await prices('two'));
  });
});
