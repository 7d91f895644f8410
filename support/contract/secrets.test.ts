import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadContract } from './contract';
import { completeFields, maskSecrets, secretValues } from './secrets';

const contract = loadContract();
const login = contract.operation('login');
const listSettings = contract.operation('listSettings');
const getCurrentUser = contract.operation('getCurrentUser');

const SETTINGS = {
  vast_api_key: '****c41d',
  settings: { restic_repo: 's3:x', restic_password: '****w0rd', gcp_credentials: null },
};

describe('the secrets of a body', () => {
  it('are found in the request and in the reply, at any depth', () => {
    assert.deepEqual(secretValues(login, 'request', { username: 'a@b.co', password: 'p4ss' }), ['p4ss']);
    assert.deepEqual(secretValues(login, 200, { success: true, user: 'a@b.co', token: 'jwt' }), ['jwt']);
    assert.deepEqual(secretValues(listSettings, 200, SETTINGS), ['****c41d', '****w0rd']);
    assert.deepEqual(secretValues(getCurrentUser, 200, { user: { settings: { r2_secret_key: 'k' } } }), ['k']);
  });

  it('are the texts in them when a deployment sends more than a text', () => {
    const credentials = { private_key: 'k1', scopes: ['k2', ''], nothing: null };
    assert.deepEqual(secretValues(listSettings, 200, { settings: { gcp_credentials: credentials } }), ['k1', 'k2']);
  });

  it('are found in lists and maps', () => {
    const key = { type: 'object', properties: { key: { type: 'string', 'x-secret': true } } } as const;
    const schema = { type: 'object', properties: { list: { type: 'array', items: key } }, additionalProperties: key } as const;
    const operation = { ...login, replies: new Map([[200, { description: '', schema, examples: [] }]]) };
    const body = { list: [{ key: 'k1' }, { key: 'k2' }], spare: { key: 'k3', name: 'n' } };
    assert.deepEqual(secretValues(operation, 200, body), ['k1', 'k2', 'k3']);
    assert.deepEqual(maskSecrets(operation, 200, body), {
      list: [{ key: '***' }, { key: '***' }],
      spare: { key: '***', name: 'n' },
    });
  });

  it('are none where there is nothing marked, or no such reply', () => {
    assert.deepEqual(secretValues(login, 401, { error: 'Invalid email or password' }), []);
    assert.deepEqual(secretValues(login, 500, { token: 'x' }), []);
    assert.deepEqual(secretValues(contract.operation('logout'), 'request', undefined), []);
    for (const body of [undefined, null, 'text', 7, []]) assert.deepEqual(secretValues(login, 200, body), []);
  });

  it('are marked wherever the notes of the contract say', () => {
    const marked = new Set<string>();
    const walk = (schema: unknown, name: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ((schema as Record<string, unknown>)['x-secret']) marked.add(name);
      for (const [key, inner] of Object.entries(schema)) walk(inner, key);
    };
    for (const { requestBody, replies } of contract.operations) {
      for (const body of [...(requestBody ? [requestBody] : []), ...replies.values()]) walk(body.schema, '');
    }
    const expected = [
      'gcp_credentials',
      'password',
      'r2_access_key',
      'r2_secret_key',
      'restic_password',
      'token',
      'vast_api_key',
    ];
    assert.deepEqual([...marked].sort(), expected);
  });
});

describe('masking', () => {
  it('replaces each secret and nothing else; null stays null', () => {
    assert.deepEqual(maskSecrets(listSettings, 200, SETTINGS), {
      vast_api_key: '***',
      settings: { restic_repo: 's3:x', restic_password: '***', gcp_credentials: null },
    });
  });

  it('leaves the body itself alone', () => {
    const body = structuredClone(SETTINGS);
    maskSecrets(listSettings, 200, body);
    assert.deepEqual(body, SETTINGS);
  });

  it('returns as they are bodies of another shape, and fields that the contract does not know', () => {
    for (const body of [undefined, null, 'text', [1]]) assert.deepEqual(maskSecrets(login, 200, body), body);
    const body = { toString: 'x', constructor: { token: 'y' } };
    assert.deepEqual(maskSecrets(login, 200, body), body);
  });
});

describe('all the fields of a reply', () => {
  it('are those of its schema but the exceptions', () => {
    const fields = completeFields(contract.operation('getInstance'));
    assert.equal(fields.length, 23);
    for (const field of ['id', 'actual_status', 'ports', 'gpu_temp', 'total_dph']) assert.ok(fields.includes(field), field);
    assert.ok(!fields.includes('cpu_standby'));
  });

  it('are not asked for elsewhere', () => {
    assert.deepEqual(completeFields(contract.operation('listInstances')), []);
  });
});
