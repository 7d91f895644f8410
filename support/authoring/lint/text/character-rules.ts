import type { LineToken } from '../../source/token';
import { CURLY_DOUBLE, CURLY_SINGLE, INVISIBLE, ODD_SPACE } from './characters';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One kind of character that does not belong into a line Gherkin reads. */
export interface CharacterRule {
  readonly name: string;
  /** Where they stand in the line, from left to right. */
  readonly find: (line: string, token: LineToken) => Stretch[];
  /** @param fragment the first of them; @param count how many there are in the line */
  readonly sentence: (fragment: string, count: number) => string;
  /** How to write it right; absent: the line as a keyboard would have written it. */
  readonly remedy?: string;
}

/** What a straight-quoted text contains is what the product writes, whatever it is. */
const QUOTED = /"[^"]*"/g;
const DASHED_OPTION = /(?<=^|[\s`|=])[–—]+(?=[\p{L}\d])/gu;
const LEFTOVERS = /[–—…]/gu;
const HYPHENS = /[\u2010\u2011\u2212]/gu;

/** All of them. */
export const CHARACTER_RULES: readonly CharacterRule[] = [
  {
    name: 'espaco',
    find: (line) => matches(line, ODD_SPACE),
    sentence: (_, count) =>
      count === 1
        ? 'Há aqui um espaço especial, que parece um espaço e não é; o Cucumber não reconhece a palavra.'
        : `Há nesta linha ${count} espaços especiais, que parecem espaços e não são; o Cucumber não reconhece as palavras.`,
  },
  {
    name: 'invisivel',
    find: (line) => matches(line, INVISIBLE),
    sentence: () => 'Há aqui um caractere que não se vê; o Cucumber não reconhece a palavra.',
  },
  {
    name: 'tabulacao',
    find: (line) => matches(line, /(?<=\S.*)\t/g),
    sentence: () => 'Há aqui uma tabulação; use espaços, como no resto do arquivo.',
  },
  {
    name: 'aspas',
    find: (line, { kind }) => (kind === 'step' || kind === 'table' ? outsideQuotes(line, [CURLY_DOUBLE, CURLY_SINGLE]) : []),
    sentence: (fragment) => `A aspa ${fragment} é de editor de texto; o passo só reconhece a aspa reta: ".`,
  },
  {
    name: 'sobra-do-word',
    find: (line, { kind }) => leftovers(line, kind),
    sentence: (fragment) => `O caractere ${fragment} é de editor de texto, e o passo não o reconhece.`,
    remedy: 'Escreva com as teclas do teclado: - ou -- no lugar do travessão, ... no lugar das reticências.',
  },
];

/** Lines that begin with tabs. */
export const INDENTATION_RULE: CharacterRule = {
  name: 'tabulacao',
  find: (line) => matches(line, /^\s*\t/g),
  sentence: () => 'As linhas deste arquivo começam com tabulações; use espaços, como nas outras jornadas.',
  remedy: 'Corrija com npm run lint:features -- --fix.',
};

function leftovers(line: string, kind: LineToken['kind']): Stretch[] {
  if (kind === 'step') return outsideQuotes(line, [LEFTOVERS, HYPHENS]);
  return kind === 'table' ? outsideQuotes(line, [DASHED_OPTION, HYPHENS]) : [];
}

function outsideQuotes(line: string, patterns: readonly RegExp[]): Stretch[] {
  const blanked = line.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return patterns.flatMap((pattern) => matches(blanked, pattern)).sort((one, other) => one.start - other.start);
}

function matches(line: string, pattern: RegExp): Stretch[] {
  return [...line.matchAll(pattern)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}
