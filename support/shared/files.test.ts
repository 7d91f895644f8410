import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { contentOf, replaceFile, replaceFolder, whyOf } from './files';

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const isPage = (content: string): boolean => /^\d$/.test(content);

test('a folder gives way as a whole: pages that are no longer made are gone, what others put there stays', () => {
  const target = path.join(folder, 'paginas');
  replaceFolder(
    target,
    [
      { name: 'a.html', content: '1' },
      { name: 'b.html', content: '1' },
    ],
    isPage,
  );
  writeFileSync(path.join(target, 'meu.html'), 'of somebody');
  mkdirSync(path.join(target, 'fotos'));
  writeFileSync(path.join(target, 'fotos', '1.txt'), 'of somebody');
  replaceFolder(target, [{ name: 'a.html', content: '2' }], isPage);
  assert.deepEqual(readdirSync(target).sort(), ['a.html', 'fotos', 'meu.html']);
  assert.equal(readFileSync(path.join(target, 'fotos', '1.txt'), 'utf8'), 'of somebody');
  assert.equal(readFileSync(path.join(target, 'a.html'), 'utf8'), '2');
  assert.deepEqual(readdirSync(folder), ['paginas']);
});

test('a page that cannot be made leaves the folder as it was, and nothing beside it', () => {
  const target = path.join(folder, 'inteira');
  replaceFolder(target, [{ name: 'a.html', content: '1' }], isPage);
  function* pages(): Generator<{ name: string; content: string }> {
    yield { name: 'a.html', content: '2' };
    throw new Error('não deu');
  }
  assert.throws(() => replaceFolder(target, pages(), isPage), /não deu/);
  assert.equal(readFileSync(path.join(target, 'a.html'), 'utf8'), '1');
  assert.deepEqual(readdirSync(folder).sort(), ['inteira', 'paginas']);
});

test('a file that cannot be replaced stays, and the reason is told by code and place', () => {
  const target = path.join(folder, 'pasta');
  mkdirSync(path.join(target, 'dentro'), { recursive: true });
  assert.throws(
    () => replaceFile(target, 'x'),
    (error) => /^(EISDIR|ENOTEMPTY|EPERM) em /.test(whyOf(error)),
  );
  assert.deepEqual(readdirSync(folder).sort(), ['inteira', 'paginas', 'pasta']);
  writeFileSync(path.join(folder, 'x.txt'), 'antes');
  replaceFile(path.join(folder, 'x.txt'), 'depois');
  assert.equal(readFileSync(path.join(folder, 'x.txt'), 'utf8'), 'depois');
});

test('a file that is not there is empty; one that cannot be read is an error', () => {
  const target = path.join(folder, 'texto');
  assert.equal(contentOf(target), '');
  writeFileSync(target, 'á');
  assert.equal(contentOf(target), 'á');
  assert.throws(() => contentOf(folder), { code: 'EISDIR' });
  assert.throws(() => contentOf(path.join(target, 'x')), { code: 'ENOTDIR' });
});
