import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { WrittenFiles } from './written-files';

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

test('remembers every version of a file and knows which is the last', () => {
  const files = new WrittenFiles();
  const first = files.write('pesos.bin');
  const second = files.overwrite('pesos.bin');
  assert.notDeepEqual(first, second);
  assert.equal(files.latestHash('pesos.bin'), hashOf(second));
  assert.equal(files.versionHash('pesos.bin', 1), hashOf(first));
  assert.equal(files.versionHash('pesos.bin', 2), hashOf(second));
});

test('a copy has the bytes of the file as it is now', () => {
  const files = new WrittenFiles();
  files.write('pesos.bin');
  const latest = files.overwrite('pesos.bin');
  assert.deepEqual(files.copy('pesos.bin', 'copia.bin'), latest);
  assert.equal(files.latestHash('copia.bin'), hashOf(latest));
});

test('says in Portuguese what was never written', () => {
  const files = new WrittenFiles();
  for (const slip of [
    () => files.overwrite('pesos.bin'),
    () => files.latestHash('pesos.bin'),
    () => files.copy('pesos.bin', 'copia.bin'),
    () => files.versionHash('pesos.bin', 1),
  ]) {
    assert.throws(slip, /nenhum passo gravou o arquivo "pesos\.bin"; use antes/);
  }
  files.write('pesos.bin');
  assert.throws(() => files.versionHash('pesos.bin', 2), /"pesos\.bin" não tem uma 2ª versão: este cenário gravou 1/);
});
