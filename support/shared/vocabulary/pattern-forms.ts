/**
 * What the regular expression of a parameter type accepts, as sentences with gaps: `é no máximo «número»`. People write whole words, so
 * that the patterns of this suite are little more than alternatives; one that is more than that has no forms.
 */
export type Gap = 'texto' | 'número' | 'memória' | 'comando';

/** Characters that stand for the gaps inside a form; Unicode keeps them free for private use. */
export const GAPS: Readonly<Record<Gap, string>> = { texto: '\uE000', número: '\uE001', memória: '\uE002', comando: '\uE003' };

/** The gap for which a character stands, if it stands for one. */
export function gapOf(character: string): Gap | undefined {
  return (Object.keys(GAPS) as Gap[]).find((gap) => GAPS[gap] === character);
}

const SUBPATTERNS: readonly (readonly [string, Gap])[] = [
  ['`([^`]+)`', 'comando'],
  ['"([^"\\\\]*(\\\\.[^"\\\\]*)*)"', 'texto'],
  ["'([^'\\\\]*(\\\\.[^'\\\\]*)*)'", 'texto'],
  ['"[^"]+"', 'texto'],
  ['"[^"]*"', 'texto'],
  ['<([^<>\\s]+)>', 'memória'],
  ['<[^<>\\s]+>', 'memória'],
  ['-?\\d+(?:[.,]\\d+)?', 'número'],
  ['-?\\d+', 'número'],
  ['\\d+', 'número'],
];

const MOST = 200;

/** The forms that some patterns of one parameter type accept together, each once, in the order of the patterns. */
export function formsOf(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap(formsOfPattern))];
}

/** The forms, when all of them are words and nothing more; else none. */
export function wordsOnly(forms: readonly string[]): readonly string[] {
  return forms.length > 0 && forms.every((form) => /^[\p{L} .-]+$/u.test(form)) ? forms : [];
}

function formsOfPattern(pattern: string): readonly string[] {
  const gapped = SUBPATTERNS.reduce((text, [written, gap]) => text.replaceAll(written, GAPS[gap]), pattern);
  try {
    return new Reader(gapped).read().map((form) => form.trim());
  } catch (error) {
    if (error instanceof NotPlain) return [];
    throw error;
  }
}

class NotPlain extends Error {}

/** Unfolds alternatives, groups and what may be left out. */
class Reader {
  #at = 0;
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): string[] {
    const forms = this.#alternatives();
    if (this.#at < this.#pattern.length) throw new NotPlain();
    return forms;
  }

  #alternatives(): string[] {
    const forms = this.#sequence();
    while (this.#pattern[this.#at] === '|') {
      this.#at += 1;
      forms.push(...this.#sequence());
    }
    return forms;
  }

  #sequence(): string[] {
    let forms = [''];
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern[this.#at] ?? '')) {
      const pieces = this.#piece();
      forms = forms.flatMap((form) => pieces.map((piece) => form + piece));
      if (forms.length > MOST) throw new NotPlain();
    }
    return forms;
  }

  #piece(): string[] {
    const atom = this.#atom();
    const quantifier = this.#pattern[this.#at];
    if (quantifier !== '?' && quantifier !== '*') return atom;
    this.#at += 1;
    return quantifier === '?' ? ['', ...atom] : [''];
  }

  #atom(): string[] {
    const character = this.#pattern[this.#at] ?? '';
    this.#at += 1;
    if (character === '(') return this.#group();
    if (character === '\\') return [this.#escaped()];
    if ('[]{}+^$*?'.includes(character)) throw new NotPlain();
    return [character];
  }

  #group(): string[] {
    if (this.#pattern.startsWith('?:', this.#at)) this.#at += 2;
    const forms = this.#alternatives();
    if (this.#pattern[this.#at] !== ')') throw new NotPlain();
    this.#at += 1;
    return forms;
  }

  #escaped(): string {
    const character = this.#pattern[this.#at] ?? '';
    this.#at += 1;
    if (/[a-z\d]/i.test(character)) throw new NotPlain();
    return character;
  }
}
