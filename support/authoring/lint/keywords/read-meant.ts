import type { Draft, Problem } from '../draft';
import { asTyped } from '../text/characters';
import { keywordKind } from './keywords';
import { lostStep, refusedStep } from './lost-step';
import { type Correction, lostTitle, refusedTitle } from './lost-title';
import { misplaced } from './misplaced';
import { examplesAsScenario, refusedExamples, scenarioAsExamples } from './scenario-as-examples';
import { closeOpenText, hasCauseOfItsOwn, otherError } from './unreadable';

/** More rounds than any feature needs; a text made to need more is left as far as it was read. */
const ROUNDS = 60;

/**
 * Finds the lines that were meant as titles and steps and are none, and reads on as if they had been written right, until Cucumber's parser
 * takes the whole feature: one slip hides no other.
 */
export function readAsMeant(draft: Draft): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!supposeTyped(draft) && !correctExamples(draft)) {
      correctDescriptions(draft);
      correctRefused(draft);
    }
    if (!draft.reread()) return;
  }
}

/** Lines that are titles or steps but for a character that no keyboard writes: what to say of them the rules on characters know. */
function supposeTyped(draft: Draft): boolean {
  let any = false;
  for (const { line, text } of [...descriptionLines(draft), ...refusedLines(draft)]) {
    const typed = asTyped(text);
    if (typed === text || keywordKind(typed) === null || keywordKind(text) !== null) continue;
    draft.suppose(line, typed);
    any = true;
  }
  return any;
}

/** Examples that are scenarios, and scenarios that are examples: nothing under them is read before they are. @returns whether there were any */
function correctExamples(draft: Draft): boolean {
  const wrong = [...scenarioAsExamples(draft), ...examplesAsScenario(draft)];
  for (const correction of wrong) correct(draft, correction, draft.line(correction.problem.line));
  return wrong.length > 0;
}

function correctDescriptions(draft: Draft): void {
  let done = 0;
  for (const { line, text, block } of descriptionLines(draft)) {
    if (block === done) continue; // its lines belong to the title just found: they are read again
    const typed = asTyped(text);
    const title = lostTitle(draft, line, typed);
    if (title) done = block;
    const correction = title ?? lostStep(draft, line, typed);
    if (correction) correct(draft, correction, typed);
  }
}

function correctRefused(draft: Draft): void {
  if (closeOpenText(draft)) return;
  let unreadable = 0;
  for (const { line, text, message } of refusedLines(draft)) {
    if (hasCauseOfItsOwn(message)) {
      otherError(draft, line, message);
      continue;
    }
    const typed = asTyped(text);
    const title = keywordKind(typed) === null ? refusedTitle(line, typed) : refusedExamples(draft, line);
    const correction = title ?? (keywordKind(typed) === null ? refusedStep(line, typed) : null);
    if (correction) correct(draft, correction, typed);
    if (title) return; // what is under it is read again
    if (correction) continue;
    const problem: Problem | null = misplaced(draft, line, typed, message);
    if (problem) draft.find(problem, text);
    else if (unreadable !== line - 1 || unreadable === 0) otherError(draft, line, message);
    unreadable = line;
    supposeHarmless(draft, line, problem);
    if (problem?.rule === 'sem-funcionalidade') return;
  }
}

/** Reads on without the line, or with the feature it lacks. */
function supposeHarmless(draft: Draft, line: number, problem: Problem | null): void {
  if (problem?.rule === 'sem-funcionalidade') {
    const above = draft.line(line - 1);
    if (line > 1 && /^\s*(?:#|$)/.test(above)) draft.suppose(line - 1, 'Funcionalidade: sem nome');
    return;
  }
  draft.suppose(line, '');
}

function correct(draft: Draft, { problem, meant, edit }: Correction, shown: string): void {
  draft.find(problem, shown);
  draft.correctedUpTo.set(problem.line, problem.end);
  draft.suppose(problem.line, meant);
  if (!edit) return;
  const mended = draft.mended(problem.line);
  const start = mended.length - mended.trimStart().length;
  const written = asTyped(mended).slice(start);
  if (written.startsWith(edit.wrong))
    draft.mend(problem.line, mended.slice(0, start) + edit.right + written.slice(edit.wrong.length));
}

interface DescriptionLine {
  readonly line: number;
  readonly text: string;
  /** Line before the first of its description: the same for all lines of one. */
  readonly block: number;
}

/** Lines of descriptions that say something, those between fences aside. */
function descriptionLines(draft: Draft): DescriptionLine[] {
  const lines: DescriptionLine[] = [];
  let block = 0;
  let fence: string | null = null;
  for (const [index, token] of draft.meant.tokens.entries()) {
    if (token?.kind === 'comment' || token === undefined) continue;
    if (token.kind !== 'text' || token.owner === 'doc-string') {
      block = index + 1;
      fence = null;
      continue;
    }
    const mark = /^(?:"""|```)/.exec(token.text)?.[0];
    if (fence !== null) fence = mark === fence ? null : fence;
    else if (mark !== undefined) fence = mark;
    else if (token.text !== '') lines.push({ line: index + 1, text: draft.line(index + 1), block });
  }
  return lines;
}

/** What the parser refused, once for each line: of several messages the one that tells the cause. */
function refusedLines(draft: Draft): { line: number; text: string; message: string }[] {
  const messages = new Map<number, string>();
  for (const { line, message } of draft.meant.parseErrors) {
    if (!messages.has(line) || hasCauseOfItsOwn(message)) messages.set(line, message);
  }
  return [...messages].map(([line, message]) => ({ line, text: draft.line(line), message }));
}
