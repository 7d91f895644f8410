import { contentOf } from '../../shared/files';
import type { Run } from '../model/run';
import { ComparableRuns } from './comparable-runs';
import { HistoryIndex } from './history-index';
import { withLineage } from './lineage';
import { type Place, placeKey, placeOf } from './record';
import { RecordedRun, type RecordedSpec } from './recorded-run';

/**
 * Reads the recorded runs. Torn lines, and runs whose texts were lost with them, are passed over; a file that is absent is an empty history.
 * @param file path of `history.jsonl`
 * @throws what the file system throws when the file is there and cannot be read
 */
export function readHistory(file: string): History {
  return new History(HistoryIndex.read(contentOf(file)));
}

/** All recorded runs, of all places. */
export class History {
  /** In the order of time. */
  readonly runs: readonly RecordedRun[];

  constructor(index: HistoryIndex) {
    const specs = new Map<string, RecordedSpec>();
    for (const run of index.runs.values()) {
      const spec = specs.has(run.spec) ? null : specOf(index, run.spec);
      if (spec) specs.set(run.spec, spec);
    }
    this.runs = [...index.runs.values()]
      .flatMap((record) => {
        const spec = specs.get(record.spec);
        return spec ? [new RecordedRun(record, spec)] : [];
      })
      .sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  /** The run that began last; null in an empty history. */
  get last(): RecordedRun | null {
    return this.runs.at(-1) ?? null;
  }

  /**
   * The runs that can be compared with one another: same target, same CLI, same branch.
   * @param place where a run belongs, its run information for instance; null for runs of which nobody said where they belong
   * @param until later runs are left out: what was known then
   */
  line(place: Place | null, until: Date | null = null): ComparableRuns {
    const wanted = placeKey(place ?? { target: null, cli: null, branch: null });
    const before = this.runs.filter(({ at }) => until === null || at <= until);
    return new ComparableRuns(withLineage(before.filter(({ record }) => placeKey(record) === wanted)), before);
  }

  /** The line of a run up to that run, which is the last of it when it was recorded. */
  lineOf(run: Run): ComparableRuns {
    return this.line(placeOf(run), run.startedAt);
  }
}

function specOf(index: HistoryIndex, id: string): RecordedSpec | null {
  if (!index.isComplete(id)) return null;
  const spec = index.specs.get(id);
  const journeys = (spec?.journeys ?? []).map(([uri, name, ids]) => ({
    uri,
    name,
    scenarios: ids.flatMap((scenario) => {
      const line = index.scenarios.get(scenario);
      return line
        ? [{ key: line.key, uri, journey: name, rule: line.rule, name: line.name, text: line.text, steps: line.steps }]
        : [];
    }),
  }));
  const keys = journeys.flatMap(({ scenarios }) => scenarios.map(({ key }) => key));
  const places = new Map(keys.map((key, place) => [key, place]));
  return { id, journeys, places, commands: new Map(Object.entries(spec?.commands ?? {})) };
}
