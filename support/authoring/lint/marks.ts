import type { FeatureSource } from '../source/feature-source';
import type { Mark } from './draft';

/** The whole line, without the spaces around it. */
export function lineMark(text: string, line: number): Mark {
  const start = text.length - text.trimStart().length;
  return { line, start, end: Math.max(text.trimEnd().length, start + 1) };
}

/** What stands before the colon of a title line, colon included; of another line, its first word. */
export function keywordMark(source: FeatureSource, line: number): Mark {
  const text = source.lines[line - 1] ?? '';
  const { start } = lineMark(text, line);
  const keyword = source.tokens[line - 1]?.keyword?.trimEnd() ?? /^\S*/.exec(text.slice(start))?.[0] ?? '';
  const colon = text[start + keyword.length] === ':' ? 1 : 0;
  return { line, start, end: Math.max(start + 1, start + keyword.length + colon) };
}

/** What follows the keyword of a line; the whole line when nothing does. */
export function nameMark(source: FeatureSource, line: number): Mark {
  const text = source.lines[line - 1] ?? '';
  const name = source.tokens[line - 1]?.text ?? '';
  const end = text.trimEnd().length;
  return name === '' ? lineMark(text, line) : { line, start: end - name.length, end };
}

/** The first place of a fragment in a line, from an index on; the whole line when it is not there. */
export function fragmentMark(text: string, line: number, fragment: string, from = 0): Mark {
  const start = text.indexOf(fragment, from);
  return start < 0 ? lineMark(text, line) : { line, start, end: start + fragment.length };
}
