import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasStatus } from '../resources/instance-status';
import { type Allowance, WaitBudget } from './wait-budget';
import { type Wait, waitFor } from './waiting';

const PATIENCE_MS = 300_000;
const ABOUT = ['instance pausada', 'instance 27'];

test('what did not come is waited for half as long each time, never less than a moment, and as usual once it came', () => {
  const budget = new WaitBudget(Number.POSITIVE_INFINITY);
  assert.deepEqual(budget.allow(PATIENCE_MS, ABOUT), { patienceMs: PATIENCE_MS, shortenedBy: null });
  budget.note(ABOUT, { spentMs: PATIENCE_MS, came: false });
  for (const about of [ABOUT, ['instance pausada', 'instance 28'], ['instance em execução', 'instance 27']])
    assert.deepEqual(budget.allow(PATIENCE_MS, about), { patienceMs: 150_000, shortenedBy: 'earlier waits' });
  assert.deepEqual(budget.allow(PATIENCE_MS, ['snapshot guardado', 'snapshot 3']), {
    patienceMs: PATIENCE_MS,
    shortenedBy: null,
  });
  for (let times = 0; times < 9; times += 1) budget.note(ABOUT, { spentMs: 1, came: false });
  assert.equal(budget.allow(PATIENCE_MS, ABOUT).patienceMs, 10_000);
  assert.deepEqual(budget.allow(600, ABOUT), { patienceMs: 600, shortenedBy: null }, 'on a short patience nothing is saved');
  budget.note(ABOUT, { spentMs: 1, came: true });
  assert.equal(budget.allow(PATIENCE_MS, ABOUT).patienceMs, PATIENCE_MS);
});

test('all waits together stay within the budget, but for a moment each', () => {
  const budget = new WaitBudget(400_000);
  budget.note([], { spentMs: 300_000, came: true });
  assert.deepEqual(budget.allow(PATIENCE_MS, ABOUT), { patienceMs: 100_000, shortenedBy: 'budget' });
  budget.note([], { spentMs: 99_000, came: true });
  assert.deepEqual(budget.allow(PATIENCE_MS, ABOUT), { patienceMs: 10_000, shortenedBy: 'budget' });
});

/** Decides as told, so that no test waits for long. */
class Decided extends WaitBudget {
  readonly #shortenedBy: Allowance['shortenedBy'];

  constructor(shortenedBy: Allowance['shortenedBy']) {
    super(3_600_000);
    this.#shortenedBy = shortenedBy;
  }

  override allow(): Allowance {
    return { patienceMs: 1, shortenedBy: this.#shortenedBy };
  }
}

test('a wait that was cut short says why; one that the budget cut proves nothing of the product', async () => {
  const wait = (budget: WaitBudget): Wait<string> => ({
    look: async () => 'running',
    holds: () => false,
    name: (state) => state,
    wanted: 'a instância <gpu> deveria ficar pausada',
    patienceMs: PATIENCE_MS,
    budget,
  });
  await assert.rejects(
    waitFor(wait(new Decided('earlier waits'))),
    /^AssertionError: a instância <gpu> deveria ficar pausada, mas .*: running 0 s\. Esperei menos do que os 300 s de costume: nesta execução já esperei pelo mesmo em vão\.$/,
  );
  await assert.rejects(waitFor(wait(new Decided('budget'))), {
    name: 'WaitBudgetError',
    message: /running 0 s\. Não esperei mais: a execução já gastou com esperas os 3\.600 s de DUMONT_WAIT_BUDGET\.$/,
  });
});

test('how a wait ended is noted under its names; a look that fails says nothing', async () => {
  const budget = new WaitBudget(Number.POSITIVE_INFINITY);
  const about = ['x'];
  const wait = { holds: () => false, name: String, wanted: 'x', patienceMs: 1, budget, about };
  await assert.rejects(waitFor({ ...wait, look: () => Promise.reject(new Error('out of reach')) }));
  assert.equal(budget.allow(PATIENCE_MS, about).patienceMs, PATIENCE_MS);
  await assert.rejects(waitFor({ ...wait, look: async () => 1 }));
  assert.equal(budget.allow(PATIENCE_MS, about).patienceMs, 150_000);
});

test('a status must be told by both fields where there are both, and by the one there is otherwise', () => {
  const cases: [item: Readonly<Record<string, unknown>>, holds: boolean][] = [
    [{ status: 'paused', actual_status: 'paused' }, true],
    [{ status: 'paused', actual_status: 'stopped' }, true],
    [{ status: 'paused', actual_status: 'running' }, false],
    [{ status: 'running', actual_status: 'paused' }, false],
    [{ status: 'paused' }, true],
    [{ actual_status: 'stopped' }, true],
    [{ actual_status: 'running' }, false],
    [{}, false],
  ];
  for (const [item, holds] of cases) assert.equal(hasStatus(item, 'paused'), holds, JSON.stringify(item));
});
