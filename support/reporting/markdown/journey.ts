import type { Background, Journey, StepText } from '../model/run';
import { documentedScenario, documentedSteps, openingSteps } from '../model/stanzas';
import { commandsBlock, validationsTable } from './commands';
import { code, fence, paragraphs, prose } from './escape';
import { journeyName, scenarioState } from './names';
import { sentenceOf } from './phrases';
import { byRule, failureSection, ruleSection, scenarioSections } from './scenarios';

/**
 * One journey in the shape of the document: Objetivo, Pré-requisitos, Comandos, Validações; then its Regras.
 * @param results what became of it in the run is told as well
 */
export function journeySection(journey: Journey, position: number, results: boolean): string[] {
  const { number, name } = journeyName(journey, position);
  const documented = documentedScenario(journey);
  const steps = documented ? documentedSteps(documented) : [];
  const groups = byRule(journey.scenarios.filter((scenario) => scenario !== documented));
  const alone = groups.find(({ rule }) => rule === null)?.scenarios ?? [];
  const rules = groups.flatMap(({ rule, scenarios }) => (rule ? [{ rule, scenarios }] : []));
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
    ...(alone.length > 0 ? ['### Cenários', ...scenarioSections(alone, journey.tags, results)] : []),
    ...(rules.length > 0 ? ['### Regras'] : []),
    ...rules.flatMap(({ rule, scenarios }) => ruleSection(rule, scenarios, results)),
    `Fonte: ${code(journey.uri)}`,
  ];
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
