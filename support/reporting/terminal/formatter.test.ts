import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Probe, type ProbeResult } from '../testing/probe';
import { SAMPLE } from '../testing/sample';

const ESC = '\u001b';
const RETRY = ['--retry', '1', '--retry-tag-filter', '@instavel'];

describe('a run with every outcome, in a pipe', () => {
  const probe = new Probe(SAMPLE);
  let result: ProbeResult;
  before(async () => {
    result = await probe.run(RETRY);
  });
  after(() => probe.remove());

  const shows = (...lines: string[]): void => {
    for (const line of lines) assert.ok(result.stdout.includes(line), `missing: ${line}\nin:\n${result.stdout}`);
  };

  test('says one line per scenario as it ends, with its Regra', () => {
    assert.match(result.stdout, /^10 cenários de 2 jornadas$/m);
    assert.match(result.stdout, /^✔ Jornada 1 › Entrar e sair {2}\d+ ms$/m);
    assert.match(result.stdout, /^✔ Jornada 1 › Sem entrar, ninguém vê nada › Tentar ver a economia sem sessão {2}\d+ ms$/m);
    assert.match(result.stdout, /^- Jornada 2 › Ser pulado com motivo {2}.* · pulado: cria ou destrói recursos/m);
  });

  test('says at once which step failed and why', () => {
    const live = result.stdout.slice(0, result.stdout.indexOf('Falhas'));
    assert.match(
      live,
      /✘ Jornada 2 › Falhar com uma mensagem de várias linhas .*falhou\n {4}Então a API responde 409 {2}features\/02_alugar\.feature:8\n {6}A API respondeu 404 e não 409\.\n {8}comando/,
    );
  });

  test('shows attempts, and as unstable what only passed on retry', () => {
    assert.match(result.stdout, /^✘ Jornada 2 › Passar só na segunda tentativa .* · tentativa 1 falhou, vai tentar de novo$/m);
    assert.match(result.stdout, /^~ Jornada 2 › Passar só na segunda tentativa .* · instável: só passou na tentativa 2$/m);
    assert.match(
      result.stdout,
      /Instáveis\n~ .*\n {3}só passou na tentativa 2; antes disso:\n {3}✘ Dado que a rede falha uma vez .*\n {6}conexão recusada/,
    );
  });

  test('explains undefined, ambiguous and pending steps in Portuguese, with the competing expressions and where they are', () => {
    shows(
      '✘ E ninguém definiu este passo  features/02_alugar.feature:13\n      Nenhuma definição de passo reconhece este texto.',
    );
    shows('que há dois jeitos  (steps/steps.cjs:', '/^que há (dois|três) jeitos$/  (steps/steps.cjs:');
    shows('A definição deste passo ainda está por fazer (pendente).');
    assert.doesNotMatch(result.stdout, /Undefined|Ambiguous|Multiple step definitions|Pending|Implement with/);
  });

  test('names the hook that failed and where it is', () => {
    assert.match(
      result.stdout,
      /✘ Limpeza depois do cenário \(After\) {2}steps\/steps\.cjs:\d+\n {6}a instância 42 não foi destruída/,
    );
  });

  test('gives each failure with the line to run it again', () => {
    shows(
      '1) Jornada 2 - Ciclo de vida de uma instância GPU\n   Cenário: Falhar com uma mensagem de várias linhas\n   features/02_alugar.feature:5\n',
    );
    for (const line of [5, 11, 15, 18, 30]) shows(`Rodar de novo: npx cucumber-js features/02_alugar.feature:${line}\n`);
    assert.equal(result.stdout.match(/Rodar de novo/g)?.length, 5);
  });

  test('ends with one table of journeys, totals and the other reports', () => {
    assert.match(result.stdout, /Jornada +Passaram +Instáveis +Falharam +Não automatizados +Pulados +Comandos +Tempo\n/);
    assert.match(result.stdout, /✔ Jornada 1 - Autenticação completa +3 +0 +0 +0 +0 +4 /);
    assert.match(result.stdout, /✘ Jornada 2 - Ciclo de vida de uma instância GPU +0 +1 +3 +2 +1 +1 /);
    assert.match(result.stdout, / {2}Total +3 +1 +3 +2 +1 +5 /);
    shows(
      '1 de 2 jornadas falhou.',
      '10 cenários: 3 passaram, 1 instável, 3 falharam, 2 não estão automatizados e 1 foi pulado · 5 comandos documentados executados',
    );
    shows('Relatórios: reports/cucumber.html, reports/junit.xml, reports/messages.ndjson');
  });

  test('has no colour, no cursor movement, no stack trace and nothing in English; fails the run', () => {
    assert.ok(!result.stdout.includes(ESC), 'escape codes in a pipe');
    assert.ok(!result.stdout.includes('\r'), 'carriage returns in a pipe');
    assert.ok(result.stdout.includes('␛[31mvermelho'), 'control characters of the output made visible');
    assert.doesNotMatch(result.stdout, /^\s+at /m);
    assert.doesNotMatch(result.stdout, /generated|successfully/);
    assert.equal(result.stderr, '');
    assert.equal(result.exitCode, 1);
  });

  test('makes the folder of the reports, and the other formatters write theirs', () => {
    assert.match(probe.read('reports/junit.xml'), /tests="10" skipped="1" failures="5"[\s\S]*<\/testsuite>\s*$/);
    assert.match(probe.read('reports/messages.ndjson'), /"testRunFinished":[^\n]*\n$/);
    assert.match(probe.read('reports/cucumber.html'), /<\/html>\s*$/);
  });
});

describe('colour and stacks', () => {
  const probe = new Probe(SAMPLE);
  after(() => probe.remove());
  const one = 'features/02_alugar.feature:5';

  test('FORCE_COLOR colours a pipe, NO_COLOR has the last word', async () => {
    assert.ok((await probe.run([one], { FORCE_COLOR: '1' })).stdout.includes(`${ESC}[31m✘`));
    assert.ok(!(await probe.run([one], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout.includes(ESC));
  });

  test('DEBUG=1 adds the stack', async () => {
    const { stdout } = await probe.run([one], { DEBUG: '1' });
    assert.match(stdout, /saída: <nada>.*\n {8}at World\.<anonymous> \(.*steps\.cjs:\d+:\d+\)/);
  });
});
