import type { RecordedRun, RecordedScenario } from '../history/recorded-run';
import { groupOf } from '../model/outcome';

/** What became of what stands around the scenarios: one alert, however many of them it kept from being checked. */
export interface EnvironmentChange {
  kind: 'down' | 'still' | 'up';
  /** The scenarios it kept from being checked, in the last run; none when the run failed outside of them. */
  scenarios: readonly RecordedScenario[];
  /** Why; empty when that is not known, or when it is well again. */
  sentence: string;
  since: Date;
  /** In how many runs, without a break, it was not well. */
  runs: number;
}

/**
 * Looks at the environment in the last run and in those before it.
 * @param runs comparable ones, in the order of time
 * @param reminder after how many runs it is told again
 */
export function environmentChange(runs: readonly RecordedRun[], reminder: number): EnvironmentChange | null {
  const current = runs.at(-1);
  const now = current ? isWell(current) : null;
  if (!current || now === null) return null;
  const before = unwellUntil(runs.slice(0, -1));
  if (now) {
    return before.length > 0
      ? { kind: 'up', scenarios: [], sentence: '', since: before.at(-1)?.at ?? current.at, runs: before.length }
      : null;
  }
  const count = before.length + 1;
  if (before.length > 0 && count % reminder !== 0) return null;
  const scenarios = brokenIn(current);
  const sentence = scenarios.map(({ key }) => current.failureOf(key)?.sentence ?? '').find((text) => text !== '');
  return {
    kind: before.length > 0 ? 'still' : 'down',
    scenarios,
    sentence: current.record.trouble ?? sentence ?? '',
    since: before.at(-1)?.at ?? current.at,
    runs: count,
  };
}

/** Null when the run says nothing of it: everything was skipped, or somebody ended the run before it could tell. */
function isWell(run: RecordedRun): boolean | null {
  const { totals, record } = run;
  if (record.trouble !== null || brokenIn(run).length > 0) return false;
  return totals.passed + totals.flaky + totals.failed + totals.undefined > 0 ? true : null;
}

/** What it kept from being checked; who was stopped by whoever ended the run is none of it. */
function brokenIn(run: RecordedRun): RecordedScenario[] {
  return run.scenarios.flatMap(({ scenario, outcome }) =>
    groupOf(outcome) === 'broken' && !run.failureOf(scenario.key)?.interrupted ? [scenario] : [],
  );
}

/** The latest first. */
function unwellUntil(runs: readonly RecordedRun[]): RecordedRun[] {
  const unwell: RecordedRun[] = [];
  for (const run of [...runs].reverse()) {
    const well = isWell(run);
    if (well) break;
    if (well === false) unwell.push(run);
  }
  return unwell;
}
