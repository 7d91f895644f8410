const SIMPLE = /^[\x20-\x7E\u00A1-\u02FF]*$/;

let segmenter: Intl.Segmenter | undefined;

/** How many characters a person counts in a text: a letter with its accent is one, however it is stored; so is an emoji. */
export function lengthOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter('pt-BR', { granularity: 'grapheme' });
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}

/** Column, from 1, of the character that stands at that index of the line's string. */
export function columnAt(line: string, index: number): number {
  return lengthOf(line.slice(0, index)) + 1;
}

/** Index in the line's string of a column that Gherkin tells (from 1, in code points). */
export function indexOfGherkinColumn(line: string, column: number): number {
  if (SIMPLE.test(line)) return column - 1;
  return [...line].slice(0, column - 1).join('').length;
}
