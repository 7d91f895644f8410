import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KnownGood } from './known-good';

interface FeatureText {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
}

/**
 * What the text of the features shows before a run opens anything: a slip that would silently take scenarios out of it, or make it fail
 * later in the parser's own English.
 * @param files the features that are to run, absolute paths; one that cannot be read is left to the runner
 * @param folder the project
 * @param memory where to keep what needs not be read again
 * @returns lines to print when the run must not begin; null when it may
 */
export function refusal(
  files: readonly string[],
  folder: string,
  memory = path.join(folder, 'node_modules', '.cache', 'dumont-journeys'),
): string | null {
  const texts = files.filter((file) => file.endsWith('.feature')).flatMap((file) => read(file, folder));
  const known = new KnownGood(memory);
  const given = texts.map(({ path: place, text }) => known.namesOf(place, text));
  const names = given.flatMap((own) => own ?? []);
  return given.every((own) => own !== undefined) && new Set(names).size === names.length ? null : check(texts, known);
}

function check(texts: readonly FeatureText[], known: KnownGood): string | null {
  const { examineBeforeRun } = require('./examine') as typeof import('./examine'); // the parser: only where there is something to read
  return examineBeforeRun(texts, known);
}

function read(file: string, folder: string): FeatureText[] {
  try {
    const relative = path.relative(folder, file);
    return [{ path: (relative.startsWith('..') ? file : relative).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }];
  } catch {
    return [];
  }
}
