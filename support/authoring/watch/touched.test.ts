import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeature } from '../source/feature-source';
import { SeenFeatures } from './touched';

const FEATURE = `# language: pt
Funcionalidade: Contas

  Contexto:
    Dado que tenho 1

  Cenário: Um
    Quando somo 2
    Então tenho 3

  Regra: Somar não erra

    Cenário: Dois
      Quando somo 4
      Então tenho 5

    Esquema do Cenário: Somar <n>
      Quando somo <n>

      Exemplos:
        | n |
        | 6 |
        | 7 |
`;
const lineOf = (text: string): number => FEATURE.split('\n').findIndex((line) => line.includes(text)) + 1;
const ALL = ['Cenário: Um', 'Cenário: Dois', '| 6 |', '| 7 |'].map(lineOf);

/** Lines touched when the feature, seen as it is above, becomes this. */
function touched(change: (text: string) => string): number[] {
  const seen = new SeenFeatures();
  seen.remember(readFeature('a.feature', FEATURE));
  return seen.touchedLines(readFeature('a.feature', change(FEATURE)));
}

for (const [what, change, wanted] of [
  ['nothing at all', (text) => text, []],
  ['a comment and an empty line', (text) => text.replace('  Cenário: Um', '\n  # nota\n  Cenário: Um'), []],
  ['a step', (text) => text.replace('somo 4', 'somo 44'), [lineOf('Cenário: Dois')]],
  ['a title', (text) => text.replace('Cenário: Um', 'Cenário: Primeiro'), [lineOf('Cenário: Um')]],
  ['a tag of one scenario', (text) => text.replace('  Cenário: Um', '  @sandbox\n  Cenário: Um'), [lineOf('Cenário: Um') + 1]],
  ['a row of Exemplos', (text) => text.replace('| 7 |', '| 8 |'), [lineOf('| 7 |')]],
  ['the Contexto', (text) => text.replace('tenho 1', 'tenho 2'), ALL],
  ['the Regra', (text) => text.replace('não erra', 'nunca erra'), ALL.slice(1)],
  ['a tag of the feature', (text) => text.replace('Funcionalidade', '@sandbox\nFuncionalidade'), ALL.map((line) => line + 1)],
] as [string, (text: string) => string, number[]][]) {
  test(`to change ${what} touches ${wanted.length} of four scenarios`, () => assert.deepEqual(touched(change), wanted));
}

test('a copy of a scenario is touched, not the scenario it was copied from', () => {
  const scenario = '  Cenário: Um\n    Quando somo 2\n    Então tenho 3\n';
  assert.deepEqual(
    touched((text) => text.replace(scenario, `${scenario}\n${scenario}`)),
    [lineOf('Cenário: Um') + 4],
  );
});

test('a feature never seen is touched as a whole, and is seen from then on', () => {
  const seen = new SeenFeatures();
  const source = readFeature('b.feature', FEATURE);
  assert.deepEqual(seen.touchedLines(source), ALL);
  seen.remember(source);
  assert.deepEqual(seen.touchedLines(source), []);
});

test('what the parser refuses has no scenarios, and all of them once it is mended', () => {
  const seen = new SeenFeatures();
  const broken = readFeature('c.feature', `${FEATURE}\n  Entao?\n`);
  assert.ok(broken.parseErrors.length > 0);
  assert.deepEqual(seen.touchedLines(broken), []);
  seen.remember(broken);
  assert.deepEqual(seen.touchedLines(readFeature('c.feature', FEATURE)), ALL);
});
