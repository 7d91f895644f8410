// @own-process: interrupts runs
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../sandbox/index';
import { type Course, holds, InterruptionTrials, momentsOf } from './interruption-trials';

// A few of the moments that support/testing/interruptions.ts tries by the dozen.

const SEED = 'npm test';
const COUNT = 3;

let sandbox: Sandbox;
let trials: InterruptionTrials;
let course: Course;
before(async () => {
  sandbox = await startSandbox();
  trials = new InterruptionTrials(sandbox, ['features/02_instance_lifecycle.feature', 'features/05_finetune_workflow.feature']);
  course = await trials.measure();
});
after(() => sandbox.close());

for (const moment of momentsOf(SEED, COUNT)) {
  const { signal, to, workers, share } = moment;
  const title = `${signal} to the ${to} at ${Math.round(share * 100)} % of a run with ${workers} workers leaves nothing behind`;
  test(title, { skip: !existsSync('/proc/self/environ') }, async () => {
    const trial = await trials.try(moment, course);
    assert.ok(holds(trial), JSON.stringify(trial, null, 2));
  });
}
