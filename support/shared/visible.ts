/** What changes the direction of the text around it, or takes no room. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Text from outside, fit to be shown: control characters other than line break and tab become their visible pictures (ESC is `␛`), so
 * that the output of a command can neither move the cursor nor vanish; what would turn the text around becomes its code (`⟨U+202E⟩`).
 * `\r\n` counts as a line break.
 */
export function visible(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[\p{Cc}]/gu, (character) => (character === '\n' || character === '\t' ? character : picture(character)))
    .replace(HIDDEN, (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `\\x${code.toString(16)}`;
}
