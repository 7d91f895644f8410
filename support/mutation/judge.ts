import type { Kill } from './mutant';
import type { ScenarioEnd } from './scenario-end';

const CONTRACT = 'fora do contrato:';
const UNEXPECTED = 'nenhum passo fala disso';

/** Where a failed scenario noticed, and by what. */
export function killOf({ pickle, failure }: ScenarioEnd): Kill | null {
  if (!failure) return null;
  const isAfterwards = failure.position === Number.POSITIVE_INFINITY;
  return {
    scenario: `${pickle.uri}:${pickle.location?.line ?? 1}`,
    name: pickle.name,
    step: failure.step,
    by: !isAfterwards
      ? 'step'
      : failure.message.includes(UNEXPECTED) || !failure.message.includes(CONTRACT)
        ? 'unexpected'
        : 'contract',
    message: failure.message,
  };
}
