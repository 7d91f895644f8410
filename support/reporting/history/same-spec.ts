import type { HistoryIndex } from './history-index';
import type { RecordedLines, RunRecord, SpecLine } from './record';
import { ABSENT } from './record';

/**
 * Says a narrowed run in terms of a spec that the history already has, when all its scenarios are in there word for word: the states of
 * the others become `.`, and the run needs no spec of its own.
 */
export function inKnownTerms(lines: RecordedLines, index: HistoryIndex): RecordedLines {
  if (lines.record.whole) return lines;
  const [newest] = [...index.runs.values()].filter(({ whole }) => whole).slice(-1);
  const spec = newest && index.isComplete(newest.spec) ? index.specs.get(newest.spec) : undefined;
  const record = spec && spec.id !== lines.spec.id ? inTermsOf(spec, lines) : null;
  return spec && record ? { record, spec, scenarios: [] } : lines;
}

function inTermsOf(spec: SpecLine, { record, spec: own }: RecordedLines): RunRecord | null {
  const letters = new Map(own.journeys.flatMap(([, , ids]) => ids).map((id, index) => [id, record.states[index] ?? ABSENT]));
  const journeys = new Map(own.journeys.map(([uri], index) => [uri, record.journeys[index] ?? null]));
  const states = spec.journeys.flatMap(([, , ids]) => ids).map((id) => letters.get(id) ?? ABSENT);
  if (states.filter((letter) => letter !== ABSENT).length !== letters.size) return null;
  return { ...record, spec: spec.id, states: states.join(''), journeys: spec.journeys.map(([uri]) => journeys.get(uri) ?? null) };
}
