// @own-process: starts many runs
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fakeCli } from './fake-cli';
import { eventually, isAlive } from './processes';
import { startFeatures } from './run-features';
import { temporaryFolder } from './temporary-folder';

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
] as const) {
  for (const parallel of ['0', '1']) {
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
  await run.finished;
  await eventually('the command is gone', () => !isAlive(run.command));
});
