import { AssertionError } from 'chai';

/** Both sides of a comparison that failed, for reporters that show them; secrets are taken out before they are told. */
export interface Comparison {
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Demands that something holds.
 * @param message what should be and what is, in Portuguese, with its full stop
 * @param sides what was compared, where something was
 * @throws AssertionError with the message and both sides
 */
export function expectThat(holds: boolean, message: string, sides?: Comparison): asserts holds {
  if (!holds) throw new AssertionError(message, { ...sides, showDiff: sides !== undefined && isWorthADiff(sides) }, expectThat);
}

/** The message tells single values; of objects, lists and texts of several lines a diff tells more. */
function isWorthADiff({ expected, actual }: Comparison): boolean {
  const both = (test: (side: unknown) => boolean): boolean => test(expected) && test(actual);
  return (
    both((side) => typeof side === 'object' && side !== null) || both((side) => typeof side === 'string' && side.includes('\n'))
  );
}
