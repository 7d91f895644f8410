import type { StepDefinition } from '../../../shared/vocabulary/definition';
import type { Vocabulary } from '../../../shared/vocabulary/vocabulary';
import type { Finding } from '../../finding';

/** Definitions that none of the scenarios uses. */
export function unusedDefinitions(used: ReadonlySet<StepDefinition>, { definitions }: Vocabulary): Finding[] {
  return definitions
    .filter((definition) => !used.has(definition))
    .map(({ file, line, expression }) => ({
      file,
      line,
      column: 1,
      length: 1,
      rule: 'passo-sem-uso',
      sentence: `Nenhuma feature usa o passo "${expression}".`,
      remedy: 'Use o passo num cenário, ou apague a definição.',
    }));
}
