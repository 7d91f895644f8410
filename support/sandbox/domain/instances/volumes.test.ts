import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { DomainError } from '../errors';
import { BlobStore } from './blobs';
import { imageFiles } from './image';
import { compare, describe as entryOf, hashesOf, type Manifest } from './manifest';
import { folderBelowWorkspace, Volume } from './volumes';

const root = mkdtempSync(path.join(tmpdir(), 'volumes-test-'));
after(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const freshFolder = (): string => path.join(root, String(++folders));

const manifest = (files: Record<string, string>): Manifest =>
  new Map(Object.entries(files).map(([name, text]) => [name, entryOf(Buffer.from(text))]));

describe('a volume', () => {
  it('shows what is on its disk, below whatever folders', () => {
    const volume = new Volume(freshFolder());
    volume.write('a/b/c.txt', Buffer.from('one'));
    volume.write('z.txt', Buffer.from(''));
    volume.write('a/b/c.txt', Buffer.from('two'));
    assert.deepEqual(volume.manifest(), manifest({ 'a/b/c.txt': 'two', 'z.txt': '' }));
    volume.clear('a/');
    assert.deepEqual([...volume.manifest().keys()], ['z.txt']);
  });

  it('writes nothing outside itself', () => {
    const volume = new Volume(freshFolder());
    volume.write('folder/file', Buffer.from('x'));
    for (const name of ['../x', 'folder/../../x', '/etc/x', '', '.', 'folder', 'folder/file/x']) {
      assert.throws(
        () => volume.write(name, Buffer.from('x')),
        (error) => error instanceof DomainError && error.status === 422,
        name,
      );
    }
    assert.deepEqual([...volume.manifest().keys()], ['folder/file']);
  });

  it('does not follow a link out of itself', () => {
    const volume = new Volume(freshFolder());
    symlinkSync(root, path.join(volume.folder, 'out'));
    assert.deepEqual([...volume.manifest().keys()], []);
  });
});

describe('a folder of the workspace', () => {
  it('is told from what lies outside', () => {
    assert.equal(folderBelowWorkspace('/workspace'), '');
    assert.equal(folderBelowWorkspace('/workspace/'), '');
    assert.equal(folderBelowWorkspace('/workspace/a//b/'), 'a/b/');
    for (const outside of ['/', '/workspaces', '/workspace/..', 'workspace', '/workspace/a/../../etc']) {
      assert.throws(() => folderBelowWorkspace(outside), DomainError, outside);
    }
  });
});

describe('manifests', () => {
  it('are compared by content', () => {
    const before = manifest({ same: '1', changed: '2', removed: '3' });
    const after = manifest({ same: '1', changed: 'x', created: '4' });
    assert.deepEqual(compare(before, after), { created: 1, changed: 1, unmodified: 1 });
  });
});

describe('the backup storage', () => {
  it('keeps each content once and drops what nobody wants', () => {
    const folder = freshFolder();
    const store = new BlobStore(folder);
    const one = Buffer.from('one');
    assert.deepEqual([store.keep(one), store.keep(one), store.keep(Buffer.from('other'))], [3, 0, 5]);
    const { sha256 } = entryOf(one);
    store.prune(new Set([sha256]));
    assert.deepEqual(readdirSync(folder), [sha256]);
    assert.deepEqual(store.read(sha256), one);
  });
});

describe('an image', () => {
  it('brings the same files each time, and others than another image', () => {
    const filesOf = (image: string) =>
      hashesOf(new Map([...imageFiles(image)].map(([name, content]) => [name, entryOf(content)])));
    assert.deepEqual(filesOf('registry.example.com:5000/a/b:1'), filesOf('registry.example.com:5000/a/b:1'));
    assert.notDeepEqual(filesOf('a/b:1'), filesOf('a/b:2'));
    assert.match(imageFiles('registry.example.com:5000/a/b').get('.dumont/image.json')?.toString() ?? '', /"latest"/);
  });
});
