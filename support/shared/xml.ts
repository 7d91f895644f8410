import { visible } from './visible';

/** Text for an XML document. XML has no place at all for some characters, not even as entities; the others `html` escapes. */
export function inXml(text: string): string {
  return visible(text).replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
}
