/** Spaces that look like a space and are none: what Word, web pages and macOS's Option+space leave. */
export const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/** Characters that nobody sees. A joiner between emoji belongs to them. */
export const INVISIBLE =
  /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

export const CURLY_DOUBLE = /[“”„‟«»]/gu;
export const CURLY_SINGLE = /[‘’‚‛]/gu;

/** The hyphen that does not break and the minus of typesetters: on a keyboard both are `-`. */
const HYPHENS = /[\u2010\u2011\u2212]/gu;

/** Whether there is anything in the line that a keyboard would not have written. One look, for the many lines where there is not. */
export function isPlain(line: string): boolean {
  return !/[^\x20-\x7E\u00A1-\u00AA\u00AE-\u00BA\u00BC-\u0240]|[\u00AB\u00BB]/u.test(line);
}

/** The line as a keyboard would have written it: composed letters, plain spaces, straight quotes, plain hyphens, nothing invisible. */
export function asTyped(line: string): string {
  if (isPlain(line)) return line;
  return line
    .normalize('NFC')
    .replace(ODD_SPACE, ' ')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
    .replace(CURLY_DOUBLE, '"')
    .replace(CURLY_SINGLE, "'")
    .replace(HYPHENS, '-');
}
