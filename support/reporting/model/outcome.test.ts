import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptOutcome, groupOf, isFailure, journeyGroup, type Outcome, outcomeOf, totalsOf } from './outcome';
import type { Attempt, Scenario, Step, StepStatus } from './run';

const START = new Date('2026-03-01T12:00:00Z');

function step(status: StepStatus, over: Partial<Step> = {}): Step {
  return {
    id: '1',
    kind: 'step',
    keyword: 'Dado',
    text: 'que está tudo bem',
    line: 4,
    table: null,
    docString: null,
    purpose: 'prepare',
    fromBackground: false,
    stanza: '',
    written: { keyword: 'Dado', text: 'que está tudo bem', line: 4, table: null, docString: null },
    definitions: [],
    advice: null,
    location: null,
    status,
    startedAt: START,
    durationMs: 1,
    error: status === 'FAILED' ? { type: 'AssertionError', message: 'não', stack: null } : null,
    commands: [],
    notes: [],
    attachments: [],
    ...over,
  };
}

function attempt(steps: Step[], over: Partial<Attempt> = {}): Attempt {
  return { id: '1', worker: null, startedAt: START, durationMs: 10, willBeRetried: false, steps, ...over };
}

function scenario(...attempts: Attempt[]): Scenario {
  return {
    key: 'k',
    uri: 'features/01.feature',
    theme: null,
    line: 3,
    keyword: 'Cenário',
    name: 'Entrar',
    outline: 'Entrar',
    description: '',
    tags: [],
    rule: null,
    example: [],
    plan: [],
    attempts,
  };
}

const passed = attempt([step('PASSED')]);
const failed = attempt([step('PASSED'), step('FAILED'), step('SKIPPED')]);
const outOfReach = step('FAILED', { error: { type: 'EnvironmentError', message: 'conexão recusada', stack: null } });

const EACH: readonly [what: string, of: Scenario, outcome: Outcome][] = [
  ['all steps passed', scenario(passed), 'passed'],
  ['without steps', scenario(attempt([])), 'passed'],
  ['a step failed', scenario(failed), 'failed'],
  ['a clean-up failed', scenario(attempt([step('PASSED'), step('FAILED', { kind: 'after' })])), 'failed'],
  ['the hook before it failed', scenario(attempt([step('FAILED', { kind: 'before' }), step('SKIPPED')])), 'broken'],
  ['the backend was out of reach', scenario(attempt([outOfReach, step('SKIPPED')])), 'broken'],
  ['it failed, and then its clean-up found no backend', scenario(attempt([step('FAILED'), outOfReach])), 'failed'],
  ['a step without definition, another ambiguous', scenario(attempt([step('UNDEFINED'), step('AMBIGUOUS')])), 'ambiguous'],
  ['a step without definition', scenario(attempt([step('PASSED'), step('UNDEFINED'), step('SKIPPED')])), 'undefined'],
  ['a pending step', scenario(attempt([step('PENDING'), step('SKIPPED')])), 'pending'],
  ['a hook skipped it', scenario(attempt([step('SKIPPED', { kind: 'before' }), step('SKIPPED')])), 'skipped'],
  ['nobody started it', scenario(), 'not-run'],
  ['its end was not heard of', scenario(attempt([step('PASSED'), step('RUNNING')], { durationMs: null })), 'unfinished'],
  ['another attempt is to come', scenario({ ...failed, willBeRetried: true }), 'unfinished'],
  ['failed, then passed', scenario({ ...failed, willBeRetried: true }, passed), 'flaky'],
  ['failed twice', scenario({ ...failed, willBeRetried: true }, failed), 'failed'],
  ['passed twice, in two streams', scenario(passed, passed), 'passed'],
  ['cut in one stream, passed in another', scenario(attempt([step('RUNNING')], { durationMs: null }), passed), 'passed'],
];

for (const [what, of, outcome] of EACH) {
  test(`${what}: ${outcome}`, () => assert.equal(outcomeOf(of), outcome));
}

test('each scenario counts in one group, and the groups add up to all', () => {
  const all = EACH.map(([, of]) => of);
  const totals = totalsOf(all);
  const { passed, flaky, failed, undefined: notAutomated, broken, skipped, 'not-run': notRun } = totals;
  assert.deepEqual(
    { passed, flaky, failed, notAutomated, broken, skipped, notRun },
    { passed: 4, flaky: 1, failed: 5, notAutomated: 2, broken: 4, skipped: 1, notRun: 1 },
  );
  assert.equal(passed + flaky + failed + notAutomated + broken + skipped + notRun, totals.scenarios);
  assert.equal(totals.scenarios, all.length);
});

test('a journey is in the worst group of its scenarios, and skipped only when nothing else happened', () => {
  const skippedOne = scenario(attempt([step('SKIPPED')]));
  assert.equal(journeyGroup({ scenarios: [scenario(passed), skippedOne] }), 'passed');
  assert.equal(journeyGroup({ scenarios: [skippedOne] }), 'skipped');
  assert.equal(journeyGroup({ scenarios: [scenario(passed), scenario()] }), 'not-run');
  assert.equal(journeyGroup({ scenarios: [scenario(passed), scenario(attempt([outOfReach])), scenario(failed)] }), 'failed');
  assert.equal(journeyGroup({ scenarios: [scenario(attempt([step('UNDEFINED')])), scenario(attempt([outOfReach]))] }), 'broken');
});

test('what fails a run is what failed, is not automated, or is not known', () => {
  const failures = EACH.map(([, , outcome]) => outcome).filter(isFailure);
  assert.deepEqual([...new Set(failures)].sort(), ['ambiguous', 'broken', 'failed', 'pending', 'undefined', 'unfinished']);
  assert.equal(groupOf('pending'), 'undefined');
  assert.equal(attemptOutcome(failed), 'failed');
});
