import type { Verdict } from '../../shared/messages/note';
import { deviates } from '../conformity/verdict-words';
import type { RecordedRun } from '../history/recorded-run';

/** A documented command of which the last run says something else than what was known of it. */
export interface PromiseChange {
  /** `2.3` */
  step: string;
  command: string;
  verdict: Verdict;
  /** Since when it was as it was before. */
  since: Date;
}

export interface PromiseChanges {
  /** They held, and are not kept any more. */
  broken: readonly PromiseChange[];
  /** They were not kept, and hold now. */
  mended: readonly PromiseChange[];
}

/**
 * What the last run changed in the promises. A run that could not verify one neither breaks nor mends it.
 * @param runs of one place, in the order of time
 */
export function promiseChanges(runs: readonly RecordedRun[]): PromiseChanges {
  const run = runs.at(-1);
  const changes = { broken: [] as PromiseChange[], mended: [] as PromiseChange[] };
  for (const [step, command] of run?.spec.commands ?? []) {
    const verdict = run?.verdictOf(step) ?? 'unverified';
    if (verdict === 'unverified' || !/^\d+\.\d+$/.test(step)) continue; // the history is a file that others can write
    const past = knownBefore(step, runs.slice(0, -1));
    const before = past.at(-1);
    if (!before || deviates(before.verdict) === deviates(verdict)) continue;
    const other = past.findLastIndex((seen) => deviates(seen.verdict) === deviates(verdict));
    const since = past[other + 1]?.at ?? before.at;
    changes[deviates(verdict) ? 'broken' : 'mended'].push({ step, command, verdict, since });
  }
  return changes;
}

function knownBefore(step: string, runs: readonly RecordedRun[]): { at: Date; verdict: Verdict }[] {
  return runs.flatMap((run) => {
    const verdict = run.verdictOf(step);
    return verdict === null || verdict === 'unverified' ? [] : [{ at: run.at, verdict }];
  });
}
