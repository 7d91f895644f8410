import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { fakeCli, listingCli } from './fake-cli';
import { runFeatures } from './run-features';
import { runScenarios } from './run-scenarios';
import { serve } from './serve';

// Each kind of bad input gets one clear Portuguese sentence at the right step, and the scenario beside it is unharmed.

const feature = (steps: string, beside = ''): string => `
Funcionalidade: Entrada ruim

  Cenário: O que dá errado
${steps
  .trim()
  .split('\n')
  .map((line) => `    ${line.trim()}`)
  .join('\n')}
${beside}`;

const LIST = `
  Dado que estou autenticado
  Quando executo \`dumont instance list\`
  Então a API responde 200`;

const BESIDE = `
  Cenário: O vizinho
    Dado que o backend está no ar
    Quando executo \`dumont health list\`
    Então a API responde 200
    E o campo "status" é "healthy"`;

test('an unknown placeholder names those that the scenario knows, and the rest of the run goes on', async () => {
  const run = await runScenarios({
    features: { 'a.feature': feature('Quando executo `dumont instance get <instance_ip>`', BESIDE) },
  });
  assert.ok(!run.passed);
  assert.equal(run.failures.length, 1);
  assert.match(run.failures[0] ?? '', /^não conheço <instance_ip>: até aqui este cenário não anotou nada/);
  assert.match(run.failures[0] ?? '', /de novo: {3}npx cucumber-js .*a\.feature:5/);
  assert.equal(run.messages.filter(({ testCaseFinished }) => testCaseFinished).length, 2);
});

test('an undefined step fails the run and is named', async () => {
  const run = await runScenarios({ features: { 'a.feature': feature('Quando executo o comando de listar', BESIDE) } });
  assert.ok(!run.passed);
  assert.match(run.output, /executo o comando de listar/);
  assert.match(run.output, /Nenhuma definição de passo reconhece este texto/);
});

test('a CLI that is not there, or cannot be executed, stops the run before anything is opened', async () => {
  const missing = await runFeatures({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: '/nada/dumont' } });
  assert.equal(missing.exitCode, 2);
  assert.match(
    missing.output,
    /^DUMONT_BIN="\/nada\/dumont" não existe; diga o caminho da CLI ou use a embutida com DUMONT_BIN=sandbox\.\n$/,
  );
  assert.deepEqual(readdirSync(missing.reports), []);
});

test('an address that is none is one sentence and a misuse', async () => {
  const run = await runFeatures({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BASE_URL: 'localhost:8767' } });
  assert.equal(run.exitCode, 2);
  assert.match(
    run.output,
    /^DUMONT_BASE_URL="localhost:8767" não é um endereço http ou https; escreva, por exemplo, http:\/\/localhost:8767\.\n$/,
  );
});

test('a setting that cannot be used is one sentence and a misuse; one that nobody reads is warned of, once, and the run goes on', async () => {
  const features = { 'a.feature': feature(LIST) };
  const wrong = await runFeatures({ features, env: { DUMONT_CONTRACT: 'talvez' } });
  assert.equal(wrong.exitCode, 2);
  assert.match(wrong.output, /^DUMONT_CONTRACT="talvez" não diz o que fazer com o que foge do contrato; escreva exigir .*\n$/);
  const run = await runFeatures({ features, env: { DUMONT_COMAND_TIMEOUT: '5' }, args: ['--parallel', '1'] });
  assert.equal(run.exitCode, 0, run.output);
  const warning = 'Aviso: a variável DUMONT_COMAND_TIMEOUT não existe e não muda nada; você quis dizer DUMONT_COMMAND_TIMEOUT?\n';
  assert.ok(run.output.startsWith(warning), run.output);
  assert.equal(run.output.split('Aviso:').length, 2);
});

test('a reports folder that cannot be written is one sentence and a misuse', async () => {
  const run = await runFeatures({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_REPORTS: '/dev/null/nada' } });
  assert.equal(run.exitCode, 2);
  assert.match(
    run.output,
    /^Não consigo gravar relatórios em "\/dev\/null\/nada" \(\w+\); escolha outra pasta com DUMONT_REPORTS\.\n$/,
  );
});

test('a CLI that hangs is ended, and its step says after how long', async () => {
  const cli = fakeCli('setInterval(() => {}, 1000)');
  const run = await runScenarios({
    features: { 'a.feature': feature(LIST) },
    env: { DUMONT_BIN: cli, DUMONT_COMMAND_TIMEOUT: '0.5' },
  });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /^o comando não terminou em 0[.,]5 s e foi encerrado/);
});

test('a CLI that prints megabytes is ended, and the evidence stays small', async () => {
  const cli = fakeCli('const fs = require("node:fs"); for (;;) fs.writeSync(1, "x".repeat(100000) + "\\n")');
  const run = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /^o comando mostrou mais saída do que o limite e foi encerrado/);
  assert.ok(JSON.stringify(run.messages).length < 500_000);
});

