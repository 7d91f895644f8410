import { journeyGroup, type Outcome, outcomeOf } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { Journey, Scenario } from '../model/run';
import { remark } from '../text/explain';

/** Number and name of a journey: 2 and "Ciclo de vida" of "Jornada 2 - Ciclo de vida"; without a number, its place in the run. */
export function journeyName({ name }: Journey, position: number): { number: number; name: string } {
  const [, number, rest] = /^Jornada (\d+)\s*[-–:]\s*(.+)$/.exec(name) ?? [];
  return number === undefined || rest === undefined ? { number: position, name } : { number: Number(number), name: rest };
}

/** `Alta`, `Média` or `Baixa`, by the tag of the journey; empty when it has none. */
export function criticality({ tags }: Journey): string {
  const level = tags.map((tag) => /^@criticidade-(.+)$/.exec(tag)?.[1]).find((found) => found !== undefined);
  return level === undefined ? '' : (LEVELS[level] ?? level);
}

const LEVELS: Readonly<Record<string, string>> = { alta: 'Alta', media: 'Média', baixa: 'Baixa' };

/** Shape and word of an outcome: `✔ passou`. */
export function state(outcome: Outcome): string {
  return `${OUTCOMES[outcome].shape} ${OUTCOMES[outcome].word}`;
}

/** Shape, word and what there is to say of a scenario: `- pulado: cria ou destrói recursos`. Plain text. */
export function scenarioState(scenario: Scenario): string {
  const outcome = outcomeOf(scenario);
  const said = remark(scenario);
  const word = OUTCOMES[outcome].word;
  if (said === '') return state(outcome);
  return `${OUTCOMES[outcome].shape} ${said.startsWith(word) ? said : `${word} · ${said}`}`;
}

/** Shape and word of a journey. */
export function journeyState(journey: Journey): string {
  return state(journeyGroup(journey));
}
