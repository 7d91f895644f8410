import type { Expression } from '@cucumber/cucumber-expressions';
import type { StepArgument } from './definition';

/** The part of a loaded definition that its expression answers. */
export interface Reading {
  recognises(text: string): boolean;
  read(text: string): readonly StepArgument[];
}

/** How an expression of Cucumber reads texts, without making values of what it finds. */
export function readingOf(expression: Expression): Reading {
  const { regexp } = expression as Expression & { readonly regexp: RegExp }; // both kinds of expression have it
  return {
    recognises: (text) => regexp.test(text),
    read: (text) =>
      (expression.match(text) ?? []).map(({ group, parameterType }) => ({
        parameter: parameterType.name ?? '',
        text: group.value ?? '',
        start: group.start ?? 0,
      })),
  };
}
