import type { Finding } from '../../finding';
import { operationOf } from './command-problem';
import { bringsIntoBeing, expectedRefusal } from './meanings';
import { placeOfStep } from './place';
import type { ScenarioContext, ScenarioStep } from './scenario-steps';

const TAG = '@destrutivo';

/**
 * A scenario that creates or destroys and does not say so: against a deployment it would not be skipped but fail, its request held back.
 * The first step that does it is told.
 */
export function missingDestructiveTag({ feature, steps, tags }: ScenarioContext): Finding[] {
  if (tags.includes(TAG)) return [];
  const guilty = steps.find((step, index) => isDestructive(step, steps, index));
  if (!guilty) return [];
  return [
    {
      ...placeOfStep(feature, guilty.node),
      rule: 'falta-destrutivo',
      sentence: `Este passo cria ou destrói algo da conta, e falta ao cenário a tag ${TAG}.`,
      remedy: `Escreva ${TAG} na linha de cima do cenário, da sua Regra ou destes Exemplos.`,
    },
  ];
}

function isDestructive({ command, matches }: ScenarioStep, steps: readonly ScenarioStep[], index: number): boolean {
  if (matches.some(bringsIntoBeing)) return true;
  if (!command) return false;
  const operation = operationOf(command.written);
  if (operation === null || (operation.creates.length === 0 && operation.destroys === null)) return false;
  const next = steps.findIndex((step, position) => position > index && step.command !== null);
  const after = steps.slice(index + 1, next === -1 ? steps.length : next).flatMap((step) => step.matches);
  return expectedRefusal(command.match, after) !== 'cli';
}
