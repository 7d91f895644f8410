import { visible } from '../../shared/visible';
import type { Finding } from '../finding';
import { lengthOf } from '../source/columns';

/** A line longer than this is shown around its mark. */
const WIDTH = 160;

/**
 * A finding as a person reads it: place and sentence, the line with the place marked, and how to write it right.
 * @param text the line it is about, as it stands in the file
 * @returns lines without the last line break
 */
export function showFinding({ file, line, column, length, sentence, remedy }: Finding, text: string): string {
  const shown = cut(visible(text.replaceAll('\t', ' ').replace(/[\u202A-\u202E\u2066-\u2069]/g, '·')), column);
  const number = String(line).padStart(6);
  const gutter = ' '.repeat(number.length + 3);
  return [
    `${file}:${line}:${column}  ${visible(sentence)}`,
    `${number} | ${shown.text}`,
    `${gutter}${' '.repeat(shown.column - 1)}${'^'.repeat(Math.max(1, Math.min(length, lengthOf(shown.text) - shown.column + 1)))}`,
    ...visible(remedy)
      .split('\n')
      .map((each) => `${' '.repeat(number.length + 1)}${each}`),
  ].join('\n');
}

function cut(text: string, column: number): { text: string; column: number } {
  if (text.length <= WIDTH) return { text, column };
  const from = Math.max(0, column - WIDTH / 2);
  const part = [...text].slice(from, from + WIDTH).join('');
  return from === 0 ? { text: `${part}…`, column } : { text: `…${part}…`, column: column - from + 1 };
}
