import type { Finding } from '../finding';
import { columnAt, lengthOf } from '../source/columns';
import { type FeatureSource, readFeature } from '../source/feature-source';

/** A stretch of one line: `start` and `end` are indexes in the string of the line. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** What a rule has to say about a place. */
export interface Problem extends Mark {
  readonly rule: string;
  readonly sentence: string;
  readonly remedy: string;
}

/**
 * A feature while it is being checked. Beside the lines that were written it keeps the lines that were meant, so that one slip does not
 * hide what is wrong after it, and the lines as they may be mended without asking anybody.
 */
export class Draft {
  readonly findings: Finding[] = [];
  /** The lines as they were meant, read with Cucumber's parser. */
  meant: FeatureSource;
  readonly #mended: string[];
  #readOnlyFrom = Number.POSITIVE_INFINITY;
  readonly #supposed = new Map<number, string>();
  /** Of lines whose beginning a finding already corrects: the index where that ends. */
  readonly correctedUpTo = new Map<number, number>();
  /** Lines to put before the first when the file is mended. */
  readonly header: string[] = [];

  constructor(readonly written: FeatureSource) {
    this.meant = written;
    this.#mended = [...written.lines];
  }

  /** The line as it was meant, as far as is known. */
  line(number: number): string {
    return this.#supposed.get(number) ?? this.meant.lines[number - 1] ?? '';
  }

  /** The line as `--fix` would write it. */
  mended(number: number): string {
    return this.#mended[number - 1] ?? '';
  }

  /** All lines as `--fix` would write them. */
  get mendedLines(): readonly string[] {
    return this.#mended;
  }

  /** Reads on as if the line had been written like this; the file keeps what it has. */
  suppose(number: number, text: string): void {
    if (text !== this.line(number)) this.#supposed.set(number, text);
  }

  /** Lets `--fix` write the line like this. */
  mend(number: number, text: string): void {
    if (number < this.#readOnlyFrom) this.#mended[number - 1] = text;
  }

  /** Leaves the lines from this one on to their author: what they are is a guess. */
  leaveAlone(from: number): void {
    this.#readOnlyFrom = Math.min(this.#readOnlyFrom, from);
  }

  /** Has the parser read the lines that were supposed since. @returns whether there were any */
  reread(): boolean {
    if (this.#supposed.size === 0) return false;
    const lines = this.meant.lines.map((line, index) => this.#supposed.get(index + 1) ?? line);
    this.#supposed.clear();
    this.meant = readFeature(this.written.path, lines.join('\n'));
    return true;
  }

  /**
   * Notes a finding.
   * @param shown the line the mark's indexes belong to: as meant, unless it is said
   */
  find({ rule, sentence, remedy, ...mark }: Problem, shown: string = this.line(mark.line)): void {
    this.findings.push({ file: this.written.path, ...this.#place(mark, shown), rule, sentence, remedy });
  }

  /** A finding about a line as it was meant, with its place in the line as it was written. */
  asWritten(finding: Finding): Finding {
    const { line, column, length } = finding;
    const meant = this.meant.lines[line - 1] ?? '';
    if (meant === this.written.lines[line - 1]) return finding;
    return { ...finding, ...this.#place({ line, start: indexOf(meant, column), end: indexOf(meant, column + length) }, meant) };
  }

  #place({ line, start, end }: Mark, shown: string): Pick<Finding, 'line' | 'column' | 'length'> {
    const original = this.written.lines[line - 1] ?? '';
    const column = columnIn(original, shown, start);
    const length = Math.max(1, Math.min(columnIn(original, shown, end), lengthOf(original) + 1) - column);
    return { line, column, length };
  }
}

/** Index in the string of a line of the character in that column, from 1. */
function indexOf(line: string, column: number): number {
  let index = 0;
  while (index < line.length && columnAt(line, index) < column) index += 1;
  return index;
}

/** Column in the line as it was written of a character of the line as it is shown: exact outside of what the two differ in. */
function columnIn(original: string, shown: string, index: number): number {
  if (original === shown) return columnAt(original, index);
  const column = columnAt(shown, index);
  if (lengthOf(original) === lengthOf(shown)) return column;
  let same = 0;
  while (same < index && original[same] === shown[same]) same += 1;
  if (same === index) return column;
  return Math.max(1, lengthOf(original) - (lengthOf(shown) - column));
}
