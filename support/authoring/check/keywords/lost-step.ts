import type { Draft } from '../draft';
import type { Correction } from './lost-title';
import { continues, following, indentOf, isContinued, isInBlockOfSteps } from './neighbours';
import { type StepMeant, stepMeant } from './step-meant';
import { stepLikeness } from './step-shape';

/**
 * A line of a description that was meant as a step, and therefore does not run. Prose may begin with Quando, E, Mas or Dado as well, so that
 * the word alone says nothing, except where it is no word of Portuguese at all (`Dao que`, `Qaundo`). Else the line must not end like a
 * sentence, must neither go on with the sentence before it nor be gone on with, and what follows the word must look like a step of ours, or
 * stand in a block of such lines, or bring a table or a text with it; a lower-case line right above the steps of a scenario is one of them.
 * @param text the line as a keyboard would have written it
 */
export function lostStep(draft: Draft, line: number, text: string): Correction | null {
  const meant = stepMeant(text);
  if (!meant || meant.text === '') return null;
  const owner = draft.meant.tokens[line - 1]?.owner;
  const isAmongSteps = owner === 'scenario' || owner === 'background';
  if (meant.slip === 'marked' && !isAmongSteps) return null;
  if (meant.isHonest && !isStep(draft, line, meant, isAmongSteps)) return null;
  return stepCorrection(line, text, meant, isAmongSteps ? LOST : OUTSIDE);
}

/** The same for a line that the parser refused: it stands where no prose can stand. */
export function refusedStep(line: number, text: string): Correction | null {
  const meant = stepMeant(text);
  return meant && meant.slip !== 'exact' ? stepCorrection(line, text, meant, 'assim o Cucumber não entende o arquivo') : null;
}

const LOST = 'assim o passo vira descrição e não roda';
const OUTSIDE = 'este passo está fora de um cenário, vira descrição e não roda';

function stepCorrection(line: number, text: string, meant: StepMeant, consequence: string): Correction {
  const { keyword, start, end } = meant;
  const written = text.slice(start, end);
  const correct = `${keyword} ${meant.text}`;
  return {
    problem: {
      rule: meant.slip === 'exact' ? 'passo-solto' : 'passo',
      line,
      start,
      end,
      sentence: sentenceFor(written, meant, consequence),
      remedy: meant.slip === 'exact' ? 'Ponha acima dele a linha que falta, "Contexto:" ou "Cenário: …".' : `Escreva: ${correct}`,
    },
    meant: `${text.slice(0, indentOf(text))}${correct}`,
    edit: meant.slip === 'same' && consequence !== OUTSIDE ? { wrong: written, right: keyword } : null,
  };
}

function sentenceFor(written: string, { slip, keyword }: StepMeant, consequence: string): string {
  if (slip === 'exact')
    return `Falta o cenário a que pertence este passo: ${consequence.replace('este passo está', 'ele está')}.`;
  if (slip === 'english')
    return `"${written}" é inglês, e este arquivo está em português: a palavra é "${keyword}"; ${consequence}.`;
  if (slip === 'marked') return `Um passo começa com a palavra, sem sinal antes nem depois dela: "${keyword}"; ${consequence}.`;
  return `"${written}" não abre um passo: escreva "${keyword}"; ${consequence}.`;
}

function isStep(draft: Draft, line: number, meant: StepMeant, isAmongSteps: boolean): boolean {
  if (/[.!?;,…]$/.test(meant.text)) return false;
  const likeness = stepLikeness(meant.text);
  const next = draft.line(line + 1).trimStart();
  if (meant.text.endsWith(':') && (next.startsWith('|') || next.startsWith('"""'))) return true;
  if (meant.slip === 'near') return likeness === 'certain' && !continues(draft, line);
  if (likeness === 'certain') return !continues(draft, line) || /`$/.test(meant.text);
  if (continues(draft, line) || isContinued(draft, line)) return false;
  if (likeness === 'likely' || isInBlockOfSteps(draft, line)) return true;
  return isAmongSteps && meant.slip === 'same' && isRightAboveSteps(draft, line);
}

function isRightAboveSteps(draft: Draft, line: number): boolean {
  const next = following(draft, line);
  return next?.kind === 'step' && next.line === line + 1;
}
