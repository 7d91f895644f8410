import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorSentence, parseSentence } from '../../shared/tool-sentences';
import { visible } from '../../shared/visible';
import { count, duration, list } from '../../shared/words';

test('counts agree with their noun and use the Brazilian thousands point', () => {
  const scenarios = [0, 1, 2, 1234].map((amount) => count(amount, 'cenário', 'cenários'));
  assert.deepEqual(scenarios, ['0 cenários', '1 cenário', '2 cenários', '1.234 cenários']);
});

test('lists read as Portuguese', () => {
  assert.deepEqual([list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])], ['a', 'a e b', 'a, b e c']);
});

test('durations change unit where the number would not read well, and never show 60 s', () => {
  const cases: [number, string][] = [
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1,0 s'],
    [59_949, '59,9 s'],
    [59_960, '1 min 00 s'],
    [185_400, '3 min 05 s'],
    [3_599_600, '1 h 00 min'],
    [7_384_000, '2 h 03 min'],
  ];
  for (const [milliseconds, text] of cases) assert.equal(duration(milliseconds), text);
});

test('control characters become visible; line breaks and tabs stay', () => {
  assert.equal(visible('a\r\nb\tc\u001b[2J\u0000\u007f\u009b\rd'), 'a\nb\tc␛[2J␀␡\\x9b␍d');
});

test("cucumber's own sentences are said in Portuguese, others as they are", () => {
  assert.equal(
    errorSentence('function timed out, ensure the promise resolves within 5000 milliseconds'),
    'o passo passou do tempo limite de 5000 ms',
  );
  assert.equal(errorSentence('A API respondeu 404'), 'A API respondeu 404');
});

test('parse errors give their line and what would have fitted', () => {
  assert.deepEqual(parseSentence(`(5:3): expected: #EOF, #StepLine, #TagLine, got 'Dada x'`), {
    line: 5,
    text: '"Dada x" não cabe aqui; cabia o fim do arquivo, um passo ou uma tag',
  });
  assert.deepEqual(parseSentence('(7:5): inconsistent cell count within the table'), {
    line: 7,
    text: 'as linhas da tabela não têm o mesmo número de células',
  });
  assert.deepEqual(parseSentence('something new'), { line: null, text: 'something new' });
});
