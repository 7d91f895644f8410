import type { RecordedRun, RecordedScenario } from './recorded-run';
import { renamedPairs } from './renamed';

type Names = ReadonlyMap<string, string>;

/**
 * Gives each run the keys by which it has the scenarios of the last one, so that what was renamed, or moved to another file, keeps its past.
 * @param runs of one place, in the order of time
 */
export function withLineage(runs: readonly RecordedRun[]): RecordedRun[] {
  const traced: RecordedRun[] = [];
  let later: RecordedRun | null = null;
  let names: Names = new Map();
  for (const run of [...runs].reverse()) {
    const isAnother = later !== null && run.record.whole && run.spec.id !== later.spec.id;
    if (later && isAnother) names = namesBefore(run, later, names);
    if (later === null || run.record.whole) later = run;
    traced.push(names.size > 0 ? run.knownAs(names) : run);
  }
  return traced.reverse();
}

/**
 * @param names key in the last run to key in the later one, of those that differ
 * @returns the key in the last run to the key in the earlier one, of those that differ
 */
function namesBefore(run: RecordedRun, later: RecordedRun, names: Names): Names {
  const lastNames = new Map([...names].map(([last, key]) => [key, last]));
  const before = new Map(names);
  for (const pair of renamedPairs(textsIn(run), textsIn(later), later.record.whole)) {
    const { key } = pair.after;
    before.set(lastNames.get(key) ?? key, pair.before.key);
  }
  return before;
}

function textsIn(run: RecordedRun): RecordedScenario[] {
  return run.scenarios.map(({ scenario }) => scenario);
}
