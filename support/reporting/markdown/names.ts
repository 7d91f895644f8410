import { journeyGroup, type Outcome, outcomeOf } from '../model/outcome';
import type { Journey, Scenario } from '../model/run';
import { OUTCOME_WORDS, remark } from '../text/explain';
import { OUTCOME_SHAPES } from '../text/shapes';

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
  return `${OUTCOME_SHAPES[outcome]} ${OUTCOME_WORDS[outcome]}`;
}

/** Shape, word and what there is to say of a scenario: `- pulado: cria ou destrói recursos`. Plain text. */
export function scenarioState(scenario: Scenario): string {
  const outcome = outcomeOf(scenario);
  const said = remark(scenario);
  const word = OUTCOME_WORDS[outcome];
  if (said === '') return state(outcome);
  return `${OUTCOME_SHAPES[outcome]} ${said.startsWith(word) ? said : `${word} · ${said}`}`;
}

/** Shape and word of a journey. */
export function journeyState(journey: Journey): string {
  return state(journeyGroup(journey));
}
