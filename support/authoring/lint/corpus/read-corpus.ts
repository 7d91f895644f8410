import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../finding';

/** A text of the corpus and what the check has to find in it. */
export interface CorpusCase {
  readonly title: string;
  /** Where it is said to stand: a journey of `features/`, or anywhere else. */
  readonly path: string;
  readonly text: string;
  /** `rule line:column`, in order of reading; none for an honest text. */
  readonly expected: readonly string[];
}

/** What the corpus writes for what nobody would see in it. */
const SIGNS: Readonly<Record<string, string>> = {
  NBSP: '\u00A0',
  THIN: '\u2009',
  ZWSP: '\u200B',
  SHY: '\u00AD',
  HYPHEN: '\u2011',
  MINUS: '\u2212',
  TAB: '\t',
  CR: '\r',
  BOM: '\uFEFF',
  BAD: '\uFFFD',
};

/**
 * Reads a file of the corpus: cases begin with `=== title` (`=== [jornada] title` for one of `features/`), what is expected stands at the end
 * in lines `--- rule line:column`; `{NBSP}` and the like stand for a character, `{NFD:…}` for a text with its accents apart.
 */
export function readCorpus(name: string): CorpusCase[] {
  const content = readFileSync(path.join(__dirname, name), 'utf8');
  return content
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.trimEnd().split('\n');
      const expected = lines.filter((line) => line.startsWith('--- ')).map((line) => line.slice(4));
      const text = lines.filter((line) => !line.startsWith('--- ')).join('\n');
      const isJourney = heading.startsWith('[jornada] ');
      return {
        title: heading.replace('[jornada] ', ''),
        path: isJourney ? 'features/uma.feature' : 'corpus/uma.feature',
        text: `${expand(text)}\n`,
        expected,
      };
    });
}

/** A finding as the corpus writes it. */
export function short({ rule, line, column }: Finding): string {
  return `${rule} ${line}:${column}`;
}

function expand(text: string): string {
  return text
    .replace(/\{NFD:([^}]*)\}/g, (_, inner: string) => inner.normalize('NFD'))
    .replace(/\{([A-Z]+)\}/g, (whole, name: string) => SIGNS[name] ?? whole);
}
