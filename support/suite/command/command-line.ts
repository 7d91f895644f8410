import { split } from 'shlex';
import type { Memory } from '../language/memory';

/** The name that stands for the CLI under test at the start of every command. */
export const CLI_NAME = 'dumont';

/**
 * Turns a command as a feature writes it into the arguments of the CLI: words are split as a shell would, then each word's
 * placeholders are filled, so that a value with spaces or quotes stays one argument. No shell is involved.
 * @throws Error in Portuguese for an open quote, another program or an unknown placeholder.
 */
export function commandArguments(written: string, memory: Memory): string[] {
  return commandWords(written).map((word) => memory.fill(word));
}

/**
 * The words of a command after its program, placeholders as they stand.
 * @throws Error in Portuguese for an open quote or another program
 */
export function commandWords(written: string): string[] {
  const [program, ...words] = shellWords(written);
  if (program === CLI_NAME) return words;
  throw new Error(`o comando \`${written}\` não começa com "${CLI_NAME}": só a CLI da Dumont pode ser executada.`);
}

function shellWords(written: string): string[] {
  try {
    return split(written);
  } catch {
    throw new Error(`o comando \`${written}\` tem uma aspa que abre e não fecha.`);
  }
}
