import { isFailure, outcomeOf } from '../model/outcome';
import type { RuleHeading, Scenario } from '../model/run';
import { failuresOf, runAgain } from '../text/explain';
import { code, fence, paragraphs, prose } from './escape';
import { gherkinBackground, gherkinScenario } from './gherkin';
import { scenarioState } from './names';
import { table } from './table';

/** A Regra with its scenarios, from a heading of level 4 down. */
export function ruleSection(rule: RuleHeading, scenarios: readonly Scenario[], results: boolean): string[] {
  return [
    `#### ${prose(rule.name)}`,
    paragraphs(rule.description),
    rule.background ? fence(gherkinBackground(rule.background), 'gherkin') : '',
    ...scenarioSections(scenarios, rule.tags, results),
  ];
}

/**
 * Scenarios as the feature has them, each with its state; the rows of an Esquema are one table.
 * @param inherited tags that the feature or the rule already bears
 */
export function scenarioSections(scenarios: readonly Scenario[], inherited: readonly string[], results: boolean): string[] {
  return outlines(scenarios).flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const isOutline = first.example.length > 0;
    return [
      `##### ${prose(first.outline)}`,
      results && !isOutline ? prose(scenarioState(first)) : '',
      fence(gherkinScenario(first, inherited), 'gherkin'),
      isOutline ? examplesTable(rows, results) : '',
      ...(results ? rows.flatMap(failureSection) : []),
    ];
  });
}

/** Why a scenario failed, and how to run it again; nothing when it did not. */
export function failureSection(scenario: Scenario): string[] {
  const last = scenario.attempts.at(-1);
  if (!last || !isFailure(outcomeOf(scenario))) return [];
  const failures = failuresOf(scenario, last).map(({ title, place, reason }) => `${title}  (${place})\n${reason}`);
  const again = runAgain(scenario);
  const said = failures.some((failure) => failure.includes(again)); // the message may say it itself
  return [
    `Falha de ${code(`${scenario.uri}:${scenario.line}`)}:`,
    fence([...failures, ...(said ? [] : [`Rodar de novo: ${again}`])].join('\n\n')),
  ];
}

function examplesTable(rows: readonly Scenario[], results: boolean): string {
  const columns = rows[0]?.example.map(({ column }) => prose(column)) ?? [];
  return table(
    [...columns, ...(results ? ['Resultado'] : [])],
    rows.map((row) => [...row.example.map(({ value }) => prose(value)), ...(results ? [prose(scenarioState(row))] : [])]),
  );
}

/** Rows of one Esquema that have the same columns together; any other scenario alone. */
function outlines(scenarios: readonly Scenario[]): Scenario[][] {
  const groups: Scenario[][] = [];
  const known = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const identity = JSON.stringify([scenario.outline, scenario.example.map(({ column }) => column), scenario.tags]);
    const group = scenario.example.length > 0 ? known.get(identity) : undefined;
    if (group) {
      group.push(scenario);
      continue;
    }
    const opened = [scenario];
    groups.push(opened);
    known.set(identity, opened);
  }
  return groups;
}
