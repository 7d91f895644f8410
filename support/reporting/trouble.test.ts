import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Probe, type ProbeResult } from './testing/probe';

const FEATURE = `# language: pt
Funcionalidade: Jornada 1 - Vida

  Cenário: Viver
    Dado que está tudo bem

  Cenário: Viver de novo
    Dado que está tudo bem
`;
const STEPS = `
const { AfterAll, BeforeAll, Given } = require('@cucumber/cucumber');
Given('que está tudo bem', function () {});
`;

/** In a process of its own: how it ends is the subject. */
async function runWith(steps: string, args: readonly string[] = [], feature = FEATURE): Promise<ProbeResult & { html: string }> {
  const probe = new Probe({ 'features/vida.feature': feature, 'steps/steps.cjs': STEPS + steps });
  try {
    const result = await probe.spawn(args);
    return { ...result, html: probe.read('reports/cucumber.html') };
  } finally {
    probe.remove();
  }
}

for (const [mode, args] of [
  ['sequential', []],
  ['parallel', ['--parallel', '2']],
] as const) {
  test(`${mode}: a failed BeforeAll is said, and nobody ran`, async () => {
    const { stdout, html, exitCode } = await runWith(`BeforeAll(() => { throw new Error('o sandbox não subiu'); });`, args);
    assert.match(stdout, /✘ A preparação da execução falhou \(BeforeAll, steps\/steps\.cjs:\d+\)\n {4}o sandbox não subiu/);
    assert.match(stdout, /A execução não chegou ao fim: 2 cenários não rodaram\./);
    assert.match(html, /A preparação da execução falhou \(BeforeAll[\s\S]*o sandbox não subiu/);
    assert.equal(exitCode, 1);
  });

  test(`${mode}: a failed AfterAll loses neither the summary nor the HTML`, async () => {
    const { stdout, html, exitCode } = await runWith(`AfterAll(() => { throw new Error('sobrou uma instância'); });`, args);
    assert.match(stdout, /✘ A limpeza da execução falhou \(AfterAll, steps\/steps\.cjs:\d+\)\n {4}sobrou uma instância/);
    assert.match(stdout, /2 cenários: 2 passaram/);
    assert.match(stdout, /Os cenários passaram, mas a execução falhou fora deles\./);
    assert.match(html, /sobrou uma instância[\s\S]*<\/html>\s*$/);
    assert.equal(exitCode, 1);
  });
}

test('a process that leaves in the middle of a step still says what happened', async () => {
  const { stdout, html, exitCode } = await runWith(
    `Given('que o processo sai', function () { process.exit(3); });`,
    [],
    FEATURE.replace('Viver de novo\n    Dado que está tudo bem', 'Sair\n    Dado que o processo sai'),
  );
  assert.match(stdout, /✔ Jornada 1 › Viver/);
  assert.match(stdout, /✘ Dado que o processo sai .*\n {6}a execução foi interrompida antes do fim deste cenário/);
  assert.match(html, /a execução foi interrompida antes do fim deste cenário/);
  assert.equal(exitCode, 3);
});

test('a parse error is said in Portuguese, at its line', async () => {
  const { stdout, html, exitCode } = await runWith('', [], `${FEATURE}\n  Cenáro: Errar\n    Dado que está tudo bem\n`);
  assert.match(stdout, /Erros de escrita\n✘ features\/vida\.feature:10\n {4}"Cenáro: Errar" não cabe aqui; cabia .*um passo/);
  assert.match(stdout, /Nenhum cenário rodou: 1 arquivo não pôde ser lido\./);
  assert.match(html, /Erro de escrita em features\/vida\.feature:10/);
  assert.equal(exitCode, 1);
});

test('an expression with an unknown type is said', async () => {
  const { stdout } = await runWith(`Given('que há {coisa}', function () {});`);
  assert.match(stdout, /Expressões que não valem\n\? que há \{coisa\}: o tipo \{coisa\} não existe/);
});

test('a step that takes too long is said in Portuguese', async () => {
  const { stdout } = await runWith(
    `Given('que demora', { timeout: 20 }, () => new Promise(() => {}));`,
    [],
    FEATURE.replace('que está tudo bem', 'que demora'),
  );
  assert.match(stdout, /o passo passou do tempo limite de 20 ms/);
  assert.match(stdout, /2 cenários: 1 passou e 1 falhou/);
});

test('a dry run says that nothing was executed', async () => {
  const { stdout, exitCode } = await runWith('BeforeAll(() => {});', ['--dry-run']);
  assert.match(stdout, /Ensaio \(--dry-run\): nenhum passo foi executado\./);
  assert.equal(exitCode, 0);
});

test('no scenario chosen is said, and the page is whole', async () => {
  const { stdout, html } = await runWith('', ['--tags', '@nada']);
  assert.match(stdout, /Nenhum cenário foi escolhido\./);
  assert.match(html, /Nenhum cenário foi escolhido\.[\s\S]*<\/html>\s*$/);
});
