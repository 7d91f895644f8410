import type { Group } from '../model/outcome';

/** What a run says of a promise: it holds, does not, is not automated, or nothing was learnt of it. */
export type Standing = 'holds' | 'fails' | 'not-automated' | 'unknown';

const STANDINGS: Readonly<Record<Group, Standing>> = {
  passed: 'holds',
  flaky: 'holds',
  failed: 'fails',
  undefined: 'not-automated',
  broken: 'unknown',
  skipped: 'unknown',
  'not-run': 'unknown',
};

export function standingOf(group: Group): Standing {
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
 * @param seen when it was in which group, in the order of time
 * @returns null when it was never seen
 */
export function sinceOf(seen: readonly { at: Date; group: Group }[]): Since | null {
  const latest = seen.at(-1);
  if (!latest) return null;
  const standing = standingOf(latest.group);
  const result: Since = { since: latest.at, runs: 0, state: latest.group, changed: false };
  for (const { at, group } of [...seen].reverse()) {
    const same = standing === 'unknown' ? group === latest.group : standingOf(group) === standing;
    if (same) {
      result.since = at;
      result.runs += 1;
    } else if (standing === 'unknown' || standingOf(group) !== 'unknown') {
      result.changed = true;
      break;
    }
  }
  return result;
}
