import { AssertionError } from 'chai';

/**
 * Demands that something holds.
 * @param sentence what should be and what is, in Portuguese, without a full stop
 * @throws AssertionError with the sentence
 */
export function expectThat(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new AssertionError(`${sentence}.`);
}
