// @own-process: loads the steps together with hooks of the mutation
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { FeatureRunner } from './feature-runner';
import type { WireMutant } from './mutant';
import { MutantJudge } from './mutant-judge';
import { wireMutants } from './plan';
import type { ScenarioRecord } from './record';

const FEATURE = 'features/01_auth_journey.feature';
const folder = mkdtempSync(path.join(tmpdir(), 'feature-runner-'));
process.env.TMPDIR = folder; // failed scenarios keep their folders, and here every scenario is made to fail

let runner: FeatureRunner;
let judge: MutantJudge;
let journey: ScenarioRecord;
let mutants: WireMutant[];

before(async () => {
  runner = await FeatureRunner.open();
  judge = new MutantJudge(runner);
  const { scenarios, failed } = await judge.dryRunJourneys([FEATURE]);
  assert.deepEqual(failed, []);
  const [found] = scenarios;
  assert.ok(found);
  journey = found;
  mutants = wireMutants(journey);
});

after(async () => {
  await runner.close();
  rmSync(folder, { recursive: true, force: true });
});

const judgeMutant = (id: string) => {
  const mutant = mutants.find((each) => each.id === id);
  assert.ok(mutant, `there is a mutant ${id}`);
  return judge.judgeWire(mutant, journey);
};

test('with nothing broken the journey passes, and what its commands got is kept', () => {
  assert.deepEqual(
    journey.steps.map(({ number, operationId, status }) => [number, operationId, status]),
    [
      [1, 'login', 200],
      [2, 'getCurrentUser', 200],
      [3, 'listSettings', 200],
      [4, 'logout', 200],
      [5, 'getCurrentUser', 401],
    ],
  );
  assert.equal(journey.steps[1]?.command, 'dumont auth me');
});

test('every command is broken in every way that applies to it, each under a name of its own', () => {
  assert.equal(new Set(mutants.map(({ id }) => id)).size, mutants.length);
  const of = (step: number): string[] => mutants.filter((each) => each.step === step).map(({ id }) => id.slice(5));
  for (const step of [1, 2, 3, 4, 5]) {
    for (const always of ['status 500', 'other-tenant', 'reset', 'silence'])
      assert.ok(of(step).includes(always), `${step} ${always}`);
  }
  assert.ok(of(4).includes('success-false') && of(4).includes('swallowed') && !of(4).includes('stale'));
  assert.ok(of(5).includes('stale') && of(5).includes('status 200') && !of(5).includes('swallowed'));
  assert.ok(of(2).includes('field-dropped email') && of(2).includes('field-value email'));
});

test('a kill names the scenario, the step and what it said', async () => {
  const { fate, kill } = await judgeMutant('j1.2 status 500');
  assert.equal(fate, 'killed');
  assert.equal(kill?.step, 'a API responde 200');
  assert.equal(kill?.by, 'step');
  assert.match(kill?.message ?? '', /a API deveria responder 200, mas respondeu 500: "Internal server error"/);
  assert.match(kill?.scenario ?? '', /01_auth_journey\.feature:\d+$/);
});

test('a reply that leaves the contract ends the scenario early and is told by operation and field', async () => {
  const { fate, kill } = await judgeMutant('j1.2 field-dropped email');
  assert.deepEqual([fate, kill?.by], ['killed', 'contract']);
  assert.match(kill?.message ?? '', /getCurrentUser/);
});

for (const id of [
  'j1.1 swallowed',
  'j1.2 other-tenant',
  'j1.5 stale',
  'j1.5 status 200',
  'j1.3 reset',
  'j1.2 field-value email',
]) {
  test(`${id} is noticed`, async () => {
    assert.equal((await judgeMutant(id)).fate, 'killed');
  });
}

test('what the journey cannot notice is left to the rules of the same operation', async () => {
  const { fate, kill } = await judgeMutant('j1.3 other-tenant'); // the journey does not say whose settings they are
  assert.equal(fate, 'killed');
  assert.match(kill?.scenario ?? '', /01_auth_journey/);
  assert.notEqual(kill?.scenario, `${FEATURE}:${journey.line}`);
});

test('a change that leaves the reply as it was is void', async () => {
  const {
    scenarios: [health],
  } = await judge.dryRunJourneys(['features/10_health_check.feature']);
  assert.ok(health);
  const sameForAll = wireMutants(health).find(({ id }) => id === 'j10.1 other-tenant');
  assert.ok(sameForAll);
  assert.equal((await judge.judgeWire(sameForAll, health)).fate, 'void');
});

test('a logout that the product never hears of is told by nobody: the session is the token alone', async () => {
  assert.equal((await judgeMutant('j1.4 swallowed')).fate, 'survived');
});
