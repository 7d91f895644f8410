import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffLines } from './diff';

function told(before: string, after: string): string | undefined {
  const signs = { same: ' ', gone: '-', new: '+' } as const;
  return diffLines([...before], [...after])
    ?.map(({ is, text }) => signs[is] + text)
    .join('');
}

test('as few lines as possible are gone or new', () => {
  assert.equal(told('abc', 'abc'), ' a b c');
  assert.equal(told('abc', 'axc'), ' a-b+x c');
  assert.equal(told('abc', 'ac'), ' a-b c');
  assert.equal(told('ac', 'abc'), ' a+b c');
  assert.equal(told('abcd', 'cdab'), '-a-b c d+a+b');
  assert.equal(told('a', 'b'), '-a+b');
});

test('of texts that nobody kept, or too long to read, nothing is told', () => {
  assert.equal(diffLines([], ['a']), null);
  assert.equal(diffLines(['a'], []), null);
  assert.equal(diffLines(['a'], Array.from({ length: 301 }, String)), null);
});
