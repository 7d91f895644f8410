import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnAt, indexOfGherkinColumn, lengthOf } from './columns';
import { picklesOf, readFeature } from './feature-source';

const TEXT =
  '# language: pt\nFuncionalidade: Uma\n  Quem usa.\n\n  Cenário: primeiro\n    Quando a\n      """\n      Quando b\n      """\n';

test('each line is known for what Cucumber takes it for', () => {
  const { tokens, document, parseErrors } = readFeature('a.feature', TEXT);
  assert.ok(document);
  assert.deepEqual(parseErrors, []);
  assert.deepEqual(
    tokens.map((token) => token?.kind),
    ['language', 'feature', 'text', 'text', 'scenario', 'step', 'doc-string', 'text', 'doc-string'],
  );
  assert.deepEqual([tokens[2]?.owner, tokens[7]?.owner], ['feature', 'doc-string']);
});

test('what the parser refuses is told with its line, and the lines around it are known nevertheless', () => {
  const source = readFeature('a.feature', `${TEXT}    então b\n    Então c\n`);
  assert.equal(source.document, null);
  assert.deepEqual(
    source.parseErrors.map(({ line }) => line),
    [10],
  );
  assert.match(source.parseErrors[0]?.message ?? '', /^expected: /);
  assert.deepEqual([source.tokens[9], source.tokens[10]?.kind], [undefined, 'step']);
  assert.deepEqual(picklesOf(source), []);
});

test('without a header the language is the one that cucumber.js says; a language that does not exist is an error at its line', () => {
  assert.equal(picklesOf(readFeature('a.feature', TEXT.replace('# language: pt\n', ''))).length, 1);
  assert.deepEqual(readFeature('a.feature', TEXT.replace(': pt', ': pt-br')).parseErrors, [
    { line: 1, message: 'Language not supported: pt-br' },
  ]);
});

test('byte order mark and line ends are no part of the lines', () => {
  const { lines } = readFeature('a.feature', `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`);
  assert.deepEqual(lines, TEXT.trimEnd().split('\n'));
});

test('characters are counted as a person counts them', () => {
  assert.deepEqual(['é', 'e\u0301', '👨‍👩‍👧', 'ação'].map(lengthOf), [1, 1, 1, 4]);
  assert.equal(columnAt('e\u0301 bom', 'e\u0301 '.length), 3);
  assert.equal(indexOfGherkinColumn('👍 | x', 3), '👍 '.length);
});
