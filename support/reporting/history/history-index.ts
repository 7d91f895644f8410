import { readLine, textOfLine } from './lines';
import type { HistoryLine, RecordedLines, RunRecord, ScenarioLine, SpecLine } from './record';

/** The lines of a history by their ids, as far as they can be read. */
export class HistoryIndex {
  readonly scenarios = new Map<string, ScenarioLine>();
  readonly specs = new Map<string, SpecLine>();
  /** In the order of the file. */
  readonly runs = new Map<string, RunRecord>();

  /** @param text content of the file; lines that say nothing are passed over */
  static read(text: string): HistoryIndex {
    const index = new HistoryIndex();
    for (const line of text.split('\n')) {
      const said = line === '' ? null : readLine(line);
      if (said) index.put(said);
    }
    return index;
  }

  put(line: HistoryLine): void {
    if (line.kind === 'scenario') this.scenarios.set(line.id, line);
    else if (line.kind === 'spec') this.specs.set(line.id, line);
    else this.runs.set(line.id, line);
  }

  /** The lines that are missing here for the run to be understood, the run itself last. */
  missing({ record, spec, scenarios }: RecordedLines): HistoryLine[] {
    const unknown = this.specs.has(spec.id) && this.isComplete(spec.id) ? [] : [...scenarios, spec];
    return [...unknown.filter((line) => line.kind === 'spec' || !this.scenarios.has(line.id)), record];
  }

  /** True when the spec and all its scenarios can be read. */
  isComplete(id: string): boolean {
    const spec = this.specs.get(id);
    return spec?.journeys.every(([, , ids]) => ids.every((scenario) => this.scenarios.has(scenario))) ?? false;
  }

  /** The whole file for these runs and what they refer to. */
  text(runs: Iterable<RunRecord> = this.runs.values()): string {
    const written = new Set<string>();
    const lines: HistoryLine[] = [];
    const write = (line: HistoryLine | undefined): void => {
      if (!line || written.has(line.id)) return;
      written.add(line.id);
      lines.push(line);
    };
    for (const run of runs) {
      if (!this.isComplete(run.spec)) continue;
      const spec = this.specs.get(run.spec);
      for (const [, , ids] of spec?.journeys ?? []) for (const id of ids) write(this.scenarios.get(id));
      write(spec);
      write(run);
    }
    return lines.map((line) => `${textOfLine(line)}\n`).join('');
  }
}
