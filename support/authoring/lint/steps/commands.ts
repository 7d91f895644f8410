import type { StepMatch } from '../../../shared/vocabulary/definition';
import type { Finding } from '../../finding';
import { type CommandProblem, problemOf } from './command-problem';
import { expectedRefusal } from './meanings';
import { placeOfPart } from './place';
import type { ScenarioContext, ScenarioStep } from './scenario-steps';

/** Commands that the contract does not know, unless the scenario is about the CLI refusing them. */
export function unknownCommands({ feature, steps }: ScenarioContext): Finding[] {
  return steps.flatMap(({ command, node, row }, index): Finding[] => {
    if (!command) return [];
    const refusal = expectedRefusal(command.match, matchesUntilNextCommand(steps, index + 1));
    const problem = refusal === 'cli' ? null : cached(command.written, refusal === 'none');
    if (!problem) return [];
    const { rule, sentence, remedy, part } = problem;
    return [{ ...placeOfPart(feature, node, row, part), rule, sentence, remedy }];
  });
}

function matchesUntilNextCommand(steps: readonly ScenarioStep[], from: number): StepMatch[] {
  const matches: StepMatch[] = [];
  for (let index = from; index < steps.length && !steps[index]?.command; index += 1)
    matches.push(...(steps[index]?.matches ?? []));
  return matches;
}

const problems = new Map<string, CommandProblem | null>();

/** Features write the same commands over and over. */
function cached(command: string, isComplete: boolean): CommandProblem | null {
  const key = `${isComplete} ${command}`;
  const known = problems.get(key);
  if (known !== undefined) return known;
  const problem = problemOf(command, isComplete);
  problems.set(key, problem);
  return problem;
}
