import { visible } from '../../shared/visible';
import { count } from '../../shared/words';
import { contractDifferences } from '../model/notes';
import { scenariosOf } from '../model/outcome';
import type { Run } from '../model/run';

/** What a run that does not demand the contract tells of it, or null when nothing differed. */
export interface ContractStory {
  /** `3 diferenças do contrato, só relatadas`. */
  title: string;
  /** One line for each difference. */
  lines: readonly string[];
}

export function contractStory(run: Run): ContractStory | null {
  const differences = contractDifferences(scenariosOf(run));
  if (differences.length === 0) return null;
  return {
    title: `${count(differences.length, 'diferença', 'diferenças')} do contrato, sem reprovar nenhum cenário`,
    lines: differences.map(
      ({ difference, scenarios }) => `${visible(difference.text)} (em ${count(scenarios, 'cenário', 'cenários')})`,
    ),
  };
}
