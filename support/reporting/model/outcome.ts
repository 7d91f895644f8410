import { ENVIRONMENT_ERROR, INTERRUPTED_ERROR, WAIT_BUDGET_ERROR } from '../../shared/messages/error-types';
import type { Note } from '../../shared/messages/note';
import { GROUPS, type Group, OUTCOMES, type Outcome, WORST_FIRST } from './outcome-table';
import type { Attempt, Journey, Run, Scenario, Step, StepStatus } from './run';

export type { Group, Outcome };

export interface Totals extends Record<Group, number> {
  scenarios: number;
  /** Commands of the document that ran, in the attempt that counts. */
  commands: number;
  /** Time of the scenarios added up, retries included, in milliseconds. */
  durationMs: number;
}

/** The one group in which a scenario with this outcome is counted. */
export function groupOf(outcome: Outcome): Group {
  return OUTCOMES[outcome].group;
}

/** From harmless to worst, as cucumber itself ranks them. */
const SEVERITY: readonly StepStatus[] = ['UNKNOWN', 'PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED'];

/** The outcome of a scenario by its last attempt, which is the one that counts. */
export function outcomeOf({ attempts }: Pick<Scenario, 'attempts'>): Outcome {
  const last = attempts.at(-1);
  if (!last) return 'not-run';
  if (last.durationMs === null || last.willBeRetried) return 'unfinished';
  const outcome = attemptOutcome(last);
  return outcome === 'passed' && attempts.length > 1 && attempts.some(hasFailed) ? 'flaky' : outcome;
}

function hasFailed(attempt: Attempt): boolean {
  return attempt.durationMs !== null && isFailure(attemptOutcome(attempt));
}

/** The outcome of one attempt that ended: its worst step's. */
export function attemptOutcome(attempt: Attempt): Outcome {
  return endOf(attempt).outcome;
}

interface End {
  outcome: Outcome;
  /** Commands of the document that ran in it. */
  commands: number;
}

/** What ended does not change, and every output asks again. */
const ends = new WeakMap<Attempt, End>();

function endOf(attempt: Attempt): End {
  const known = ends.get(attempt);
  if (known) return known;
  const end: End = { outcome: worstOutcome(attempt), commands: documentedCommands(attempt) };
  if (attempt.durationMs !== null) ends.set(attempt, end);
  return end;
}

function worstOutcome(attempt: Attempt): Outcome {
  const worst = Math.max(...attempt.steps.map((step) => SEVERITY.indexOf(step.status)), 0);
  switch (SEVERITY[worst]) {
    case 'FAILED':
      return failedByItsSurroundings(attempt) ? 'broken' : 'failed';
    case 'AMBIGUOUS':
      return 'ambiguous';
    case 'UNDEFINED':
      return 'undefined';
    case 'PENDING':
      return 'pending';
    case 'SKIPPED':
      return 'skipped';
    default:
      return 'passed';
  }
}

/** Errors of these types say nothing of the product. */
const SURROUNDINGS: readonly string[] = [ENVIRONMENT_ERROR, INTERRUPTED_ERROR, WAIT_BUDGET_ERROR];

/** The first failure decides: what fails after it (a clean-up, say) is its consequence. */
function failedByItsSurroundings({ steps }: Attempt): boolean {
  const first = steps.find((step) => step.status === 'FAILED');
  return first?.kind === 'before' || SURROUNDINGS.includes(first?.error?.type ?? '');
}

/** True when the outcome keeps the run from being good: what cucumber-js exits 1 for, and what has no end. */
export function isFailure(outcome: Outcome): boolean {
  return GROUPS[groupOf(outcome)].isFailure;
}

/** The steps (and hooks) an attempt failed by, in order. */
export function brokenSteps(attempt: Attempt): Step[] {
  return attempt.steps.filter(isBroken);
}

/** True when a scenario fails by this step. */
export function isBroken({ status }: Pick<Step, 'status'>): boolean {
  return ['FAILED', 'UNDEFINED', 'AMBIGUOUS', 'PENDING'].includes(status);
}

/** The note by which a hook or a step said why it skips its scenario; null when none did. */
export function skipOf(attempt: Attempt): Extract<Note, { kind: 'skipped' }> | null {
  return attempt.steps.flatMap((step) => step.notes).find((note) => note.kind === 'skipped') ?? null;
}

/** Why an attempt was skipped; null when nobody said. */
export function skipReason(attempt: Attempt): string | null {
  return skipOf(attempt)?.text || null;
}

/** Adds up scenarios: of one journey, or of a whole run. */
export function totalsOf(scenarios: readonly Scenario[]): Totals {
  const totals = { ...NO_SCENARIOS };
  for (const scenario of scenarios) {
    totals.scenarios += 1;
    totals[groupOf(outcomeOf(scenario))] += 1;
    const last = scenario.attempts.at(-1);
    if (last) totals.commands += endOf(last).commands;
    totals.durationMs += scenario.attempts.reduce((sum, attempt) => sum + (attempt.durationMs ?? 0), 0);
  }
  return totals;
}

/** The totals of no scenarios. */
export const NO_SCENARIOS: Totals = {
  scenarios: 0,
  passed: 0,
  flaky: 0,
  failed: 0,
  undefined: 0,
  broken: 0,
  skipped: 0,
  'not-run': 0,
  commands: 0,
  durationMs: 0,
};

/** All scenarios of the run, in the order of the files. */
export function scenariosOf(run: Run): Scenario[] {
  return run.journeys.flatMap((journey) => journey.scenarios);
}

/** The group of a journey: the worst that any of its scenarios is in. */
export function journeyGroup(journey: Pick<Journey, 'scenarios'>): Group {
  const totals = totalsOf(journey.scenarios);
  return WORST_FIRST.find((group) => totals[group] > 0) ?? 'not-run';
}

function documentedCommands({ steps }: Attempt): number {
  let commands = 0;
  for (const step of steps) {
    for (const { role } of step.commands) if (role === 'documented') commands += 1;
  }
  return commands;
}
