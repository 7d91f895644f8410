import { oneLine } from '../markdown/escape';
import { namesAbove } from '../model/groups';
import type { Journey, Scenario } from '../model/run';
import { shortName } from '../terminal/marks';
import { failuresOf, runAgain } from '../text/explain';

/** Where a scenario stands, on one line: `Jornada 2 › Só se retoma o que está pausado › Retomar uma instância em execução é recusado`. */
export function scenarioPath(journey: Journey, scenario: Scenario): string {
  return [shortName(journey.name), ...namesAbove(scenario), scenario.name]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' › ');
}

/** The steps a scenario failed by, where they are and why, and the command to run it again; several lines. */
export function storyOf(scenario: Scenario): string {
  const last = scenario.attempts.at(-1);
  const failures = last ? failuresOf(scenario, last) : [];
  const told = failures.map(({ title, place, reason }) => `${title}  (${place})\n${cut(reason, LONGEST_REASON)}`);
  const again = runAgain(scenario);
  const known = told.some((story) => story.includes(again)); // the message may say it itself
  return [...told, ...(known ? [] : [`Rodar de novo: ${again}`])].join('\n\n');
}

/** In characters; the whole reason is in the reports. */
const LONGEST_REASON = 4000;

/** Text of at most that many characters (UTF-16 units), with `…` where it was cut; never half a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
