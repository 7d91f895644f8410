import { visible } from '../../shared/visible';
import { count } from '../../shared/words';
import type { Conformity, ConformityPromise } from '../conformity/conformity';
import { byReason, conformitySentence, deviationsSentence } from '../conformity/sentences';
import { VERDICTS } from '../conformity/verdict-words';
import { standingSentence, verdictWord } from '../deviations/sentences';
import { indent, mark } from './marks';
import type { Palette } from './palette';

const SHOWN = 20;
const STEPS_SHOWN = 15;

/** `41 de 66 promessas valem · 12 divergem na CLI e 10 não foram verificadas`; empty when the run had no journey. */
export function promisesSentence(conformity: Conformity): string {
  const sentence = conformitySentence(conformity);
  if (sentence === null) return '';
  const parts = [sentence, deviationsSentence(conformity), standingSentence(conformity.deviations) ?? ''];
  const told = parts.filter((part) => part !== '');
  return told.length === 1 ? `${sentence}.` : told.join(' · ');
}

/** What does not hold: what deviates promise by promise, then what was not verified by its reason. */
export function promiseLines(conformity: Conformity, palette: Palette): string[] {
  const open = byReason(conformity);
  const lines = open.slice(0, SHOWN).map((promises) => entry(promises, palette));
  const rest = open.slice(SHOWN).flat().length;
  if (rest > 0) lines.push(`  e mais ${count(rest, 'promessa', 'promessas')}, em conformidade.md`);
  return lines;
}

function entry([first, ...more]: readonly [ConformityPromise, ...ConformityPromise[]], palette: Palette): string {
  const { group, many } = VERDICTS[first.verdict];
  const steps = [first, ...more].map(({ step }) => step);
  const listed = `${steps.slice(0, STEPS_SHOWN).join(', ')}${steps.length > STEPS_SHOWN ? '…' : ''}`;
  const what =
    more.length > 0
      ? `${steps.length} ${many}  ${palette.dim(listed)}`
      : `${first.step} ${visible(first.command)}  ${palette.dim(verdictWord(first))}`;
  const [reason = ''] = visible(first.reason).split('\n');
  return `${mark(group, palette)} ${what}${reason === '' ? '' : `\n${indent(reason, 4)}`}`;
}
