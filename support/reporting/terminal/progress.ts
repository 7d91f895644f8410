import { errorSentence } from '../../shared/tool-sentences';
import { visible } from '../../shared/visible';
import { duration } from '../../shared/words';
import { namesAbove } from '../model/groups';
import { attemptOutcome, outcomeOf } from '../model/outcome';
import type { Attempt, Journey, RunHookFailure, Scenario } from '../model/run';
import { failuresOf, remark } from '../text/explain';
import { indent, mark, shortName } from './marks';
import type { Palette } from './palette';

const LINES_OF_A_LIVE_MESSAGE = 8;

/** What is said the moment an attempt ends: one line, and for one that did not pass the steps it failed by. */
export function attemptLines(journey: Journey, scenario: Scenario, attempt: Attempt, palette: Palette): string {
  const outcome = attempt.willBeRetried ? attemptOutcome(attempt) : outcomeOf(scenario);
  const said = attempt.willBeRetried ? `tentativa ${scenario.attempts.length} falhou, vai tentar de novo` : remark(scenario);
  const took = [duration(attempt.durationMs ?? 0), said].filter((part) => part !== '').join(' · ');
  const line = `${mark(outcome, palette)} ${scenarioPath(journey, scenario, palette)}  ${palette.dim(took)}`;
  const failures = failuresOf(scenario, attempt).map(
    ({ title, place, reason }) =>
      `${indent(`${title}  ${palette.dim(place)}`, 4)}\n${indent(palette.red(firstLines(reason)), 6)}`,
  );
  return [line, ...failures].join('\n');
}

/** What is said the moment BeforeAll or AfterAll fails: nothing more may come after it. */
export function hookFailureLines({ when, location, error }: RunHookFailure, palette: Palette): string {
  const title = when === 'BeforeAll' ? 'A preparação da execução falhou' : 'A limpeza da execução falhou';
  const reason = visible(errorSentence(error.message));
  return `${palette.red('✘')} ${title} (${when}, ${location})\n${indent(palette.red(reason), 4)}`;
}

/** `Jornada 2 › Só se retoma o que está pausado › Retomar uma instância em execução é recusado`. */
export function scenarioPath(journey: Journey, scenario: Scenario, palette: Palette): string {
  const above = [shortName(journey.name), ...namesAbove(scenario)].filter((name) => name !== '');
  return `${palette.dim(`${above.map(visible).join(' › ')} ›`)} ${visible(scenario.name)}`;
}

/** The summary has the whole message; while others still run, its beginning is enough. */
function firstLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= LINES_OF_A_LIVE_MESSAGE) return text;
  return [...lines.slice(0, LINES_OF_A_LIVE_MESSAGE), '[continua no resumo]'].join('\n');
}
