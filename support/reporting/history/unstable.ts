import { type Group, groupOf } from '../model/outcome';
import { standingOf } from './promise-status';
import type { RecordedRun, RecordedScenario } from './recorded-run';

/** Failing and being mended is one switch there and one back; who switches more often does not end alike for another reason. */
export const FEWEST_SWITCHES = 3;

/** A scenario that does not always end alike. */
export interface Unstable {
  /** As it read last. */
  scenario: RecordedScenario;
  /** Runs in which it passed only on a retry. */
  retried: number;
  /** How often it went from passing to failing or back between two runs. */
  switches: number;
  /** When it last switched or passed only on a retry. */
  last: Date;
  /** One for each run, in the order of time; null where it was not in the run. */
  strip: readonly (Group | null)[];
}

/**
 * Scenarios that passed only on a retry, or switched at least three times. Runs from which nothing was learnt do not count as a switch.
 * @param runs in the order of time
 * @returns the most unstable first; only scenarios that the newest whole spec still has
 */
export function unstableScenarios(runs: readonly RecordedRun[]): Unstable[] {
  const spec = (runs.findLast(({ record }) => record.whole) ?? runs.at(-1))?.spec;
  return (spec?.journeys ?? [])
    .flatMap(({ scenarios }) => scenarios)
    .flatMap((scenario) => unstableOrNot(scenario, runs) ?? [])
    .sort(
      (one, other) => other.retried + other.switches - (one.retried + one.switches) || other.last.getTime() - one.last.getTime(),
    );
}

function unstableOrNot(scenario: RecordedScenario, runs: readonly RecordedRun[]): Unstable | null {
  let retried = 0;
  let switches = 0;
  let last: Date | null = null;
  let before: string | null = null;
  const strip = runs.map((run) => {
    const outcome = run.outcomeOf(scenario.key);
    const group = outcome === null ? null : groupOf(outcome);
    const standing = group === null ? 'unknown' : standingOf(group);
    const switched = standing !== 'unknown' && before !== null && standing !== before;
    if (standing !== 'unknown') before = standing;
    if (switched) switches += 1;
    if (group === 'flaky') retried += 1;
    if (switched || group === 'flaky') last = run.at;
    return group;
  });
  return last !== null && (retried > 0 || switches >= FEWEST_SWITCHES) ? { scenario, retried, switches, last, strip } : null;
}
