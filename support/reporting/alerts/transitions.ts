import type { ComparableRuns } from '../history/comparable-runs';
import type { History } from '../history/history';
import { type PromiseStatus, standingOf } from '../history/promise-status';
import type { RecordedRun, RecordedScenario } from '../history/recorded-run';
import { groupOf } from '../model/outcome';
import { type EnvironmentChange, environmentChange } from './environment';
import { type PromiseChanges, promiseChanges } from './promise-changes';

/** What the last run changed, and what it is time to be reminded of. Each scenario is in one list at most. */
export interface Transitions {
  run: RecordedRun;
  /** The run before it in the same line; null when it is the first. */
  previous: RecordedRun | null;
  environment: EnvironmentChange | null;
  promises: PromiseChanges;
  /** Failing now and not before, or now in another way. */
  failed: readonly Transition[];
  /** Failing for so many runs that it must be said again. */
  still: readonly Transition[];
  recovered: readonly Transition[];
  /** Passing, but from now on among the unstable ones. */
  unstable: readonly Transition[];
}

export interface Transition {
  scenario: RecordedScenario;
  signature: string | null;
  /** What it fails by, or failed by before the retry; empty when that is not known. */
  sentence: string;
  /** Began to fail then: now, for a new failure; of a recovered one, while it failed. */
  since: Date;
  /** Runs in which it was seen failing; of an unstable one, how often it switched. */
  runs: number;
  /** It was failing already, for another reason. */
  again: boolean;
}

/**
 * Compares the last recorded run with its own past: same target, CLI and branch.
 * @param reminder after how many failing runs a failure is told again, and after how many more each time
 * @returns null when no run is recorded
 */
export function transitions(history: History, reminder: number): Transitions | null {
  const run = history.last;
  if (!run) return null;
  const line = history.line(run.record, run.at);
  const found: Transitions & Record<Kind, Transition[]> = {
    run,
    previous: line.runs.at(-2) ?? null,
    environment: environmentChange(line.runs, reminder),
    promises: promiseChanges(line.runs),
    failed: [],
    still: [],
    recovered: [],
    unstable: [],
  };
  for (const { scenario } of run.scenarios) {
    const [kind, transition] = changeOf(scenario, line.runs, reminder) ?? [];
    if (kind && transition) found[kind].push(transition);
  }
  const told = new Set(found.recovered.map(({ scenario }) => scenario.key));
  found.unstable.push(...newlyUnstable(line).filter(({ scenario }) => !told.has(scenario.key)));
  return found;
}

/** True when there is something to tell. */
export function isWorthTelling({ environment, promises, failed, still, recovered, unstable }: Transitions): boolean {
  const changed = promises.broken.length + promises.mended.length;
  return environment !== null || changed > 0 || failed.length + still.length + recovered.length + unstable.length > 0;
}

type Kind = 'failed' | 'still' | 'recovered' | 'unstable';

interface Seen {
  run: RecordedRun;
  signature: string | null;
}

function changeOf(scenario: RecordedScenario, runs: readonly RecordedRun[], reminder: number): [Kind, Transition] | null {
  const { key } = scenario;
  const run = runs.at(-1);
  const now = run ? standingIn(run, key) : 'unknown';
  if (!run || now === 'unknown') return null;
  const failing = failingBefore(key, runs.slice(0, -1));
  const failure = run.failureOf(key);
  const begun = failing.at(-1)?.run.at ?? run.at;
  if (now === 'holds') {
    if (failing.length === 0) return null;
    return ['recovered', { scenario, signature: null, sentence: '', since: begun, runs: failing.length, again: false }];
  }
  const signature = failure?.signature ?? null;
  const known = failing.some((seen) => seen.signature === signature);
  const runsFailing = failing.length + 1;
  const transition = {
    scenario,
    signature,
    sentence: failure?.sentence ?? '',
    since: begun,
    runs: runsFailing,
    again: failing.length > 0,
  };
  if (!known) return ['failed', transition];
  return runsFailing % reminder === 0 ? ['still', transition] : null;
}

/** The runs in which it was failing without a break until the run before the last, the latest first. */
function failingBefore(key: string, runs: readonly RecordedRun[]): Seen[] {
  const failing: Seen[] = [];
  for (const run of [...runs].reverse()) {
    const standing = standingIn(run, key);
    if (standing === 'holds') break;
    if (standing !== 'unknown') failing.push({ run, signature: run.failureOf(key)?.signature ?? null });
  }
  return failing;
}

function standingIn(run: RecordedRun, key: string): PromiseStatus {
  const outcome = run.outcomeOf(key);
  return outcome === null ? 'unknown' : standingOf(groupOf(outcome));
}

function newlyUnstable(line: ComparableRuns): Transition[] {
  const { current, past } = line;
  if (!current) return [];
  const known = new Set(past.unstable().map(({ scenario }) => scenario.key));
  return line.unstable().flatMap(({ scenario, switches }) => {
    if (known.has(past.current?.keyHere(scenario.key) ?? scenario.key) || standingIn(current, scenario.key) !== 'holds')
      return [];
    const failure = current.failureOf(scenario.key);
    const { signature = null, sentence = '' } = failure ?? {};
    return [{ scenario, signature, sentence, since: current.at, runs: switches, again: false }];
  });
}
