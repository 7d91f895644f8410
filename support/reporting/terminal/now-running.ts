import { fit } from '../../shared/table';
import { visible } from '../../shared/visible';
import type { Journey, Scenario, Step } from '../model/run';
import { stepTitle } from '../text/explain';
import { shortName } from './marks';
import type { Palette } from './palette';

const SLOW_STEP_MS = 2000;

/** What one process is doing: a scenario, and the step it is at. */
export interface Doing {
  journey: Journey;
  scenario: Scenario;
  step: Step | null;
}

/**
 * One line with how far the run is and what each process is doing, cut to the width of the terminal:
 * `3/12  Jornada 2 (4 s): Quando executo ... · Alugar uma GPU`.
 */
export function nowRunning(done: number, planned: number, doing: readonly Doing[], columns: number, palette: Palette): string {
  const counter = `${done}/${planned}`;
  const share = Math.floor((columns - 1 - counter.length) / Math.max(doing.length, 1)) - 2;
  const parts = doing.map((one) => `  ${fit(doingText(one), Math.max(share, 8))}`);
  return palette.dim(fit(counter + parts.join(''), columns - 1));
}

function doingText({ journey, scenario, step }: Doing): string {
  const name = fit(shortName(visible(journey.name)), 24);
  if (!step) return `${name} › ${visible(scenario.name)}`;
  const elapsed = step.startedAt ? Date.now() - step.startedAt.getTime() : 0;
  const wait = elapsed >= SLOW_STEP_MS ? ` (${Math.floor(elapsed / 1000)} s)` : '';
  return `${name}${wait}: ${stepTitle(step)} · ${visible(scenario.name)}`.replace(/\s+/g, ' ');
}
