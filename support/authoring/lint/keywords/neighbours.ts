import type { Draft } from '../draft';
import { asTyped } from '../text/characters';
import { keywordKind } from './keywords';
import { type StepMeant, stepMeant } from './step-meant';
import { stepLikeness } from './step-shape';
import { titleMeant } from './title-meant';

/** What follows a line, blank lines and comments aside. */
export interface Following {
  readonly line: number;
  readonly indent: number;
  readonly kind: 'step' | 'title' | 'tags' | 'table' | 'doc-string' | 'text';
}

/** Index of the first character that is no space. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The next line that says something; null at the end of the file. */
export function following(draft: Draft, line: number): Following | null {
  for (let next = line + 1; next <= draft.meant.lines.length; next += 1) {
    const text = asTyped(draft.line(next));
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    return { line: next, indent: indentOf(text), kind: kindOf(draft, next, text) };
  }
  return null;
}

function kindOf(draft: Draft, line: number, text: string): Following['kind'] {
  if (/^\s*(?:"""|```)/.test(text)) return 'doc-string';
  const kind = keywordKind(text);
  if (kind === 'tags' || kind === 'table') return kind;
  if (kind === 'step') return isProse(draft, line, text) ? 'text' : 'step';
  if (kind !== null || titleMeant(text)?.isHonest === false) return 'title';
  const step = stepMeant(text);
  if (step && (!step.isHonest || stepLikeness(step.text) !== 'none')) return 'step';
  return 'text';
}

/** A line of a description that begins with a keyword of steps is prose when it ends like a sentence. */
function isProse(draft: Draft, line: number, text: string): boolean {
  return draft.meant.tokens[line - 1]?.kind === 'text' && /[.!?;,…]$/.test(text.trimEnd());
}

/** Whether a line goes on with the sentence of the line before it. */
export function continues(draft: Draft, line: number): boolean {
  const before = draft.line(line - 1).trimEnd();
  if (draft.meant.tokens[line - 2]?.kind !== 'text' || before === '') return false;
  return !/[.!?:;…]$/.test(before) && !looksLost(asTyped(before));
}

/** Whether the line after it goes on with its sentence. */
export function isContinued(draft: Draft, line: number): boolean {
  const next = asTyped(draft.line(line + 1));
  if (draft.meant.tokens[line]?.kind !== 'text') return false;
  return /^\s*\p{Ll}/u.test(next) && !looksLost(next);
}

function looksLost(line: string): boolean {
  const step = stepMeant(line);
  return (step !== null && !(step.slip === 'near' && step.isHonest)) || keywordKind(line) !== null;
}

/** Whether the lines around it, without a blank one between, begin like steps as well, and none of the paragraph ends like a sentence. */
export function isInBlockOfSteps(draft: Draft, line: number): boolean {
  const steps: (StepMeant | null)[] = [];
  for (const direction of [-1, 1]) {
    for (let other = line + direction; draft.meant.tokens[other - 1]?.kind === 'text'; other += direction) {
      const text = asTyped(draft.line(other));
      if (text.trim() === '') break;
      if (/[.!?;,…]$/.test(text.trimEnd())) return false;
      steps.push(stepMeant(text));
    }
  }
  return steps.length > 0 && steps.every((step) => step !== null && !(step.slip === 'near' && step.isHonest));
}
