import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { loadVocabulary } from '../../../shared/vocabulary/from-library';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import { readFeature } from '../../source/feature-source';
import { checkSteps } from './check-steps';

let vocabulary: Vocabulary;
before(async () => {
  vocabulary = await loadVocabulary(path.resolve(__dirname, '..', '..', '..', '..'));
});

describe('a scenario that creates or destroys says so', () => {
  const untagged = (steps: string, tag = ''): string[] => {
    const source = readFeature(
      'uma.feature',
      `# language: pt\nFuncionalidade: Uma\n  ${tag}\n  Cenário: Um\n    ${steps.replace('\n', '\n    ')}\n`,
    );
    const marked = (line: number, column: number, length: number): string | undefined =>
      source.lines[line - 1]?.slice(column - 1, column - 1 + length);
    return checkSteps([source], vocabulary).map(
      ({ rule, line, column, length }) => `${rule} ${line}:${marked(line, column, length)}`,
    );
  };

  const PREPARED = 'Dado que já tenho a instância <instance_id> em execução\nQuando executo `dumont instance get <instance_id>`';
  const DELETED = 'Quando executo `dumont instance delete 42`\nEntão a API responde 404';

  test('in what it prepares and in what it runs, also where the product refuses', () => {
    assert.deepEqual(untagged(PREPARED), ['falta-destrutivo 5:que já tenho a instância <instance_id> em execução']);
    assert.deepEqual(untagged(DELETED), ['falta-destrutivo 5:executo `dumont instance delete 42`']);
    assert.deepEqual(untagged(PREPARED, '@destrutivo'), []);
    assert.deepEqual(untagged(DELETED, '@destrutivo'), []);
  });

  test('and one that only looks, or that the CLI itself refuses, does not need to', () => {
    assert.deepEqual(untagged('Quando executo `dumont instance list`\nEntão a API responde 200'), []);
    assert.deepEqual(untagged('Quando executo `dumont instance delete`\nEntão o comando termina com o código 2'), []);
  });
});
