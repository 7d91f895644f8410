import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { runPreloaded } from '../../testing/preloaded';
import { runFeatures } from '../../testing/run-features';
import { suiteFeatures } from '../../testing/suite-features';
import { temporaryFolder } from '../../testing/temporary-folder';
import { checkText } from '../lint/check-text';
import { checkSteps } from '../lint/steps/check-steps';
import { readFeature } from '../source/feature-source';
import { fileNameOf, readJourneyName } from './journey-name';
import { journeyText, rulesText } from './template';

const ROOT = path.resolve(__dirname, '..', '..', '..');

interface Made {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What is in features/ afterwards. */
  readonly features: readonly string[];
}

/** A folder with these features. */
function folderWith(features: readonly string[]): string {
  const folder = temporaryFolder('new-journey');
  mkdirSync(path.join(folder, 'features'));
  for (const name of features) writeFileSync(path.join(folder, 'features', name), 'como estava');
  return folder;
}

/** Runs `npm run new` in a folder, as npm would. */
async function make(folder: string, ...args: readonly string[]): Promise<Made> {
  const program = path.join(__dirname, 'new-journey.ts');
  const made = await runPreloaded({ program, args, cwd: folder, env: {} });
  const features = readdirSync(folder).includes('features') ? readdirSync(path.join(folder, 'features')) : [];
  return { ...made, features };
}

test('a new journey gets a file named after it and a word on what comes next', async () => {
  const folder = folderWith(['10_health_check.feature']);
  const made = await make(folder, 'Jornada 11 - Faturas e cobranças');
  assert.deepEqual([made.exitCode, made.stderr], [0, '']);
  assert.deepEqual(made.features, ['10_health_check.feature', '11_faturas_e_cobrancas', '11_faturas_e_cobrancas.feature']);
  assert.deepEqual(readdirSync(path.join(folder, 'features/11_faturas_e_cobrancas')), ['access.feature']);
  assert.match(made.stdout, /^Criei features\/11_faturas_e_cobrancas\.feature e \S+\/access\.feature, que já passam/);
  assert.match(made.stdout, /As regras ficam em features\/11_faturas_e_cobrancas\/, um arquivo para cada tema\./);
  assert.match(made.stdout, /npx cucumber-js features\/11_faturas_e_cobrancas\.feature /);
  const text = readFileSync(path.join(folder, 'features/11_faturas_e_cobrancas.feature'), 'utf8');
  assert.match(text, /^Funcionalidade: Jornada 11 - Faturas e cobranças$/m);
});

test('a name without quotes around it is a name', async () => {
  const made = await make(folderWith([]), 'Jornada', '11', '-', 'Faturas', 'do', 'mês');
  assert.deepEqual([made.exitCode, made.stderr, made.features], [0, '', ['11_faturas_do_mes', '11_faturas_do_mes.feature']]);
});

test('a new journey passes as it stands', async () => {
  const name = { number: 11, subject: 'Faturas' };
  const run = await runFeatures({
    features: { '11_faturas.feature': journeyText(name), '11_faturas/access.feature': rulesText(name) },
  });
  assert.equal(run.exitCode, 0, run.output);
  assert.match(run.output, /2 cenários: 2 passaram/);
});

test('the check finds nothing in a new journey, among those that are there', async () => {
  const sources = [
    ...suiteFeatures(),
    readFeature('features/11_faturas.feature', journeyText({ number: 11, subject: 'Faturas' })),
    readFeature('features/11_faturas/access.feature', rulesText({ number: 11, subject: 'Faturas' })),
    readFeature('features/12_contas/access.feature', rulesText({ number: 12, subject: 'Contas' })),
    readFeature('features/12_contas.feature', journeyText({ number: 12, subject: 'Contas' })),
  ];
  assert.deepEqual(checkText(sources), []);
  assert.deepEqual(checkSteps(sources, await loadVocabulary(ROOT), true), []);
});

