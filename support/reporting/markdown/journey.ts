import path from 'node:path';
import { byRule, byTheme } from '../model/groups';
import type { Background, Journey, Scenario, StepText, Theme } from '../model/run';
import { documentedScenario, documentedSteps, openingSteps } from '../model/stanzas';
import { commandsBlock, validationsTable } from './commands';
import { code, fence, paragraphs, prose } from './escape';
import { gherkinBackground } from './gherkin';
import { journeyName, scenarioState } from './names';
import { sentenceOf } from './phrases';
import { failureSection, ruleSection, scenarioSections } from './scenarios';

/**
 * One journey in the shape of the document: Objetivo, Pré-requisitos, Comandos, Validações; then its Regras.
 * @param results what became of it in the run is told as well
 */
export function journeySection(journey: Journey, position: number, results: boolean): string[] {
  const { number, name } = journeyName(journey, position);
  const documented = documentedScenario(journey);
  const steps = documented ? documentedSteps(documented) : [];
  const parts = byTheme(journey.scenarios.filter((scenario) => scenario !== documented));
  return [
    `## Jornada ${number}: ${prose(name)}`,
    journey.description === '' ? '' : `**Objetivo:** ${paragraphs(journey.description)}`,
    ...prerequisites(journey.background),
    ...(documented
      ? [`**Cenário:** ${prose(documented.name)}`, results ? `**Situação:** ${prose(scenarioState(documented))}` : '']
      : []),
    ...(documented && steps.length > 0
      ? ['### Comandos', commandsBlock(openingSteps(documented), steps), '### Validações', validationsTable(steps, results)]
      : []),
    ...(documented && results ? failureSection(documented) : []),
    ...parts.flatMap(({ theme, scenarios }) =>
      theme ? themeSection(theme, scenarios, results) : ownSections(journey, scenarios, results),
    ),
    `Fonte: ${sources(journey)}`,
  ];
}

/** What the main file has beside the scenario of the document. */
function ownSections({ tags }: Journey, scenarios: readonly Scenario[], results: boolean): string[] {
  const { alone, rules } = splitByRule(scenarios, tags, results);
  return [...(alone.length > 0 ? ['### Cenários', ...alone] : []), ...(rules.length > 0 ? ['### Regras', ...rules] : [])];
}

function themeSection(
  { name, description, tags, background }: Theme,
  scenarios: readonly Scenario[],
  results: boolean,
): string[] {
  const { alone, rules } = splitByRule(scenarios, tags, results);
  return [
    `### ${prose(name)}`,
    paragraphs(description),
    background ? fence(gherkinBackground(background), 'gherkin') : '',
    ...alone,
    ...rules,
  ];
}

function splitByRule(
  scenarios: readonly Scenario[],
  tags: readonly string[],
  results: boolean,
): { alone: string[]; rules: string[] } {
  const groups = byRule(scenarios);
  const alone = groups.find(({ rule }) => rule === null)?.scenarios ?? [];
  return {
    alone: scenarioSections(alone, tags, results),
    rules: groups.flatMap(({ rule, scenarios: members }) => (rule ? ruleSection(rule, members, results) : [])),
  };
}

/** The files of a journey, those of its rules by their folder. */
function sources({ uri, line, scenarios }: Journey): string {
  const theme = scenarios.find((scenario) => scenario.theme !== null);
  const files = [...(line === null ? [] : [uri]), ...(theme ? [`${path.posix.dirname(theme.uri)}/`] : [])];
  return files.map((file) => code(file)).join(' e ');
}

function prerequisites(background: Background | null): string[] {
  if (!background || background.steps.length === 0) return [];
  return ['**Pré-requisitos:**', background.steps.map(prerequisite).join('\n').trimEnd()];
}

/** A step of the Contexto as an item; a text it brings comes below, inside the item. */
function prerequisite(step: StepText): string {
  const { docString } = step;
  const item = `- ${prose(sentenceOf({ ...step, docString: null }))}`;
  if (!docString) return item;
  const block = fence(docString.content).replace(/^(?=.)/gm, '  ');
  return `${item}\n\n${block}\n`;
}
