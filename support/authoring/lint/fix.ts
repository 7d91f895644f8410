import { readFeature } from '../source/feature-source';
import { examine } from './check-text';
import { tidy, withLines } from './tidy';

/** Mending a line may show the next slip of the same line; more rounds than this no text needs. */
const ROUNDS = 5;

/**
 * A feature with all that is safe to repair repaired, and its lines tidied; what it says stays the same: the same scenarios with the same
 * steps come out of it, but for those that a wrong character or a lower-case keyword had kept from running.
 * @param path as in messages
 * @returns the text to write, equal to `text` when there is nothing to repair; line ends and byte order mark as they were
 */
export function fixFeature(path: string, text: string): string {
  let current = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = tidy(path, mended(path, current));
    if (next === current) return current;
    current = next;
  }
  return current;
}

function mended(path: string, text: string): string {
  const { draft } = examine(readFeature(path, text));
  const { lines } = draft.written;
  const changed = draft.mendedLines.some((line, index) => line !== lines[index]);
  if (!changed && draft.header.length === 0) return text;
  return withLines(text, draft.mendedLines, draft.header);
}
