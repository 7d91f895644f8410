import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { eventually, isAlive } from '../../testing/processes';
import { temporaryFolder } from '../../testing/temporary-folder';
import { runProcess } from './process';

const folder = temporaryFolder('process');
const node = (script: string, timeoutMs = 30_000, outputCap?: number) =>
  runProcess({
    file: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: { HOME: folder },
    timeoutMs,
    ...(outputCap && { outputCap }),
  });

const CHILD_THAT_STAYS = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  console.log(child.pid);`;

test('a process gets only the environment it is given, a closed stdin and its own folder', async () => {
  const { stdout, exitCode } = await node(
    'console.log(JSON.stringify([Object.keys(process.env).sort(), process.cwd(), require("fs").readFileSync(0, "utf8")])); process.exit(3)',
  );
  assert.deepEqual(JSON.parse(stdout), [['HOME'], folder, '']);
  assert.equal(exitCode, 3);
});

test('colours are no part of what a process says', async () => {
  const { stdout, stderr } = await node(
    String.raw`process.stdout.write('\x1b[32m[ok]\x1b[0m {"a": "\x1b[1mb\x1b[22m"}\n'); process.stderr.write('\x1b[1;31mno\x1b[0m')`,
  );
  assert.deepEqual([stdout, stderr], ['[ok] {"a": "b"}\n', 'no']);
});

test('a process that hangs is ended with the children that it started', async () => {
  const outcome = await node(`${CHILD_THAT_STAYS} setInterval(() => {}, 1000)`, 500);
  assert.equal(outcome.timedOut, true);
  assert.equal(outcome.exitCode, null);
  await eventually('the child is gone', () => !isAlive(Number(outcome.stdout)));
});

test('a process that ends leaving a child behind does not keep us waiting, and the child goes', async () => {
  const outcome = await node(`${CHILD_THAT_STAYS} child.unref(); setTimeout(() => process.exit(0), 50)`);
  assert.equal(outcome.timedOut, false);
  assert.equal(outcome.exitCode, 0);
  await eventually('the child is gone', () => !isAlive(Number(outcome.stdout)));
});

test('endless output is cut at the cap and the process ended', async () => {
  const outcome = await node('for (;;) require("fs").writeSync(1, "x".repeat(10000))', 30_000, 50_000);
  assert.equal(outcome.outputCut, true);
  assert.equal(outcome.stdout.length, 50_000);
  assert.equal(outcome.timedOut, false);
});

test('a death by signal and a failed start are told apart from an exit code', async () => {
  assert.equal((await node('process.kill(process.pid, "SIGSEGV")')).signal, 'SIGSEGV');
  const missing = await runProcess({ file: path.join(folder, 'nada'), args: [], cwd: folder, env: {}, timeoutMs: 1000 });
  assert.equal(missing.startFailure, 'ENOENT');
});

test('a child in a session of its own cannot keep us waiting either', async () => {
  const outcome = await node(`
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)'], { stdio: 'inherit', detached: true });
    console.log(child.pid);
    process.exit(0);`);
  process.kill(Number(outcome.stdout), 'SIGKILL');
  assert.equal(outcome.exitCode, 0);
  assert.ok(outcome.durationMs < 15_000, 'it did not wait for the child');
});
