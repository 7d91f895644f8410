import type { ParameterType } from '@cucumber/cucumber-expressions';
import type { StepArgument, StepDefinition, StepMatch, StepParameter } from './definition';
import { parameterFacts } from './parameters';
import { formsOf, wordsOnly } from './pattern-forms';
import { SourceNotes } from './source-note';
import { themeOf } from './themes';

/** A step definition as the runner has it. */
export interface LoadedDefinition {
  /** As in the source; a regular expression between slashes. */
  readonly expression: string;
  readonly file: string;
  /** What the runner takes for its line; the source knows better. */
  readonly line: number;
  /** Whether it is a text of this definition. */
  recognises(text: string): boolean;
  /** What it reads in a text that it recognises: far slower than the question. */
  read(text: string): readonly StepArgument[];
}

/** The steps of a suite. */
export class Vocabulary {
  readonly definitions: readonly StepDefinition[];
  /** Those of the suite and those built in. */
  readonly parameterTypes: readonly ParameterType<unknown>[];
  readonly #loaded: readonly LoadedDefinition[];
  readonly #matches = new Map<string, readonly StepMatch[]>();
  readonly #forms = new Map<string, readonly string[]>();

  /** @param folder what the files of the definitions are relative to; null: the sources are not to be read */
  constructor(loaded: readonly LoadedDefinition[], types: Iterable<ParameterType<unknown>>, folder: string | null) {
    const notes = folder === null ? null : new SourceNotes(folder);
    this.#loaded = loaded;
    this.parameterTypes = [...types];
    this.definitions = loaded.map((each) => new Definition(each, notes, (name) => this.#parameter(name)));
  }

  /** The definitions that recognise the text of a step: none, when it is undefined; several, when it is ambiguous. */
  match(text: string): readonly StepMatch[] {
    const known = this.#matches.get(text);
    if (known) return known;
    const matches = this.#loaded.flatMap((each, index): StepMatch[] => {
      const definition = this.definitions[index];
      return definition && each.recognises(text) ? [matchOf(definition, each, text)] : [];
    });
    this.#matches.set(text, matches);
    return matches;
  }

  /** What a parameter type accepts, as forms (pattern-forms.ts); empty when it accepts more than forms can tell. */
  formsOf(parameter: string): readonly string[] {
    const known = this.#forms.get(parameter);
    if (known) return known;
    const forms = formsOf(this.parameterTypes.find(({ name }) => name === parameter)?.regexpStrings ?? []);
    this.#forms.set(parameter, forms);
    return forms;
  }

  #parameter(name: string): StepParameter {
    return { name, accepts: parameterFacts(name).accepts, values: wordsOnly(this.formsOf(name)) };
  }
}

function matchOf(definition: StepDefinition, loaded: LoadedDefinition, text: string): StepMatch {
  let found: readonly StepArgument[] | undefined;
  return {
    definition,
    get arguments() {
      found ??= loaded.read(text);
      return found;
    },
  };
}

/** What may follow Dado may say `que`. */
const PREPARES = '(que )';

/** Reads its source when first asked: a run without a mistake never does. */
class Definition implements StepDefinition {
  readonly expression: string;
  readonly file: string;
  readonly #line: number;
  readonly #notes: SourceNotes | null;
  readonly #parameter: (name: string) => StepParameter;

  constructor(
    { expression, file, line }: LoadedDefinition,
    notes: SourceNotes | null,
    parameter: (name: string) => StepParameter,
  ) {
    this.expression = expression;
    this.file = file;
    this.#line = line;
    this.#notes = notes;
    this.#parameter = parameter;
  }

  get line(): number {
    return this.#note?.line ?? this.#line;
  }

  get purpose(): StepDefinition['purpose'] {
    return this.#note?.purpose ?? (this.expression.startsWith(PREPARES) ? 'Given' : null);
  }

  get theme(): StepDefinition['theme'] {
    return themeOf(this.file);
  }

  get explanation(): string {
    return this.#note?.explanation ?? '';
  }

  get examples(): StepDefinition['examples'] {
    return this.#note?.examples ?? [];
  }

  get parameters(): readonly StepParameter[] {
    const names = [...this.expression.matchAll(/(?<!\\)\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
    return [...new Set(names)].map((name) => this.#parameter(name));
  }

  get #note() {
    return this.#notes?.read(this.file, this.expression) ?? null;
  }
}
