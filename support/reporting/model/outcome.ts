import type { Attempt, Journey, Run, Scenario, Step, StepStatus } from './run';

/**
 * What became of a scenario. `flaky`: an attempt failed and a later one passed. `not-run`: nobody started it. `unfinished`: its end has
 * not been heard of (yet).
 */
export type Outcome =
  | 'passed'
  | 'flaky'
  | 'failed'
  | 'undefined'
  | 'ambiguous'
  | 'pending'
  | 'skipped'
  | 'not-run'
  | 'unfinished';

/** The five groups every total is made of; each scenario is in exactly one. */
export interface Totals {
  scenarios: number;
  passed: number;
  flaky: number;
  failed: number;
  skipped: number;
  notRun: number;
  /** Commands of the document that ran, in the attempt that counts. */
  commands: number;
  /** Time of the scenarios added up, retries included, in milliseconds. */
  durationMs: number;
}

/** From harmless to worst, as cucumber itself ranks them. */
const SEVERITY: readonly StepStatus[] = ['UNKNOWN', 'PASSED', 'SKIPPED', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED'];

const SKIP_NOTE = 'Pulado: ';

/** The outcome of a scenario by its last attempt, which is the one that counts. */
export function outcomeOf(scenario: Scenario): Outcome {
  const last = scenario.attempts.at(-1);
  if (!last) return 'not-run';
  if (last.durationMs === null || last.willBeRetried) return 'unfinished';
  const outcome = attemptOutcome(last);
  return outcome === 'passed' && scenario.attempts.length > 1 ? 'flaky' : outcome;
}

/** The outcome of one attempt that ended: its worst step's. */
export function attemptOutcome(attempt: Attempt): Outcome {
  const worst = Math.max(...attempt.steps.map((step) => SEVERITY.indexOf(step.status)), 0);
  switch (SEVERITY[worst]) {
    case 'FAILED':
      return 'failed';
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

/** True when the outcome keeps the run from being good: what cucumber-js exits 1 for, and what has no end. */
export function isFailure(outcome: Outcome): boolean {
  return ['failed', 'undefined', 'ambiguous', 'pending', 'unfinished'].includes(outcome);
}

/** The steps (and hooks) an attempt failed by, in order. */
export function brokenSteps(attempt: Attempt): Step[] {
  return attempt.steps.filter(isBroken);
}

/** True when a scenario fails by this step. */
export function isBroken({ status }: Step): boolean {
  return ['FAILED', 'UNDEFINED', 'AMBIGUOUS', 'PENDING'].includes(status);
}

/** Why an attempt was skipped, from what its hook logged (`Pulado: <reason>`); null when nobody said. */
export function skipReason(attempt: Attempt): string | null {
  const note = attempt.steps.flatMap((step) => step.notes).find(isSkipNote);
  return note?.slice(SKIP_NOTE.length).trim() || null;
}

/** True for the note by which a hook says why it skips its scenario. */
export function isSkipNote(note: string): boolean {
  return note.startsWith(SKIP_NOTE);
}

/** Adds up scenarios: of one journey, or of a whole run. */
export function totalsOf(scenarios: readonly Scenario[]): Totals {
  const totals: Totals = { scenarios: 0, passed: 0, flaky: 0, failed: 0, skipped: 0, notRun: 0, commands: 0, durationMs: 0 };
  for (const scenario of scenarios) {
    const outcome = outcomeOf(scenario);
    totals.scenarios += 1;
    if (outcome === 'passed') totals.passed += 1;
    else if (outcome === 'flaky') totals.flaky += 1;
    else if (outcome === 'skipped') totals.skipped += 1;
    else if (outcome === 'not-run') totals.notRun += 1;
    else totals.failed += 1;
    totals.commands += documentedCommands(scenario.attempts.at(-1));
    totals.durationMs += scenario.attempts.reduce((sum, attempt) => sum + (attempt.durationMs ?? 0), 0);
  }
  return totals;
}

/** All scenarios of the run, in the order of the files. */
export function scenariosOf(run: Run): Scenario[] {
  return run.journeys.flatMap((journey) => journey.scenarios);
}

/** The outcome of a journey: the worst group any of its scenarios is in; skipped only when nothing else happened. */
export function journeyOutcome(journey: Journey): 'failed' | 'not-run' | 'flaky' | 'passed' | 'skipped' {
  const totals = totalsOf(journey.scenarios);
  if (totals.failed > 0) return 'failed';
  if (totals.notRun > 0) return 'not-run';
  if (totals.flaky > 0) return 'flaky';
  return totals.passed > 0 ? 'passed' : 'skipped';
}

function documentedCommands(attempt: Attempt | undefined): number {
  return (attempt?.steps ?? []).flatMap((step) => step.commands).filter((command) => command.role === 'documentado').length;
}
