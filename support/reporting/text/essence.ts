const STATUS = /(?<=(?:respond\p{L}*|status|HTTP|código)[\s:]+)\d{1,3}\b/giu;

const QUOTED = /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|`[^`\n]*`|(?<![\p{L}\d])'[^'\n]*'(?![\p{L}\d])/gu;

/** What differs from run to run although the fact is the same, in the order it is looked for. */
const ACCIDENTAL: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s"'`)]+/gi,
  /\b(?:0x)?[0-9a-f]{7,}\b/gi,
  /[\p{L}\d_-]*\d[\p{L}\d_-]*(?:[.,:/][\p{L}\d_-]*\d[\p{L}\d_-]*)*/gu,
];

/**
 * What of a sentence stays the same while only ids, times, numbers and addresses differ. The status of a reply and the exit code of a command
 * count: an API that answered 404 and now answers 500 is another fact.
 */
export function essenceOf(text: string): string {
  const kept = text.replace(STATUS, (status) => status.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''));
  return ACCIDENTAL.reduce((rest, pattern) => rest.replace(pattern, '#'), kept)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A sentence without the values that it quotes. */
export function withoutQuoted(text: string): string {
  return text.replace(QUOTED, '#');
}
