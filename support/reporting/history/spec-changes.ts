import { type Group, groupOf } from '../model/outcome';
import type { RecordedRun, RecordedScenario } from './recorded-run';
import { renamedPairs, type ScenarioPair } from './renamed';

/** What became of the scenarios between two runs. Each is in one of the first four lists at most; `changed` speaks of those in both. */
export interface SpecChanges {
  before: RecordedRun;
  after: RecordedRun;
  added: readonly RecordedScenario[];
  removed: readonly RecordedScenario[];
  /** Same file, Regra and name, other steps. */
  reworded: readonly ScenarioPair[];
  /** Another file, Regra, name or example: the same steps, or the same place between the same neighbours. */
  renamed: readonly ScenarioPair[];
  changed: readonly { scenario: RecordedScenario; from: Group; to: Group }[];
}

/**
 * Compares two runs. A run that was narrowed speaks only of what it had: nothing counts as removed for being absent from it, nor as added
 * for being absent from it before.
 */
export function specChanges(before: RecordedRun, after: RecordedRun): SpecChanges {
  const old = textsIn(before);
  const now = textsIn(after);
  const oldByKey = new Map(old.map((scenario) => [scenario.key, scenario]));
  const keys = new Set(now.map(({ key }) => key));
  const renamed = renamedPairs(old, now, before.record.whole && after.record.whole);
  const gone = new Set(renamed.map((pair) => pair.before.key));
  const come = new Set(renamed.map((pair) => pair.after.key));
  return {
    before,
    after,
    added: before.record.whole ? now.filter(({ key }) => !oldByKey.has(key) && !come.has(key)) : [],
    removed: after.record.whole ? old.filter(({ key }) => !keys.has(key) && !gone.has(key)) : [],
    reworded: now.flatMap((scenario) => {
      const was = oldByKey.get(scenario.key);
      return was && was.text !== scenario.text ? [{ before: was, after: scenario }] : [];
    }),
    renamed,
    changed: [...now.map((scenario) => ({ before: scenario, after: scenario })), ...renamed].flatMap((pair) =>
      changeOf(before, after, pair),
    ),
  };
}

function changeOf(before: RecordedRun, after: RecordedRun, pair: ScenarioPair): SpecChanges['changed'] {
  const from = before.outcomeOf(pair.before.key);
  const to = after.outcomeOf(pair.after.key);
  if (from === null || to === null || groupOf(from) === groupOf(to)) return [];
  return [{ scenario: pair.after, from: groupOf(from), to: groupOf(to) }];
}

function textsIn(run: RecordedRun): RecordedScenario[] {
  return run.scenarios.map(({ scenario }) => scenario);
}
