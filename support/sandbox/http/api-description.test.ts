import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { METHODS } from '../../contract/operation';
import { type Backend, openBackend } from '../testing/backend';

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly security?: readonly object[];
}

interface Description {
  readonly servers?: unknown;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

describe('description of the API', () => {
  let backend: Backend;
  let text: string;
  let description: Description;
  before(async () => {
    backend = await openBackend();
    text = await (await fetch(`${backend.url}/openapi.json`)).text();
    description = JSON.parse(text);
  });
  after(() => backend.close());

  it('is the same everywhere, without a session', async () => {
    for (const path of ['/api/v1/openapi.json', '/api/openapi.json']) {
      const response = await fetch(backend.url + path);
      assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
      assert.deepEqual([response.status, await response.text()], [200, text]);
    }
  });

  it('has nothing below a path but methods, GET first, each with all its parameters', () => {
    for (const [path, item] of Object.entries(description.paths)) {
      const methods = Object.keys(item);
      assert.deepEqual(
        methods,
        METHODS.filter((method) => methods.includes(method)),
      );
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(item)) {
        assert.deepEqual(
          parameters.flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : [])),
          inPath,
        );
      }
    }
    assert.ok(description.paths['/api/v1/instances']?.post?.requestBody);
    assert.equal(description.paths['/api/v1/instances/{instance_id}/pause']?.post?.requestBody, undefined);
    assert.equal(description.paths['/api/v1/auth/login']?.post?.security, undefined);
    assert.deepEqual(description.paths['/api/v1/auth/me']?.get?.security, [{ bearerAuth: [] }]);
  });

  it('refers to nothing but schemas, all of them there, and keeps what is ours to itself', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference = '']) => reference);
    for (const reference of new Set(references)) {
      const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? [];
      assert.ok(name && text.includes(`"${name}":{`), reference);
    }
    assert.doesNotMatch(text, /"x-/);
    assert.equal(description.servers, undefined);
  });

  it('lists migrate before its estimate, for those who name a command by the first that fits', () => {
    const paths = Object.keys(description.paths);
    const place = (end: string): number => paths.indexOf(`/api/v1/instances/{instance_id}/${end}`);
    assert.ok(place('migrate') < place('migrate/estimate'));
  });

  it('answers every operation below /api as below /api/v1', async () => {
    const ask = async (path: string): Promise<[number, unknown]> => {
      const response = await fetch(backend.url + path);
      return [response.status, await response.json()];
    };
    assert.deepEqual(await ask('/api/auth/me'), await ask('/api/v1/auth/me'));
    const { token } = await backend.login();
    const response = await fetch(`${backend.url}/api/instances`, { headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual([response.status, await response.json()], [200, { instances: [], count: 0 }]);
  });
});
