import assert from 'node:assert/strict';
import { test } from 'node:test';
import { survivesLostWorkers } from './worker-loss';

test('the place in cucumber-js is there, and does what this depends on', () => {
  const { ChildProcessAdapter } = require('@cucumber/cucumber/lib/runtime/parallel/adapter');
  const source = String(ChildProcessAdapter);
  for (const part of [
    'startWorker(id, total)',
    'this.workers[id] = worker',
    'delete this.inProgress[worker.id]',
    'awakenWorkers(triggeringWorker)',
    'worker.state === 0 ', // idle
  ])
    assert.ok(source.includes(part), part);
});

for (const [what, load] of [
  ['the module', () => require('@cucumber/cucumber/lib/runtime/parallel/no_such_adapter')],
  ['the method', () => class {}],
] as const) {
  test(`says what is wrong when ${what} is gone`, () => {
    assert.throws(() => survivesLostWorkers(load), /^Error: o cucumber-js instalado não tem mais startWorker/);
  });
}
