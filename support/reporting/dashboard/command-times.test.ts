import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey, runOf, scenario, when } from '../coverage/coverage.fixture';
import type { Run, Step } from '../model/run';
import { commandTimes } from './command-times';

function took(command: string, durationMs: number, over: Partial<Step> = {}): Step {
  const step = when(command, []);
  return { ...step, commands: step.commands.map((run) => ({ ...run, durationMs })), ...over };
}

function runWith(...steps: Step[]): Run {
  return runOf([journey(steps.map((step, index) => scenario([step], { key: `k${index}` })))]);
}

test('each command by how often it ran and how long it took, the usually slowest first', () => {
  const times = Array.from({ length: 20 }, (_, index) => took('dumont thing list', index + 1));
  const run = runWith(...times, took('dumont thing create', 50));
  assert.deepEqual(
    commandTimes(run).map(({ command, times: amount, medianMs, p95Ms, slowest }) => [
      command,
      amount,
      medianMs,
      p95Ms,
      slowest.ms,
      slowest.scenario.key,
    ]),
    [
      ['dumont thing create', 1, 50, 50, 50, 'k20'],
      ['dumont thing list', 20, 10, 19, 20, 'k19'],
    ],
  );
});

test('the rows of an outline are one command, unless the whole command is a column', () => {
  const row = (command: string, written: string): Step => {
    const step = took(command, 1);
    return { ...step, written: { ...step.written, text: `executo \`${written}\`` } };
  };
  const run = runWith(
    row('dumont thing list limit=1', 'dumont thing list limit=<limite>'),
    row('dumont thing list limit=2', 'dumont thing list limit=<limite>'),
    row('dumont thing a', '<comando>'),
    row('dumont thing b', '<comando>'),
  );
  assert.deepEqual(
    commandTimes(run).map(({ command, times }) => [command, times]),
    [
      ['dumont thing a', 1],
      ['dumont thing b', 1],
      ['dumont thing list limit=<limite>', 2],
    ],
  );
});

test('commands that prepare or look are not the ones people type', () => {
  const prepares = took('dumont thing list', 900);
  const run = runWith({ ...prepares, commands: prepares.commands.map((one) => ({ ...one, role: 'setup' as const })) });
  assert.deepEqual(commandTimes(run), []);
});
