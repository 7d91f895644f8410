import { VERDICTS_BY_LETTER } from '../conformity/verdict-words';
import {
  ABSENT,
  type HistoryLine,
  type JourneyRecord,
  OUTCOMES_BY_LETTER,
  type RecordedLines,
  type RunRecord,
  type ScenarioLine,
  type SpecLine,
} from './record';

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

/** One line of the file, without its line break. */
export function textOfLine(line: HistoryLine): string {
  return JSON.stringify(line);
}

/** What one line of the file says; null for a torn line, and for one of another kind or version. */
export function readLine(text: string): HistoryLine | null {
  const value = parsed(text);
  if (!isObject(value)) return null;
  if (value.kind === 'scenario' && isScenario(value)) return value;
  if (value.kind === 'spec' && isSpec(value)) return value;
  return value.kind === 'run' && value.v === 1 && isRun(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Unknown = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScenario(value: Unknown): value is Unknown & ScenarioLine {
  return isText(value.id, value.key, value.name, value.text) && isTextOrNull(value.rule) && isListOf(value.steps, isOneText);
}

function isSpec(value: Unknown): value is Unknown & SpecLine {
  return (
    isText(value.id) &&
    isListOf(
      value.journeys,
      (entry): entry is SpecLine['journeys'][number] =>
        Array.isArray(entry) && entry.length === 3 && isText(entry[0], entry[1]) && isListOf(entry[2], isOneText),
    ) &&
    (value.commands === undefined || (isObject(value.commands) && isText(...Object.values(value.commands))))
  );
}

function isRun(value: Unknown): value is Unknown & RunRecord {
  return (
    isText(value.id, value.at, value.spec, value.states) &&
    !Number.isNaN(Date.parse(value.at as string)) &&
    [...(value.states as string)].every((letter) => letter === ABSENT || OUTCOMES_BY_LETTER.has(letter)) &&
    isTextOrNull(value.commit, value.branch, value.release, value.target, value.cli, value.ci, value.trouble) &&
    [value.dirty, value.whole, value.ok].every((flag) => typeof flag === 'boolean') &&
    isNumber(value.ms) &&
    isObject(value.totals) &&
    Object.values(value.totals).every(isNumber) &&
    isListOf(value.journeys, isJourney) &&
    isListOf(value.errors, (error): error is RunRecord['errors'][number] => Array.isArray(error) && isText(...error)) &&
    isObject(value.failures) &&
    Object.values(value.failures).every(isNumber) &&
    (value.verdicts === undefined || (isObject(value.verdicts) && Object.values(value.verdicts).every(areVerdicts)))
  );
}

function areVerdicts(letters: unknown): boolean {
  return isOneText(letters) && [...letters].every((letter) => letter === ABSENT || VERDICTS_BY_LETTER.has(letter));
}

function isJourney(value: unknown): value is JourneyRecord | null {
  return value === null || (Array.isArray(value) && value.length === 2 && isText(value[0]) && isNumber(value[1]));
}

function isListOf<T>(value: unknown, fits: (entry: unknown) => entry is T): value is T[] {
  return Array.isArray(value) && value.every(fits);
}

function isOneText(value: unknown): value is string {
  return typeof value === 'string';
}

function isText(...values: readonly unknown[]): boolean {
  return values.every(isOneText);
}

function isTextOrNull(...values: readonly unknown[]): boolean {
  return values.every((value) => value === null || isOneText(value));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
