import type { Draft } from '../draft';
import type { Correction } from './lost-title';
import { continues, following, indentOf, isContinued, isInBlockOfSteps } from './neighbours';
import { type StepMeant, stepMeant } from './step-meant';
import { stepLikeness } from './step-shape';

/**
 * A line of a description that was meant as a step, and therefore does not run. Prose may begin with Quando, E, Mas or Dado as well, so the
 * word alone says nothing, unless it is no word of Portuguese at all (`Dao que`, `Qaundo`). Else the line must not end like a sentence, must
 * neither go on with the line before it nor be gone on with, and one of these must hold: what follows the word begins as a step of ours does,
 * or is a command from end to end; it stands in a block of lines that all begin like steps; a table or a text follows its colon; or it stands
 * in a scenario or Contexto, and has a command, a quoted text or a placeholder in it, or stands in lower case right above the steps.
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

/** Corrects a line that the parser refused, where prose is not possible: whatever looks like a step was meant as one. */
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
  const canBeProse = !isAmongSteps && likeness === 'none'; // a description may have a table of its own, and one of Exemplos always has
  if (!canBeProse && meant.text.endsWith(':') && (next.startsWith('|') || next.startsWith('"""'))) return true;
  if (meant.slip === 'near') return likeness === 'certain' && !continues(draft, line);
  if (isContinued(draft, line)) return false;
  if (likeness === 'certain') return !continues(draft, line) || /`$/.test(meant.text);
  if (continues(draft, line)) return false;
  if (isInBlockOfSteps(draft, line) || (likeness === 'likely' && isAmongSteps)) return true;
  return isAmongSteps && meant.slip === 'same' && isRightAboveSteps(draft, line);
}

function isRightAboveSteps(draft: Draft, line: number): boolean {
  const next = following(draft, line);
  return next?.kind === 'step' && next.line === line + 1;
}