test('a CLI that prints broken JSON contradicts the wire', async () => {
  const cli = listingCli(`print('✅ Success (200)\\n' + body.slice(0, -5));`);
  const run = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /^a API respondeu 200, mas o que o comando mostrou não traz um JSON inteiro/);
});

test('a CLI that shows something else than it received contradicts the wire', async () => {
  const cli = listingCli(`print('{"instances": [], "count": 1}');`);
  const run = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.match(run.failures[0] ?? '', /^o que o comando mostrou não é o que a API respondeu/);
});

test('a CLI that says nothing, or ends a success with an error code, contradicts the wire', async () => {
  const silent = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: listingCli('') } });
  assert.match(silent.failures[0] ?? '', /^a API respondeu 200, mas o comando não mostrou nada/);
  const cli = listingCli('print(body); process.exit(4);');
  const turned = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.match(turned.failures[0] ?? '', /^a API respondeu 200, mas o comando terminou com o código 4/);
});

test('a CLI that dies by a signal is told apart from one that refuses', async () => {
  const cli = fakeCli('process.kill(process.pid, "SIGSEGV")');
  const run = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.match(run.failures[0] ?? '', /^o comando morreu pelo sinal SIGSEGV/);
});

test('a CLI that sends nothing says so at the step that reads the reply, with what it printed', async () => {
  const cli = fakeCli('console.log("Enter your API key:"); process.exit(1)');
  const run = await runScenarios({ features: { 'a.feature': feature(LIST) }, env: { DUMONT_BIN: cli } });
  assert.match(run.failures[0] ?? '', /^nenhum pedido chegou à API, e deveria chegar GET \/api\/v1\/instances; a CLI /);
  assert.match(run.failures[0] ?? '', /saída: {5}Enter your API key:/);
});

const against = (baseUrl: string): Record<string, string> => ({
  DUMONT_BASE_URL: baseUrl,
  DUMONT_BIN: 'sandbox',
  DUMONT_COMMAND_TIMEOUT: '1',
});
const HEALTH = 'Quando executo `dumont health list`\nEntão a API responde 200';

test('a backend that is down is said with its address', async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const closed = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const run = await runScenarios({
    features: { 'a.feature': feature(`Dado que o backend está no ar\n${HEALTH}`), 'b.feature': feature(HEALTH) },
    env: against(closed),
  });
  assert.ok(!run.passed);
  const [first, second] = run.failures.toSorted(
    (one, other) => Number(other.startsWith('o backend')) - Number(one.startsWith('o backend')),
  );
  assert.match(first ?? '', new RegExp(`^o backend em ${closed} não responde \\(conexão recusada, ECONNREFUSED\\)`));
  assert.match(second ?? '', /^a API deveria responder 200, mas não veio resposta \(conexão recusada, ECONNREFUSED\)/);
  const kinds = run.messages.flatMap(({ testStepFinished }) => testStepFinished?.testStepResult.exception?.type ?? []);
  assert.deepEqual(kinds, ['EnvironmentError', 'EnvironmentError'], 'nothing is learnt about the product');
});

test('a backend that does not answer in time is said at the command', async () => {
  const run = await runScenarios({ features: { 'a.feature': feature(HEALTH) }, env: against(await serve(() => {})) });
  assert.match(run.failures[0] ?? '', /^o comando não terminou em 1 s e foi encerrado; a API não respondeu nesse tempo/);
});

test('a backend that cuts the connection is said', async () => {
  const run = await runScenarios({
    features: { 'a.feature': feature(HEALTH) },
    env: against(await serve((request) => request.socket.destroy())),
  });
  assert.match(
    run.failures[0] ?? '',
    /^a API deveria responder 200, mas não veio resposta \(a conexão caiu no meio, ECONNRESET\)/,
  );
});

test('a backend that answers HTML is said, and the HTML is harmless in the report', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><script>alert(1)</script></html>'),
  );
  const run = await runScenarios({ features: { 'a.feature': feature(HEALTH) }, env: against(url) });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /não traz um JSON inteiro|não é JSON/);
});

test('a wrong password is said where the scenario logs in', async () => {
  const url = await serve((_, response) =>
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"Invalid email or password"}'),
  );
  const run = await runScenarios({
    features: { 'a.feature': feature('Dado que existe um usuário registrado') },
    env: against(url),
  });
  assert.match(
    run.failures[0] ?? '',
    /^o backend recusou a senha de test@example\.com; confira DUMONT_TEST_EMAIL e DUMONT_TEST_PASSWORD/,
  );
  assert.doesNotMatch(JSON.stringify(run.messages) + run.output, /testpass123/);
});

test('no folder of a passed scenario stays behind; that of a failed one does', async () => {
  const run = await runFeatures({ features: { 'a.feature': feature('Quando executo `dumont instance get <x>`', BESIDE) } });
  const temporary = path.dirname(run.reports);
  const [runFolder = ''] = readdirSync(temporary).filter((name) => name.startsWith('dumont-journeys-'));
  assert.deepEqual(
    readdirSync(path.join(temporary, runFolder)).map((name) => name.replace(/-.*/, '')),
    ['a_5'],
  );
});
