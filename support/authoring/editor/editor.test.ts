import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import type { Vocabulary } from '../../shared/vocabulary/vocabulary';
import { checkText } from '../lint/check-text';
import { checkSteps } from '../lint/steps/check-steps';
import { picklesOf, readFeature } from '../source/feature-source';
import { editorParameterTypes, withParameterTypes } from './settings';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Snippet {
  readonly scope: string;
  readonly prefix: string | readonly string[];
  readonly body: readonly string[];
}

const SNIPPETS = JSON.parse(read('.vscode/jornadas.code-snippets')) as Readonly<Record<string, Snippet>>;

let vocabulary: Vocabulary;
before(async () => {
  vocabulary = await loadVocabulary(ROOT);
});

/** A snippet as it stands after its default texts were accepted: of a choice, the first. */
function fill(name: string, indent = 0): string {
  const body = SNIPPETS[name]?.body ?? assert.fail(`there is no snippet "${name}"`);
  const filled = body
    .map((line) => line.replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1'))
    .filter((line) => line !== '$0');
  return `${filled.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}\n`;
}

test('the editor knows the parameter types of the steps as they are now', () => {
  const settings = JSON.parse(read('.vscode/settings.json'));
  assert.deepEqual(
    settings['cucumber.parameterTypes'],
    editorParameterTypes(vocabulary.parameterTypes),
    'run: node -r ./support/register.cjs support/authoring/editor/write-editor-settings.ts',
  );
});

test('what the editor is told accepts what the suite accepts', () => {
  const inEditor = new Map(
    editorParameterTypes(vocabulary.parameterTypes).map(({ name, regexp }) => [name, new RegExp(`^(?:${regexp})$`)]),
  );
  for (const [name, text] of [
    ['condição', 'está entre 0 e 23'],
    ['recurso', 'a CPU standby da GPU <gpu_id>'],
    ['situação', 'em execução em uma CPU'],
    ['comando', '`dumont instance list`'],
  ] as const)
    assert.match(text, inEditor.get(name) ?? /^$never/);
  assert.doesNotMatch('pausadinha', inEditor.get('situação') ?? /./);
});

test('writing the parameter types leaves the other settings as they are, twice the same', () => {
  const settings = '{\n  "a": 1,\n  "cucumber.parameterTypes": [],\n  "b": [2]\n}\n';
  const written = withParameterTypes(settings, [{ name: 'ordem', regexp: '[a-z]{2}' }]);
  assert.deepEqual(JSON.parse(written), { a: 1, 'cucumber.parameterTypes': [{ name: 'ordem', regexp: '[a-z]{2}' }], b: [2] });
  assert.equal(withParameterTypes(written, [{ name: 'ordem', regexp: '[a-z]{2}' }]), written);
  assert.equal(withParameterTypes(written, []), settings);
  assert.throws(() => withParameterTypes('{}\n', []));
});

test('the settings name every feature and every file of steps, and no test', () => {
  const settings = JSON.parse(read('.vscode/settings.json'));
  assert.deepEqual(settings['cucumber.features'], ['features/**/*.feature']);
  assert.deepEqual(settings['cucumber.glue'], ['step-definitions/**/!(*.test).ts']);
  const withSteps = [...new Set(vocabulary.definitions.map(({ file }) => file))].sort();
  const matched = readdirSync(path.join(ROOT, 'step-definitions')).filter((name) => /(?<!\.test)\.ts$/.test(name));
  assert.deepEqual(withSteps, matched.map((name) => `step-definitions/${name}`).sort());
});

test('each snippet is for features, and no two answer to the same word', () => {
  const words = Object.values(SNIPPETS).flatMap(({ prefix }) => prefix);
  assert.deepEqual(words, [...new Set(words)]);
  assert.deepEqual([...new Set(Object.values(SNIPPETS).map(({ scope }) => scope))], ['cucumber']);
});

test('the snippets, one after the other with their own texts, are a feature in which the check finds nothing', () => {
  const text = [
    fill('Jornada nova'),
    '\n',
    fill('Estrofe: um comando e o que ele precisa mostrar', 4),
    '\n',
    fill('Regra com um cenário', 2),
    '\n',
    fill('Cenário', 4),
    fill('Tabela de campos', 6),
    '\n',
    fill('Esquema do Cenário com Exemplos', 4),
  ].join('');
  const source = readFeature('features/11_faturas.feature', text);
  assert.deepEqual(checkText([source]), [], text);
  assert.deepEqual(checkSteps([source], vocabulary), [], text);
  assert.deepEqual(
    picklesOf(source).map(({ name, steps }) => [name, steps.length]),
    [
      ['Conferir a fatura do mês', 7],
      ['Retomar uma instância em execução é recusado', 5],
      ['Ver os preços de agora', 5],
      ['Prever o preço da rtx4090', 4],
      ['Prever o preço da a100', 4],
    ],
  );
});

test('the extension of Cucumber is recommended', () => {
  assert.ok(JSON.parse(read('.vscode/extensions.json')).recommendations.includes('CucumberOpen.cucumber-official'));
});
