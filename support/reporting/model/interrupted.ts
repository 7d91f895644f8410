import { INTERRUPTED_ERROR } from '../../shared/messages/error-types';
import { outcomeOf, scenariosOf, skipOf } from './outcome';
import type { Attempt, Run } from './run';

/** True when the run was asked to end (Ctrl-C, SIGTERM) in the middle of this attempt. */
export function failedByInterruption({ steps }: Attempt): boolean {
  return steps.some(({ error }) => error?.type === INTERRUPTED_ERROR);
}

/** True when somebody ended the run before it was over: what is missing from it says nothing of what stands around it. */
export function wasInterrupted(run: Run): boolean {
  return scenariosOf(run).some((scenario) => {
    const last = scenario.attempts.at(-1);
    if (!last) return false;
    const outcome = outcomeOf(scenario);
    if (outcome === 'skipped') return skipOf(last)?.cause === 'interrupted';
    return outcome === 'broken' && failedByInterruption(last);
  });
}
