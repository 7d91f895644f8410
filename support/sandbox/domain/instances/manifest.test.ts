import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { BlobStore } from './blobs';
import { compare, describe, hashesOf, type Manifest, totalBytes, withFolder, within } from './manifest';

const manifest = (files: Readonly<Record<string, string>>): Manifest =>
  new Map(Object.entries(files).map(([name, text]) => [name, describe(Buffer.from(text))]));

test('what is new, what is other and what is the same is counted by content, not by date or length', () => {
  const before = manifest({ 'a.txt': 'aa', 'b.txt': 'bb', 'gone.txt': 'x' });
  assert.deepEqual(compare(before, manifest({ 'a.txt': 'aa', 'b.txt': 'BB', 'c.txt': 'aa' })), {
    created: 1,
    changed: 1,
    unmodified: 1,
  });
  assert.deepEqual(compare(before, manifest({})), { created: 0, changed: 0, unmodified: 0 });
});

test('a folder is looked at and replaced by itself', () => {
  const all = manifest({ 'a.txt': 'a', 'dados/b.txt': 'bb', 'dados/c.txt': 'c' });
  assert.deepEqual([...within(all, 'dados/').keys()], ['dados/b.txt', 'dados/c.txt']);
  assert.equal(within(all, '').size, 3);
  const replaced = withFolder(all, 'dados/', manifest({ 'dados/b.txt': 'novo' }));
  assert.deepEqual([...replaced.keys()], ['a.txt', 'dados/b.txt']);
  assert.equal(totalBytes(replaced), 'a'.length + 'novo'.length);
});

test('hashes are the SHA-256 of the contents', () => {
  assert.deepEqual(hashesOf(manifest({ 'vazio.txt': '' })), {
    'vazio.txt': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  });
});

test('the storage keeps each content once, gives it back, and drops what nobody wants', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'blobs-test-'));
  try {
    const store = new BlobStore(path.join(folder, 'below'));
    const [one, other] = [Buffer.from('pesos'), Buffer.from([0xff, 0x00])];
    assert.deepEqual([store.keep(one), store.keep(other), store.keep(Buffer.from('pesos'))], [5, 2, 0]);
    assert.deepEqual(store.read(describe(other).sha256), other);
    store.prune(new Set([describe(one).sha256]));
    assert.deepEqual(readdirSync(path.join(folder, 'below')), [describe(one).sha256]);
    assert.equal(store.keep(other), 2, 'what was dropped is new again');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
