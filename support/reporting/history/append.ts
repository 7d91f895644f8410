import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { contentOf, replaceFile } from '../../shared/files';
import { BOUNDS, type Bounds, trimmed } from './bounds';
import { HistoryIndex, textOfLine } from './history-index';
import { LockTimeout, withLock } from './lock';
import { ABSENT, type RecordedLines, type RunRecord, type SpecLine } from './record';

/** The history cannot be written. The message is one Portuguese sentence. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

/**
 * Adds a run to the history, alone among all processes that do so, and cuts the file when it outgrew its bounds. Synchronous: it also
 * runs while a process exits. A run that is already there is not added again; if its record reads otherwise now, it takes the place of
 * the old one.
 * @param file path of `history.jsonl`; made with its folder when absent
 * @throws HistoryError when the file cannot be read or written, or others keep it busy
 */
export function appendRun(file: string, lines: RecordedLines, bounds: Bounds = BOUNDS): 'added' | 'known' | 'replaced' {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    return withLock(`${file}.lock`, () => append(file, lines, bounds));
  } catch (error) {
    if (error instanceof LockTimeout) {
      throw new HistoryError(
        `Esta execução não entrou no histórico: outro processo ocupa ${file}; se nenhum estiver rodando, apague ${error.message}.`,
      );
    }
    const { code, message } = error as NodeJS.ErrnoException;
    throw new HistoryError(`Esta execução não entrou no histórico: não consegui gravar ${file} (${code ?? message}).`);
  }
}

function append(file: string, told: RecordedLines, bounds: Bounds): 'added' | 'known' | 'replaced' {
  const text = contentOf(file);
  const index = HistoryIndex.read(text);
  const lines = inKnownTerms(told, index);
  const old = index.runs.get(lines.record.id);
  if (old && index.isComplete(old.spec) && textOfLine(old) === textOfLine(lines.record)) return 'known';
  const missing = index.missing(lines);
  for (const line of missing) index.put(line);
  if (old) {
    replaceFile(file, trimmed(index, Buffer.byteLength(text), bounds) ?? index.text());
    return 'replaced';
  }
  const torn = text !== '' && !text.endsWith('\n');
  const added = `${torn ? '\n' : ''}${missing.map((line) => `${textOfLine(line)}\n`).join('')}`;
  const shorter = trimmed(index, Buffer.byteLength(text) + Buffer.byteLength(added), bounds);
  if (shorter === null) appendFileSync(file, added);
  else replaceFile(file, shorter);
  return 'added';
}

/**
 * Says a narrowed run in terms of a spec that the history already has, when all its scenarios are in there word for word: the states of
 * the others become `.`, and the run needs no spec of its own.
 */
function inKnownTerms(lines: RecordedLines, index: HistoryIndex): RecordedLines {
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
