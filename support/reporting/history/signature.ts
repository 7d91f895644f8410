import { hashOf } from './hash';

const STATUS = /(?<=(?:respond\p{L}*|status|HTTP)[\s:]+)[1-5]\d\d\b/giu;

/** What differs from run to run although the failure is the same, in the order it is looked for. */
const ACCIDENTAL: readonly RegExp[] = [
  /"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|`[^`\n]*`|(?<![\p{L}\d])'[^'\n]*'(?![\p{L}\d])/gu,
  /\bhttps?:\/\/\S+/gi,
  /\b(?:0x)?[0-9a-f]{7,}\b/gi,
  /[\p{L}\d_-]*\d[\p{L}\d_-]*(?:[.,:/][\p{L}\d_-]*\d[\p{L}\d_-]*)*/gu,
];

/**
 * A name for what went wrong that stays the same while only numbers, ids, addresses and quoted values differ. The status of a reply
 * counts: an API that answered 404 and now answers 500 fails in another way.
 * @param texts the step and its error message, say
 */
export function signatureOf(...texts: readonly string[]): string {
  return hashOf(...texts.map(essenceOf));
}

function essenceOf(text: string): string {
  const kept = text.replace(STATUS, (status) => status.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''));
  return ACCIDENTAL.reduce((rest, pattern) => rest.replace(pattern, '#'), kept)
    .replace(/\s+/g, ' ')
    .trim();
}
