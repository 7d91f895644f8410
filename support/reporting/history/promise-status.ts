import type { Group } from '../model/outcome';

/** What a run says of a promise: it holds, does not, is not automated, or nothing was learnt of it. */
export type PromiseStatus = 'holds' | 'fails' | 'not-automated' | 'unknown';

const STANDINGS: Readonly<Record<Group, PromiseStatus>> = {
  passed: 'holds',
  flaky: 'holds',
  failed: 'fails',
  undefined: 'not-automated',
  broken: 'unknown',
  skipped: 'unknown',
  'not-run': 'unknown',
};

export function standingOf(group: Group): PromiseStatus {
  return STANDINGS[group];
}

/** Since when something is as it is. */
export interface Since {
  since: Date;
  /** In how many runs it was seen like that. */
  runs: number;
  /** The latest group. */
  state: Group;
  /** True when an earlier run saw it otherwise; false when it is like that as far back as the history goes. */
  changed: boolean;
}

/**
 * Goes back from the latest state. A retry that helped does not end a time of passing, and runs from which nothing was learnt (skipped,
 * without environment) neither end nor lengthen it, unless that is what the latest state is.
 * @param runs in the order of time
 * @param groupIn what a run says of it; null when it was not there
 * @returns null when it was never seen
 */
export function sinceOf<R extends { at: Date }>(runs: readonly R[], groupIn: (run: R) => Group | null): Since | null {
  let result: Since | null = null;
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const run = runs[index];
    const group = run ? groupIn(run) : null;
    if (!run || group === null) continue;
    result ??= { since: run.at, runs: 0, state: group, changed: false };
    if (isSame(group, result.state)) {
      result.since = run.at;
      result.runs += 1;
    } else if (standingOf(result.state) === 'unknown' || standingOf(group) !== 'unknown') {
      result.changed = true;
      break;
    }
  }
  return result;
}

function isSame(group: Group, latest: Group): boolean {
  return standingOf(latest) === 'unknown' ? group === latest : standingOf(group) === standingOf(latest);
}
