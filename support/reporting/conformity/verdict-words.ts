import type { Verdict } from '../../shared/messages/note';
import type { Group } from '../model/outcome';

interface VerdictFacts {
  /** What is said of one promise. */
  readonly word: string;
  /** What is said of some of them, after their number. */
  readonly one: string;
  readonly many: string;
  /** The group of scenarios whose shape and colour it has. */
  readonly group: Group;
  /** In `verdicts` of a recorded run; `.` there stands for a promise that was not in the run. */
  readonly letter: string;
  /** When a promise has this verdict, for a legend. */
  readonly rule: string;
}

/** All that is said of a verdict, wherever it is shown. */
export const VERDICTS: Readonly<Record<Verdict, VerdictFacts>> = {
  holds: {
    word: 'vale',
    one: 'vale',
    many: 'valem',
    group: 'passed',
    letter: 'h',
    rule: 'O comando chegou à operação certa, a API respondeu o que o documento diz, a CLI o contou e o estado acompanhou.',
  },
  'cli-deviates': {
    word: 'diverge na CLI',
    one: 'diverge na CLI',
    many: 'divergem na CLI',
    group: 'failed',
    letter: 'c',
    rule: 'O que o documento promete não se deu pela CLI, mas a API o faz.',
  },
  'api-deviates': {
    word: 'diverge na API',
    one: 'diverge na API',
    many: 'divergem na API',
    group: 'failed',
    letter: 'a',
    rule: 'O que o documento promete não se deu, e a API também não o faz.',
  },
  unverified: {
    word: 'não verificado',
    one: 'não foi verificada',
    many: 'não foram verificadas',
    group: 'skipped',
    letter: 'u',
    rule: 'Não pôde ser tentado: faltou o que outro passo deixaria, ou um meio, ou o cenário não rodou.',
  },
};

/** From good to unknown: the order of every list and count. */
export const ALL_VERDICTS = Object.keys(VERDICTS) as readonly Verdict[];

/** By the letters that `verdicts` of a recorded run has. */
export const VERDICTS_BY_LETTER: ReadonlyMap<string, Verdict> = new Map(
  ALL_VERDICTS.map((verdict) => [VERDICTS[verdict].letter, verdict]),
);

/** True for one of the closed set: what comes out of a stream may be anything. */
export function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICTS, text);
}

/** The promise was tried and is not kept. */
export function deviates(verdict: Verdict): boolean {
  return verdict === 'cli-deviates' || verdict === 'api-deviates';
}
