import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { CONTRACT_FILE, Contract, loadContract } from './contract';
import { readDocument } from './document';

const folder = mkdtempSync(path.join(tmpdir(), 'contract-'));
after(() => rmSync(folder, { recursive: true }));

const CONTRACT = readFileSync(CONTRACT_FILE, 'utf8');
const cacheOf = (name: string): string => path.join(folder, name);

describe('reading the document', () => {
  it('gives the same from the YAML and from the cache', () => {
    const cache = cacheOf('same');
    const fresh = readDocument(CONTRACT, cache);
    const files = readdirSync(path.join(cache, 'contract'));
    assert.equal(files.length, 1);
    assert.match(files[0] ?? '', /^[0-9a-f]{40}$/);
    assert.deepEqual(readDocument(CONTRACT, cache), fresh);
  });

  it('reads the cache, not the YAML, when the YAML has not changed', () => {
    const cache = cacheOf('hit');
    readDocument(CONTRACT, cache);
    const [file] = readdirSync(path.join(cache, 'contract'));
    writeFileSync(path.join(cache, 'contract', file ?? ''), '{"from": "cache"}');
    assert.deepEqual(readDocument(CONTRACT, cache), { from: 'cache' });
  });

  it('reads the YAML again when it has changed, or when the cache is no JSON', () => {
    const cache = cacheOf('changed');
    const yaml = 'a: &x [1]\nb: *x\n';
    assert.deepEqual(readDocument(yaml, cache), { a: [1], b: [1] });
    assert.deepEqual(readDocument('a: 2\n', cache), { a: 2 });
    for (const name of readdirSync(path.join(cache, 'contract'))) writeFileSync(path.join(cache, 'contract', name), '{"cut');
    assert.deepEqual(readDocument('a: 2\n', cache), { a: 2 });
  });

  it('works where no cache can be written', () => {
    const notAFolder = path.join(folder, 'file');
    writeFileSync(notAFolder, '');
    assert.equal(readDocument(CONTRACT, notAFolder).openapi, '3.1.0');
  });
});

describe('a contract', () => {
  it('is read once per process', () => {
    assert.equal(loadContract(), loadContract());
  });

  it('names a reference that leads nowhere', () => {
    const broken = CONTRACT.replaceAll('responses/NotFound', 'responses/Nowhere');
    const contract = new Contract(readDocument(broken, cacheOf('broken')));
    assert.throws(() => contract.operation('getInstance'), /#\/components\/responses\/Nowhere/);
  });
  it('names a schema that refers to itself, which no validator of ours could be made for', () => {
    const cyclic = CONTRACT.replace(/^ {4}Success:\n/m, '$&      x-again: { $ref: "#/components/schemas/Success" }\n');
    const contract = new Contract(readDocument(cyclic, cacheOf('cyclic')));
    assert.throws(() => contract.operation('logout'), /#\/components\/schemas\/Success refere-se a si mesmo/);
  });
});
