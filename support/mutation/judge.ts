import type { Kill } from './mutant';
import { positionOfCommand, type ScenarioEnd } from './scenario-end';

/** Where a failed scenario noticed, and by what. */
export function killOf({ pickle, failure, findings }: ScenarioEnd): Kill | null {
  if (!failure) return null;
  const isAfterwards = failure.position === Number.POSITIVE_INFINITY;
  return {
    scenario: `${pickle.uri}:${pickle.location?.line ?? 1}`,
    name: pickle.name,
    step: failure.step,
    by: !isAfterwards
      ? 'step'
      : findings.length > 0 && findings.every((cause) => cause === 'contract')
        ? 'contract'
        : 'unexpected',
    message: failure.message,
  };
}

/**
 * Did a scenario notice what was done to one of its commands?
 * @param applied whether the command got anything else than the product would have given
 * @returns null when it passed; `too-early` when it failed without the change, or at a step before the command
 */
export function noticed(
  { pickle, failure }: ScenarioEnd,
  { command, applied }: { command: number; applied: boolean },
): 'noticed' | 'too-early' | null {
  if (!failure) return null;
  return applied && failure.position >= positionOfCommand(pickle, command) ? 'noticed' : 'too-early';
}
