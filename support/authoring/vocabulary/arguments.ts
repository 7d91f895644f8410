import type { Argument } from '@cucumber/cucumber-expressions';
import type { StepArgument } from './definition';

/** What an expression read in a text, without making values of it. */
export function argumentsOf(found: readonly Argument[] | null): readonly StepArgument[] | null {
  return (
    found?.map(({ group, parameterType }) => ({
      parameter: parameterType.name ?? '',
      text: group.value ?? '',
      start: group.start ?? 0,
    })) ?? null
  );
}
