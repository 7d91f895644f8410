import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FeatureSource, readFeature } from '../../source/feature-source';
import { checkText, examineAll } from '../check-text';

const MAIN = 'features/11_faturas.feature';
const RULES = 'features/11_faturas/prazos.feature';

function feature(path: string, name: string, scenario: string, { tags = '@criticidade-alta', lines = 0 } = {}): FeatureSource {
  const isMain = !path.includes('/', 'features/'.length);
  const text = `# language: pt
${tags}
Funcionalidade: ${name}

  ${isMain ? '@jornada' : '@sandbox'}
  Cenário: ${scenario}
    Quando executo \`dumont health list\`
`;
  return readFeature(path, text + '    # nada\n'.repeat(lines));
}

const journey = feature(MAIN, 'Jornada 11 - Faturas', 'Pagar');
const rulesOf = (sources: readonly FeatureSource[]): string[] =>
  checkText(sources).map(({ file, rule, line }) => `${rule} ${file}:${line}`);

test('a journey with its rules in the folder of its name has nothing to correct', () => {
  assert.deepEqual(rulesOf([journey, feature(RULES, 'Prazos', 'Atrasar')]), []);
});

test('the scenario of the document stands in the main file alone, and has to', () => {
  const rules = readFeature(RULES, journey.text.replace('Pagar', 'Outra').replace('Jornada 11 - Faturas', 'Prazos'));
  assert.deepEqual(rulesOf([journey, rules]), [`jornada ${RULES}:5`]);
  const bare = readFeature(MAIN, journey.text.replace('@jornada', '@sandbox'));
  assert.deepEqual(rulesOf([bare, feature(RULES, 'Prazos', 'Atrasar')]), [`jornada ${MAIN}:3`]);
});

test('rules bear the criticality of their journey', () => {
  assert.deepEqual(rulesOf([journey, feature(RULES, 'Prazos', 'Atrasar', { tags: '@criticidade-baixa' })]), [
    `criticidade ${RULES}:3`,
  ]);
  const none = readFeature(
    RULES,
    '# language: pt\nFuncionalidade: Prazos\n\n  Cenário: A\n    Quando executo `dumont health list`\n',
  );
  assert.deepEqual(rulesOf([none]), [`criticidade ${RULES}:2`]);
});

test('a file of rules has fewer than 150 lines; the journey may have more', () => {
  assert.deepEqual(rulesOf([feature(RULES, 'Prazos', 'Atrasar', { lines: 142 })]), []);
  assert.deepEqual(rulesOf([feature(RULES, 'Prazos', 'Atrasar', { lines: 143 })]), [`tema-longo ${RULES}:3`]);
  assert.deepEqual(rulesOf([feature(MAIN, 'Jornada 11', 'Pagar', { lines: 300 })]), []);
});

test('themes are told apart within a journey: two journeys may have one of the same name', () => {
  const other = feature('features/12_contas/prazos.feature', 'Prazos', 'Atrasar');
  assert.deepEqual(rulesOf([journey, feature(RULES, 'Prazos', 'Atrasar'), other]), []);
  const second = 'features/11_faturas/valores.feature';
  assert.deepEqual(rulesOf([journey, feature(RULES, 'Prazos', 'Atrasar'), feature(second, 'prazos', 'Pagar')]), [
    `funcionalidade-repetida ${second}:3`,
    `cenario-repetido ${second}:6`,
  ]);
});

test('a folder without the file of its journey is told, where it is known which files there are', () => {
  const stray = (path: string, ...files: string[]): string[] =>
    examineAll([feature(path, 'Prazos', 'Atrasar')], (name) => files.includes(name)).flatMap(({ draft }) =>
      draft.findings.map(({ rule, sentence }) => `${rule}: ${sentence}`),
    );
  assert.deepEqual(stray(RULES, MAIN), []);
  assert.deepEqual(stray(RULES, 'features/11_fatura.feature'), [
    `tema-sem-jornada: Não há ${MAIN}: estas regras não são de jornada nenhuma.`,
  ]);
  assert.match(stray('features/faturas/prazos.feature').join(), /^tema-sem-jornada: Só a pasta de uma jornada/);
  assert.match(stray('features/11_faturas/a/b.feature', 'features/11_faturas/a.feature').join(), /^tema-sem-jornada/);
  assert.deepEqual(stray('rascunhos/11_faturas/prazos.feature'), []);
});
