/**
 * What a step is for, where the verdict of its stanza depends on it. `notes`: it keeps something of the reply for later steps. `waits`: it
 * waits for a state that the stanza promises, and that later steps start from. `readies`: it waits for a state that only later steps need.
 * `cli`: it looks at what the CLI showed or kept, which the API has no part in.
 */
export type StepKind = 'notes' | 'waits' | 'readies' | 'cli';

const kinds = new Map<string, StepKind>();

/** Declares that a step definition keeps something for later steps. @returns the expression, for the definition itself */
export function noting(expression: string): string {
  return declare(expression, 'notes');
}

/** Declares that a step definition waits for a state that is promised. @returns the expression, for the definition itself */
export function awaiting(expression: string): string {
  return declare(expression, 'waits');
}

/** Declares that a step definition waits for what later steps start from. @returns the expression, for the definition itself */
export function readying(expression: string): string {
  return declare(expression, 'readies');
}

/** Declares that a step definition looks at the CLI alone. @returns the expression, for the definition itself */
export function aboutTheCli(expression: string): string {
  return declare(expression, 'cli');
}

/** What the definition with this expression was declared to be for; null for all others. */
export function kindOf(expression: unknown): StepKind | null {
  return (typeof expression === 'string' && kinds.get(expression)) || null;
}

function declare(expression: string, kind: StepKind): string {
  kinds.set(expression, kind);
  return expression;
}
