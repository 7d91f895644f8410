/** What a step definition accepts in one place of its text. */
export interface StepParameter {
  /** As the expression names it, without braces: `situação`, `string`. */
  readonly name: string;
  /** What may be written there, in Portuguese, without capital and full stop. */
  readonly accepts: string;
  /** Every value, when there are only so many and all are words; empty otherwise. */
  readonly values: readonly string[];
}

/** A step as somebody would write it: keyword and text. */
export interface StepExample {
  readonly keyword: string;
  /** Without the keyword; ends with a colon when a table or a text follows. */
  readonly text: string;
}

/** What a file of step definitions is about. */
export interface Theme {
  /** Name of the file without its ending: `resource`. */
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly introduction: string;
}

/** Which word of Gherkin a definition was made for; null when its source does not say. Any of them may be written before it. */
export type Purpose = 'Given' | 'When' | 'Then';

/** One step of the suite. What comes from its source text (line, purpose, explanation, examples) is read when first asked for. */
export interface StepDefinition {
  /** As in the source; a regular expression stands between slashes. */
  readonly expression: string;
  readonly file: string;
  /** Line of the expression in the file, from 1. */
  readonly line: number;
  readonly purpose: Purpose | null;
  readonly theme: Theme;
  /** One Portuguese sentence without full stop; empty when the source has no comment above the definition. */
  readonly explanation: string;
  readonly examples: readonly StepExample[];
  readonly parameters: readonly StepParameter[];
}

/** What a definition read in one place of a step's text. */
export interface StepArgument {
  /** Name of the parameter type. */
  readonly parameter: string;
  /** As written, quotes, backticks and angle brackets included. */
  readonly text: string;
  /** Where it begins in the step's text. */
  readonly start: number;
}

/** A definition that recognises a text. */
export interface StepMatch {
  readonly definition: StepDefinition;
  readonly arguments: readonly StepArgument[];
}

/** `step-definitions/resource.ts:17`. */
export function placeOf({ file, line }: StepDefinition): string {
  return `${file}:${line}`;
}
