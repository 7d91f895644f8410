// @own-process: starts many runs
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '../sandbox/index';
import { lastMessages } from '../shared/report-drafts';
import { ledgerFiles, readLedger } from '../suite/safety/cleanup/ledger-folder';
import { fakeCli } from './fake-cli';
import { eventually, isAlive } from './processes';
import { startFeatures } from './run-features';
import { serve } from './serve';
import { temporaryFolder } from './temporary-folder';

/** A repetition that comes sooner is the same Ctrl-C, told twice. */
const REPETITION_MS = 600;

const FEATURE = `
Funcionalidade: Interrompida

  Cenário: O que está em curso
    Quando executo \`dumont instance list\`
    Então a API responde 200

  Cenário: O que vem depois
    Quando executo \`dumont instance list\`
    Então a API responde 200`;

/** Starts a run whose command hangs, and waits until the command runs. */
async function startHanging(args: readonly string[]) {
  const file = path.join(temporaryFolder('hanging'), 'pid');
  const cli = fakeCli(`
    if (process.argv[2] === 'health') return require('node:http').get(process.env.DUMONT_API_URL); // what is asked before the run
    const fs = require('node:fs');
    fs.writeFileSync('${file}.draft', String(process.pid));
    fs.renameSync('${file}.draft', '${file}');
    process.on('SIGTERM', () => {});
    setInterval(() => {}, 1000);`);
  const run = startFeatures({ features: { 'a.feature': FEATURE }, args, env: { DUMONT_BIN: cli } });
  await eventually('the command runs', () => existsSync(file));
  return { ...run, command: Number(readFileSync(file, 'utf8')) };
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  for (const parallel of signal === 'SIGHUP' ? ['1'] : ['0', '1']) {
    test(`${signal} with --parallel ${parallel} drains the run: nothing is left, the reports are whole`, async () => {
      const run = await startHanging(['--parallel', parallel]);
      process.kill(run.pid, signal);
      const { exitCode, failures, messages } = await run.finished;
      assert.equal(exitCode, code);
      await eventually('the command is gone', () => !isAlive(run.command));
      assert.ok(
        failures.length > 0 && failures.every((failure) => failure.startsWith('a execução foi interrompida.')),
        failures.join('\n'),
      );
      assert.ok(messages.at(-1)?.testRunFinished, 'the stream of messages is whole');
      const started = messages.filter(({ testCaseStarted }) => testCaseStarted).length;
      assert.equal(messages.filter(({ testCaseFinished }) => testCaseFinished).length, started);
    });
  }
}

test('when the coordinator is killed outright its worker ends its command and leaves', async () => {
  const run = await startHanging(['--parallel', '1']);
  process.kill(run.pid, 'SIGKILL');
  const { reports } = await run.finished;
  await eventually('the command is gone', () => !isAlive(run.command));
  assert.deepEqual(readdirSync(reports), [`execucao-em-curso-${run.pid}`], 'no report is half there');
  assert.equal(path.dirname(lastMessages(reports)), path.join(reports, `execucao-em-curso-${run.pid}`));
});

/** A backend whose scenarios share one account, and what a run against it needs. @param url where it answers, when not at its own address */
async function deployment(url?: (sandbox: string) => Promise<string>) {
  const sandbox = await startSandbox();
  const user = { email: 'dona@example.com', password: 'senha-da-dona' };
  await sandbox.control.createUser(user);
  const env = {
    DUMONT_BASE_URL: url ? await url(sandbox.url) : sandbox.url,
    DUMONT_TEST_EMAIL: user.email,
    DUMONT_TEST_PASSWORD: user.password,
    DUMONT_SKIP_DESTRUCTIVE: 'false',
    XDG_STATE_HOME: temporaryFolder('state'),
  };
  return { sandbox, env };
}

/** Passes everything on, but never lets an instance go. */
function holding(target: string, onDelete: () => void): http.RequestListener {
  return (incoming, outgoing) => {
    if (incoming.method === 'DELETE') {
      onDelete();
      return outgoing.writeHead(409, { 'content-type': 'application/json' }).end('{"error":"busy"}');
    }
    const { method, headers } = incoming;
    const forwarded = http.request(target + incoming.url, { method, headers, agent: false }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    return incoming.pipe(forwarded);
  };
}

test('where scenarios take turns, one whose worker is killed outright gives its turn to the next', async (t) => {
  const { sandbox, env } = await deployment();
  t.after(() => sandbox.close());
  const file = path.join(temporaryFolder('first'), 'parent');
  const cli = fakeCli(`
    const fs = require('node:fs');
    if (process.argv[2] !== 'health' && !fs.existsSync('${file}')) {
      fs.writeFileSync('${file}.draft', String(process.ppid));
      fs.renameSync('${file}.draft', '${file}');
      return setInterval(() => {}, 1000);
    }
    require('node:http').get(process.env.DUMONT_API_URL);`);
  const run = startFeatures({ features: { 'a.feature': FEATURE }, args: ['--parallel', '2'], env: { ...env, DUMONT_BIN: cli } });
  await eventually('the first command runs', () => existsSync(file));
  process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL');
  const { exitCode, messages, output } = await run.finished;
  assert.equal(exitCode, 1, output);
  assert.equal(messages.filter(({ testCaseStarted }) => testCaseStarted).length, 2);
});

for (const parallel of ['0', '2']) {
  test(`a second Ctrl-C does not wait for the clean-up, and what is left is named (${parallel} workers)`, async (t) => {
    let deletions = 0;
    const { sandbox, env } = await deployment((target) => serve(holding(target, () => (deletions += 1))));
    t.after(() => sandbox.close());
    const feature = `
Funcionalidade: Aluguel

  @destrutivo
  Cenário: Um
    Dado que estou autenticado
    E que já tenho a instância <instance_id> em execução
    Quando executo \`dumont instance get <instance_id>\`
    Então a instância <instance_id> fica pausada`;
    const run = startFeatures({
      features: { 'a.feature': feature },
      args: ['--parallel', parallel],
      env: { ...env, DUMONT_BIN: 'sandbox', DUMONT_PATIENCE: '300' },
    });
    const ledger = () => ledgerFiles(path.join(env.XDG_STATE_HOME, 'dumont-journeys')).flatMap(readLedger);
    await eventually('the instance is noted', () => ledger().some(({ type }) => type === 'outcome'));
    process.kill(run.pid, 'SIGINT');
    await eventually('the clean-up waits', () => deletions > 0);
    await pause(REPETITION_MS);
    process.kill(run.pid, 'SIGINT');
    const { exitCode, output, failures, messages } = await run.finished;
    assert.equal(exitCode, 130, output);
    assert.ok(messages.at(-1)?.testRunFinished, 'the stream of messages is whole');
    const left =
      /instância \d+ \(US\$ \d,\d+ por hora\): a limpeza foi abandonada a pedido; para remover: dumont instance delete \d+/;
    assert.match(failures.join('\n'), left);
    assert.match(output, /ATENÇÃO: ficou em [\s\S]*instância \d+ [\s\S]*Para desfazer: npm run sweep/);
  });
}