test('nothing is written over: neither the same journey nor the same number', async () => {
  const folder = folderWith(['02_instance_lifecycle.feature', '11_faturas.feature']);
  const again = await make(folder, 'Jornada 11 - Faturas');
  assert.deepEqual([again.exitCode, again.stdout], [2, '']);
  assert.equal(again.stderr, 'A jornada 11 já existe, em features/11_faturas.feature; o próximo número livre é 12.\n');
  assert.equal((await make(folder, 'Jornada 2 - Outra')).exitCode, 2);
  assert.equal(readFileSync(path.join(folder, 'features/11_faturas.feature'), 'utf8'), 'como estava');
  assert.deepEqual(readdirSync(path.join(folder, 'features')), ['02_instance_lifecycle.feature', '11_faturas.feature']);
});

test('a folder of rules has its number, too', async () => {
  const folder = folderWith([]);
  mkdirSync(path.join(folder, 'features/11_outra'));
  const made = await make(folder, 'Jornada 11 - Faturas');
  assert.deepEqual([made.exitCode, made.features], [2, ['11_outra']]);
});

for (const [args, sentence] of [
  [[], /^Falta o nome da jornada; por exemplo: npm run new -- "Jornada 11 - Faturas"\.\n$/],
  [['Faturas'], /^O nome "Faturas" não tem a forma "Jornada <número> - <assunto>"; .*\n$/],
  [['Jornada 11 -'], /^O nome "Jornada 11 -" não tem a forma .*\n$/],
  [['Jornada 11 - !?'], /^O assunto "!\?" não tem nenhuma letra; .*\n$/],
  [['Jornada 0 - Faturas'], /^O número da jornada vai de 1 a 99, e não 0; .*\n$/],
  [['Jornada 11 - ../../fora @tag'], /^O assunto ".*" tem um sinal que quer dizer outra coisa .*\n$/],
  [[`Jornada 11 - ${'a'.repeat(300)}`], /^O assunto da jornada tem 300 letras, e o máximo é 80: .*\n$/],
  [['--forca', 'Jornada 11 - Faturas'], /^Não conheço a opção --forca; .*\n$/],
] as const) {
  test(`a name that cannot be used is told in one sentence: ${args.join(' ').slice(0, 40) || 'none'}`, async () => {
    const made = await make(folderWith([]), ...args);
    assert.deepEqual([made.exitCode, made.stdout, made.features], [2, '', []]);
    assert.match(made.stderr, sentence);
  });
}

test('outside of the project it says where to run it', async () => {
  const made = await make(temporaryFolder('elsewhere'), 'Jornada 11 - Faturas');
  assert.deepEqual([made.exitCode, made.stderr], [2, 'Não há uma pasta features/ aqui; rode o comando na pasta do projeto.\n']);
});

test('--help tells what it does and makes nothing', async () => {
  const made = await make(folderWith([]), '--help');
  assert.deepEqual([made.exitCode, made.stderr, made.features], [0, '', []]);
  assert.match(made.stdout, /^Uso: npm run new -- "Jornada 11 - Faturas"\n/);
});

test('a name may be written in more than one way', () => {
  const wanted = { number: 11, subject: 'Cotações & alertas' };
  for (const written of ['Jornada 11 - Cotações & alertas', '11: Cotações & alertas', '  JORNADA  11 – Cotações & alertas '])
    assert.deepEqual(readJourneyName(written), wanted);
  assert.deepEqual(readJourneyName('Jornada 11 - Cotações & alertas'.normalize('NFD')), wanted);
  assert.equal(fileNameOf(wanted), '11_cotacoes_alertas.feature');
  assert.equal(fileNameOf({ number: 3, subject: 'É só isso?' }), '03_e_so_isso.feature');
  assert.equal(fileNameOf({ number: 12, subject: '../../fora' }), '12_fora.feature');
});
