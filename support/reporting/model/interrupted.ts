import { outcomeOf, scenariosOf, skipReason } from './outcome';
import type { Run } from './run';

/** The reason that the suite gives when it was asked to end; a process that left by itself is said otherwise (`antes do fim …`). */
const INTERRUPTED = /a execução foi interrompida(?! antes)/;

/** True for the reason of a failure or of a skip that only says that the run was asked to end. */
export function tellsOfInterruption(reason: string): boolean {
  return INTERRUPTED.test(reason);
}

/** True when somebody ended the run (Ctrl-C, SIGTERM) before it was over: what is missing from it says nothing of what stands around it. */
export function wasInterrupted(run: Run): boolean {
  return scenariosOf(run).some((scenario) => {
    const last = scenario.attempts.at(-1);
    if (!last) return false;
    const outcome = outcomeOf(scenario);
    if (outcome === 'skipped') return tellsOfInterruption(skipReason(last) ?? '');
    return outcome === 'broken' && last.steps.some(({ error }) => tellsOfInterruption(error?.message ?? ''));
  });
}
