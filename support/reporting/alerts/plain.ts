import { visible } from '../../shared/visible';

/**
 * Text from outside, as one line that shows all it has: control characters become visible, what would turn the writing direction around
 * disappears.
 * @param longest how many characters it may have; a longer one ends in `…`
 */
export function plain(text: string, longest: number): string {
  const line = visible(text.slice(0, longest * 2))
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
