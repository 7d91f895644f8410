import { distance, plain } from '../../../shared/spelling';
import { ENGLISH_STEP_WORDS, STEP_WORDS } from './keywords';

/** A line that may have been meant as a step. */
export interface StepMeant {
  /** The keyword that was meant, as we write it. */
  readonly keyword: string;
  /** Index where the wrong part begins: the keyword, or the bullet before it. */
  readonly start: number;
  /** Index where the keyword ends as it was written. */
  readonly end: number;
  /** The text of the step. */
  readonly text: string;
  /** `exact`: nothing wrong with the word; `same`: capitals and accents; `near`: misspelt; `english`; `marked`: a bullet or a sign by it. */
  readonly slip: 'exact' | 'same' | 'near' | 'english' | 'marked';
  /** Whether what was written is also a word that may begin a sentence of prose. */
  readonly isHonest: boolean;
}

const FIRST_WORD = /^(\s*)((?:[-•–]|\d+[.)]) +)?([\p{L}\p{M}]+)([:;,.]?)( +|$)(.*)$/u;

/** Portuguese words one letter away from Dado, Dada, Dados, Dadas, Quando and Então. */
const HONEST_NEIGHBOURS = new Set(
  (
    'quanto quanta quantos quantas estão entoa lado fado dano dedo dardo gado nado cada nada fada dama data dando dão ' +
    'lados danos dedos gados datas damas fadas nadas cabo dito mudado vado rodado'
  ).split(' '),
);

const BY_PLAIN: ReadonlyMap<string, string> = new Map(STEP_WORDS.map((word) => [plain(word), word]));
const LONG_WORDS = STEP_WORDS.filter((word) => word.length >= 4);

/** The step that a line may have been meant as; null when its first word is like no keyword. */
export function stepMeant(line: string): StepMeant | null {
  const [, indent = '', bullet = '', word = '', sign = '', gap = '', rest = ''] = FIRST_WORD.exec(line) ?? [];
  if (word === '' || (gap === '' && rest === '')) return null;
  const meant = meaning(word);
  if (!meant) return null;
  const isMarked = bullet !== '' || sign !== '';
  return {
    keyword: meant.keyword,
    start: indent.length,
    end: indent.length + bullet.length + word.length + sign.length,
    text: rest.trim(),
    slip: isMarked && (meant.slip === 'exact' || meant.slip === 'same') ? 'marked' : meant.slip,
    isHonest: meant.isHonest || isMarked,
  };
}

function meaning(word: string): Pick<StepMeant, 'keyword' | 'slip' | 'isHonest'> | null {
  const bare = plain(word);
  const same = BY_PLAIN.get(bare);
  if (same !== undefined && word !== 'É' && word !== 'é') {
    const isWord = word.toLowerCase() === same.toLowerCase() || bare === word.toLowerCase();
    return { keyword: same, slip: word === same || word === 'Entao' ? 'exact' : 'same', isHonest: isWord };
  }
  const english = ENGLISH_STEP_WORDS.get(bare);
  if (english !== undefined) return { keyword: english, slip: 'english', isHonest: word !== 'Given' && word !== 'When' };
  if (bare.length < 3) return null;
  const near = LONG_WORDS.find((known) => distance(bare, plain(known)) === 1);
  if (near !== undefined) return { keyword: near, slip: 'near', isHonest: HONEST_NEIGHBOURS.has(word.toLowerCase()) };
  return null;
}
