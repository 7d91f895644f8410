import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit, table, width } from './table';

test('width counts what the eye sees: accents joined, wide characters double, colour nothing', () => {
  assert.deepEqual(['ação', 'ac\u0327a\u0303o', '日本', '\u001b[31m✘\u001b[39m'].map(width), [4, 4, 4, 1]);
});

test('fit cuts between characters and never passes the limit', () => {
  assert.equal(fit('instância', 9), 'instância');
  assert.equal(fit('instância', 8), 'instânc…');
  assert.equal(fit('日本語', 4), '日…');
});

test('columns line up: texts on the left, numbers on the right', () => {
  const columns = [
    { title: 'Jornada', align: 'left' },
    { title: 'Tempo', align: 'right' },
  ] as const;
  assert.deepEqual(table(columns, [['Autenticação', '3 ms']]), ['Jornada       Tempo', 'Autenticação   3 ms']);
});
