import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A style sheet or a script that is written into a page, and the hash by which the page's policy lets it through. */
export interface Asset {
  text: string;
  /** `'sha256-…'`, quotes included, as a Content-Security-Policy wants it. */
  hash: string;
}

const read = new Map<string, Asset>();

/**
 * A CSS or JavaScript file of our own; read once.
 * @param file absolute path
 * @throws what the file system throws; an Error when the text would end its own element
 */
export function asset(file: string): Asset {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n'); // as the HTML parser will see it
  if (/<\/(style|script)/i.test(text)) throw new Error(`${file} would close the element it stands in`);
  const made = { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
  read.set(file, made);
  return made;
}

/** A file of `site/assets`. @param name such as `site.css` */
export function siteAsset(name: string): Asset {
  return asset(path.join(__dirname, 'assets', name));
}
