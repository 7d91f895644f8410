import { distance, plain } from '../../../shared/spelling';
import { TITLE_WORDS, type TitleKind, type TitleWord } from './keywords';

/** A line that may have been meant as a title. */
export interface TitleMeant {
  readonly kind: TitleKind;
  /** The keyword that was meant, as we write it. */
  readonly keyword: string;
  /** Index where the wrong part ends: after the colon, or after the word when there is none. */
  readonly end: number;
  /** What follows the colon. */
  readonly name: string;
  /** `same`: the keyword but for capitals, accents and spaces; `near`: misspelt; `folk`, `english`: another word; `bare`: no colon. */
  readonly slip: 'same' | 'near' | 'folk' | 'english' | 'bare';
  /** Whether what was written is also a word of honest Portuguese: it is then a title only where the lines around say so. */
  readonly isHonest: boolean;
}

const BEFORE_COLON = /^(\s*)([\p{L}\p{M}][\p{L}\p{M}'-]*(?: +[\p{L}\p{M}'-]+){0,3})( *)[:：](.*)$/u;

/** Words one letter away from a keyword that may well begin a sentence of prose. */
const HONEST_NEIGHBOURS = new Set(['mundo', 'fungo', 'funda', 'regua', 'negra', 'rega', 'regia', 'regar', 'canario']);

/** The title that a line, which Gherkin does not take for one, may have been meant as. */
export function titleMeant(line: string): TitleMeant | null {
  const [, indent = '', written = '', gap = '', rest = ''] = BEFORE_COLON.exec(line) ?? [];
  if (written === '') return withoutColon(line);
  const found = closest(written);
  if (!found) return null;
  const { word, away } = found;
  const isCapital = written.slice(0, 1) !== written.slice(0, 1).toLowerCase();
  return {
    kind: word.kind,
    keyword: word.keyword,
    end: indent.length + written.length + gap.length + 1,
    name: rest.trim(),
    slip: word.origin !== 'portuguese' ? word.origin : away === 0 ? 'same' : 'near',
    isHonest: isHonest(written, word, away, isCapital, gap !== ''),
  };
}

function isHonest(written: string, word: TitleWord, away: number, isCapital: boolean, hasGap: boolean): boolean {
  if (away > 0) return HONEST_NEIGHBOURS.has(plain(written));
  if (word.origin === 'english') return plain(word.word) !== 'scenario' && plain(word.word) !== 'scenario outline';
  if (word.origin === 'folk') return !plain(word.word).startsWith('esquema');
  return !isCapital && !hasGap && !written.includes(' ');
}

function closest(written: string): { word: TitleWord; away: number } | null {
  const wanted = plain(written).replace(/ +/g, ' ');
  const exact = TITLE_WORDS.find(({ word }) => plain(word) === wanted);
  if (exact) return { word: exact, away: 0 };
  let best: { word: TitleWord; away: number } | null = null;
  for (const word of TITLE_WORDS) {
    const known = plain(word.word);
    const allowed = known.length >= 10 ? 2 : 1;
    if (known.length < 5 || Math.abs(known.length - wanted.length) > allowed) continue;
    const away = distance(wanted, known);
    if (away <= allowed && (!best || away < best.away)) best = { word, away };
  }
  return best;
}

const BARE =
  /^(\s*)(Cenário|Cenario|Esquema do Cenário|Esquema do Cenario|Contexto|Regra|Exemplos|Funcionalidade)( *[;.,–-]?)(?: +(.*))?$/u;

/** A keyword whose colon was forgotten, or became another sign. */
function withoutColon(line: string): TitleMeant | null {
  const [, indent = '', written = '', sign = '', rest = ''] = BARE.exec(line) ?? [];
  const word = TITLE_WORDS.find((each) => each.word === written);
  if (!word) return null;
  const { kind, keyword } = word;
  return {
    kind,
    keyword,
    end: indent.length + written.length + sign.trimEnd().length,
    name: rest.trim(),
    slip: 'bare',
    isHonest: true,
  };
}
