import type { HistoryLine, JourneyRecord, RunRecord, ScenarioLine, SpecLine } from './record';
import { OUTCOMES_BY_LETTER } from './record';

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
    )
  );
}

function isRun(value: Unknown): value is Unknown & RunRecord {
  return (
    isText(value.id, value.at, value.spec, value.states) &&
    !Number.isNaN(Date.parse(value.at as string)) &&
    [...(value.states as string)].every((letter) => letter === '.' || OUTCOMES_BY_LETTER.has(letter)) &&
    isTextOrNull(value.commit, value.branch, value.release, value.target, value.cli, value.ci, value.trouble) &&
    [value.dirty, value.whole, value.ok].every((flag) => typeof flag === 'boolean') &&
    isNumber(value.ms) &&
    isObject(value.totals) &&
    Object.values(value.totals).every(isNumber) &&
    isListOf(value.journeys, isJourney) &&
    isListOf(value.errors, (error): error is RunRecord['errors'][number] => Array.isArray(error) && isText(...error)) &&
    isObject(value.failures) &&
    Object.values(value.failures).every(isNumber)
  );
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
