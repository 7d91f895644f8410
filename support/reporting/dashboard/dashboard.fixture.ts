import type { ComparableRuns } from '../history/comparable-runs';
import { historyOf } from '../history/testing/recorded';
import type { Attempt, Run, Scenario, Step } from '../model/run';

const HOUR = 3_600_000;

/** The run as if it had begun that much earlier; `change` may say otherwise what became of a scenario, or drop it by null. */
export function earlier(run: Run, hours: number, change: (scenario: Scenario) => Scenario | null = (scenario) => scenario): Run {
  const moved = (date: Date | null): Date | null => date && new Date(date.getTime() - hours * HOUR);
  const again = (attempt: Attempt): Attempt => ({ ...attempt, id: `${attempt.id}-${hours}` });
  return {
    ...run,
    startedAt: moved(run.startedAt),
    finishedAt: moved(run.finishedAt),
    journeys: run.journeys.map((journey) => ({
      ...journey,
      scenarios: journey.scenarios
        .flatMap((scenario) => change(scenario) ?? [])
        .map((scenario) => ({ ...scenario, attempts: scenario.attempts.map(again) })),
    })),
  };
}

/** The scenario as if its first step had failed. */
export function failed(scenario: Scenario): Scenario {
  const broken = (step: Step): Step => ({
    ...step,
    status: 'FAILED',
    error: { type: 'Error', message: 'A API respondeu 500 e não 200.', stack: null },
  });
  return {
    ...scenario,
    attempts: scenario.attempts.map((attempt) => {
      const first = attempt.steps.findIndex(({ kind }) => kind === 'step');
      return { ...attempt, steps: attempt.steps.map((step, index) => (index === first ? broken(step) : step)) };
    }),
  };
}

/** The line of the last of these runs, all of them recorded. */
export function lineOf(...runs: [Run, ...Run[]]): ComparableRuns {
  return historyOf(...runs).lineOf(runs.at(-1) ?? runs[0]);
}
