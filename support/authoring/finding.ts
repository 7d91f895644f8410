/** One thing to correct in a feature: where it is, what is wrong, and how to write it right. */
export interface Finding {
  /** Path of the feature, as it was given to the check. */
  readonly file: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column, from 1, in characters as a person counts them: `é` is one, however it is stored. */
  readonly column: number;
  /** How many characters the mark under the line covers; at least 1. */
  readonly length: number;
  /** Name of the rule, for tests and for counting: `passo-perdido`. */
  readonly rule: string;
  /** What is wrong and what comes of it: one Portuguese sentence. */
  readonly sentence: string;
  /** How to write it right: a sentence, or the line as it should stand. */
  readonly remedy: string;
}

/** Order of reading: by file, then from top to bottom, then from left to right. For `sort`. */
export function byPlace(one: Finding, other: Finding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column || one.rule.localeCompare(other.rule);
}

/**
 * Findings in order of reading, one for each mark: of two with the very same mark the first given stays, for one edit corrects both.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, Finding>();
  for (const finding of findings) {
    const place = [finding.file, finding.line, finding.column, finding.length].join('\0');
    if (!places.has(place)) places.set(place, finding);
  }
  return [...places.values()].sort(byPlace);
}
