import { compile, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';
import { RecordingBuilder } from './recorder';
import type { LineToken } from './token';

/** Something the parser refused, in its own words. */
export interface ParseProblem {
  /** Line, from 1; past the last one when the file ends too soon. */
  readonly line: number;
  /** The parser's sentence, without the place before it. */
  readonly message: string;
}

/** One feature, as text and as Gherkin. */
export interface FeatureSource {
  /** As the file was named: relative to the folder of the project, or as it was asked for. */
  readonly path: string;
  /** Content of the file, byte order mark and line ends included. */
  readonly text: string;
  /** Its lines, without line ends and byte order mark; the empty text after the last line end is no line. */
  readonly lines: readonly string[];
  /** What the parser took each line for; undefined where it refused it. */
  readonly tokens: readonly (LineToken | undefined)[];
  /** The tree; null when the parser refused the file. */
  readonly document: GherkinDocument | null;
  readonly parseErrors: readonly ParseProblem[];
}

/** Language of a feature whose header does not say one: the same that cucumber.js tells the runner. */
const LANGUAGE = 'pt';

/** Reads a feature with Cucumber's own parser, exactly as the runner does. */
export function readFeature(path: string, text: string): FeatureSource {
  const body = text.replace(/^\uFEFF/, '');
  const builder = new RecordingBuilder(IdGenerator.incrementing());
  const parser = new Parser(builder, new GherkinClassicTokenMatcher(LANGUAGE));
  const read = { path, text, lines: linesOf(body), tokens: builder.tokens };
  try {
    return { ...read, document: { ...parser.parse(body), uri: path }, parseErrors: [] };
  } catch (error) {
    return { ...read, document: null, parseErrors: problemsOf(error) };
  }
}

/** The scenarios that would run: one for each scenario without Exemplos, one for each row of those with. */
export function picklesOf({ document, path }: FeatureSource): readonly Pickle[] {
  return document === null ? [] : compile(document, path, IdGenerator.incrementing());
}

function linesOf(body: string): string[] {
  const lines = body.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function problemsOf(error: unknown): ParseProblem[] {
  if (!(error instanceof Errors.GherkinException)) throw error;
  const each = error instanceof Errors.CompositeParserException ? error.errors : [error];
  return each.map((problem) => ({
    line: (problem as Errors.GherkinException).location?.line ?? 1,
    message: problem.message.replace(/^\(-?\d+:-?\d+\): /, ''),
  }));
}
