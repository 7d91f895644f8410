import type { Finding } from '../finding';
import { type CommandProblem, problemOf } from './command-problem';
import { commandOf, expectedRefusal } from './meanings';
import { placeOfPart } from './place';
import type { ScenarioContext } from './scenario-steps';

/** Commands that the contract does not know, unless the scenario is about the CLI refusing them. */
export function unknownCommands({ feature, steps }: ScenarioContext): Finding[] {
  return steps.flatMap(({ matches, node, row }, index): Finding[] => {
    const own = matches.find((match) => commandOf(match) !== undefined);
    const command = own && commandOf(own);
    if (own === undefined || command === undefined) return [];
    const refusal = expectedRefusal(own, matchesUntilNextCommand(steps.slice(index + 1)));
    if (refusal === 'cli') return [];
    const problem = cached(command, refusal === 'none');
    if (!problem) return [];
    const { rule, sentence, remedy, part } = problem;
    return [{ ...placeOfPart(feature, node, row, part), rule, sentence, remedy }];
  });
}

function matchesUntilNextCommand(after: ScenarioContext['steps']): ScenarioContext['steps'][number]['matches'] {
  const end = after.findIndex(({ matches }) => matches.some((match) => commandOf(match) !== undefined));
  return (end < 0 ? after : after.slice(0, end)).flatMap(({ matches }) => matches);
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
