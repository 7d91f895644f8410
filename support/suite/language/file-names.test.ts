import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILES_PATTERN, readFileNames } from './file-names';

const whole = new RegExp(`^(?:${FILES_PATTERN})$`);

test('reads one file or several, as Portuguese lists them', () => {
  for (const [sentence, names] of [
    ['o arquivo "a.bin"', ['a.bin']],
    ['os arquivos "a.bin" e "b/c.csv"', ['a.bin', 'b/c.csv']],
    ['os arquivos "a", "b" e "c"', ['a', 'b', 'c']],
  ] as const) {
    assert.match(sentence, whole);
    assert.deepEqual(readFileNames(sentence), names);
  }
});

test('takes no list that is none', () => {
  for (const sentence of ['os arquivos "a"', 'o arquivo "a" e "b"', 'os arquivos "a", "b"', 'o arquivo ""']) {
    assert.doesNotMatch(sentence, whole);
  }
});
