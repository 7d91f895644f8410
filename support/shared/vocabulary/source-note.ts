import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dialects } from '@cucumber/gherkin';
import type { Purpose, StepExample } from './definition';

/** What the source of a step definition says about it. */
export interface SourceNote {
  /** Line of the expression, from 1. */
  readonly line: number;
  readonly purpose: Purpose;
  readonly explanation: string;
  readonly examples: readonly StepExample[];
}

/** The call may hand its expression through a declaration of what the step is for: `Then(noting('…')`. */
const CALL = /\b(Given|When|Then)\((?:\w+\()?$/;
const DECLARATION = /^(?:\w+\()?$/;
const CALL_BEFORE = /^(Given|When|Then)\(/;
const BETWEEN_EXAMPLES = ' · ';

/** Reads what stands above the definitions in the source files, each file once. */
export class SourceNotes {
  readonly #folder: string;
  readonly #files = new Map<string, readonly string[]>();

  /** @param folder what the paths of the files are relative to */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The note of one definition; null when the file cannot be read or does not have the expression. */
  read(file: string, expression: string): SourceNote | null {
    const lines = this.#linesOf(file);
    const index = lines.findIndex((_, at) => callAt(lines, at, expression) !== undefined);
    const purpose = callAt(lines, index, expression);
    if (index < 0 || purpose === undefined) return null;
    const first = CALL_BEFORE.test(lines[index] ?? '') ? index : index - 1;
    return { line: index + 1, purpose, ...readComment(commentAbove(lines, first)) };
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#files.get(file);
    if (known) return known;
    const lines = readLines(path.resolve(this.#folder, file));
    this.#files.set(file, lines);
    return lines;
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** With which word the definition of that expression is made in that line, when it is: the expression stands there as a whole literal. */
function callAt(lines: readonly string[], index: number, expression: string): Purpose | undefined {
  const line = (lines[index] ?? '').trim();
  const literal = ["'", '"', '`']
    .map((quote) => `${quote}${expression.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`)
    .find((each) => line.includes(each));
  if (literal === undefined) return undefined;
  const start = line.slice(0, line.indexOf(literal));
  const call = CALL.exec(start) ?? (DECLARATION.test(start) ? CALL.exec((lines[index - 1] ?? '').trim() + start) : null);
  return call?.[1] as Purpose | undefined;
}

/** The comment lines right above a line, as one text. */
function commentAbove(lines: readonly string[], index: number): string {
  const comment: string[] = [];
  for (let at = index - 1; lines[at]?.startsWith('//'); at -= 1) comment.unshift(lines[at]?.replace(/^\/\/\s?/, '') ?? '');
  return comment.join(' ').trim();
}

/** `What it does: Example · Another`, where an example begins with a word of Portuguese Gherkin. */
function readComment(comment: string): Pick<SourceNote, 'explanation' | 'examples'> {
  for (let at = comment.indexOf(': '); at >= 0; at = comment.indexOf(': ', at + 1)) {
    const examples = comment
      .slice(at + 2)
      .split(BETWEEN_EXAMPLES)
      .map(readExample);
    if (examples.every((each) => each !== null)) return { explanation: comment.slice(0, at), examples };
  }
  return { explanation: comment, examples: [] };
}

function readExample(written: string): StepExample | null {
  const keyword = stepKeywords().find((each) => written.startsWith(each));
  return keyword === undefined ? null : { keyword: keyword.trim(), text: written.slice(keyword.length).trim() };
}

let keywords: readonly string[] | undefined;

/** The words of Portuguese Gherkin a step may begin with, the longest first, each with the space after it. */
export function stepKeywords(): readonly string[] {
  if (keywords) return keywords;
  const { pt } = dialects;
  const words = pt ? [pt.given, pt.when, pt.then, pt.and, pt.but].flat() : [];
  keywords = [...new Set(words)].sort((one, other) => other.length - one.length);
  return keywords;
}
