/**
 * Text from outside, fit to be shown: control characters other than line break and tab become their visible pictures (ESC is `␛`), so
 * that the output of a command can neither move the cursor nor vanish. `\r\n` counts as a line break.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[\p{Cc}]/gu, (character) => (character === '\n' || character === '\t' ? character : picture(character)));
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\x${code.toString(16)}`;
}
