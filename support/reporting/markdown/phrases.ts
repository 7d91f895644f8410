import type { PlannedStep, StepText } from '../model/run';

/**
 * What a step says, as a phrase on its own: without the word it begins with and without "que", its table told in the same line
 * ("a resposta tem: id é 1, status é "running""). Plain text, not Markdown yet.
 */
export function phraseOf({ text, table, docString }: StepText): string {
  const said = text.replace(/^que\s+/, '');
  const rows = table ? rowsOf(table) : [];
  const quoted = docString ? [JSON.stringify(docString.content)] : [];
  return [said, ...(rows.length > 0 ? [rows.join(', ')] : []), ...quoted].join(' ');
}

/** The same phrase as the beginning of a sentence. */
export function sentenceOf(step: StepText): string {
  const phrase = phraseOf(step);
  return phrase.charAt(0).toLocaleUpperCase('pt-BR') + phrase.slice(1);
}

/** Phrases of several steps. */
export function phrasesOf(steps: readonly PlannedStep[]): string[] {
  return steps.map(phraseOf);
}

/** A table of the vocabulary has a first line that names its columns; other tables tell all their lines. */
function rowsOf(table: readonly (readonly string[])[]): string[] {
  const [first, ...others] = table;
  const named = first?.[0] === 'campo' && others.length > 0;
  return (named ? others : table).map((row) => row.join(' '));
}
