import { count } from '../../shared/words';
import { type Annotation, workflowCommand } from '../../shared/workflow-commands';
import { isFailure, outcomeOf } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { Journey, Run, Scenario } from '../model/run';
import { remark } from '../text/explain';
import { outsideScenarios } from './outside';
import { scenarioPath, storyOf } from './texts';

/** GitHub shows so many errors and so many warnings of one step, and drops the others without a word. */
const SHOWN = 10;

/**
 * Workflow commands that make GitHub show each failure at its line of the feature (`::error …`) and each unstable scenario as a warning:
 * ten of each at most, and one notice of how many more there are. Each is one line, whatever it is about.
 */
export function annotations(run: Run): string[] {
  const outside = outsideScenarios(run);
  const errors: Annotation[] = outside.filter(({ level }) => level === 'error');
  const warnings: Annotation[] = outside.filter(({ level }) => level === 'warning');
  for (const journey of run.journeys) {
    for (const scenario of journey.scenarios) {
      const outcome = outcomeOf(scenario);
      const message = isFailure(outcome) ? `${OUTCOMES[outcome].word}\n${storyOf(scenario)}` : remark(scenario);
      if (isFailure(outcome)) errors.push(annotation(journey, scenario, message));
      else if (outcome === 'flaky') warnings.push(annotation(journey, scenario, message));
    }
  }
  const unseen = [
    more(errors, 'falha não tem anotação', 'falhas não têm anotação'),
    more(warnings, 'aviso não tem anotação', 'avisos não têm anotação'),
  ].filter((sentence) => sentence !== null);
  return [
    ...errors.slice(0, SHOWN).map((each) => workflowCommand('error', each)),
    ...warnings.slice(0, SHOWN).map((each) => workflowCommand('warning', each)),
    ...unseen.map((message) => workflowCommand('notice', { file: null, line: null, title: 'Nem tudo coube', message })),
  ];
}

/** `::warning title=…::message`: something to know that is about no scenario. */
export function warning(title: string, message: string): string {
  return workflowCommand('warning', { file: null, line: null, title, message });
}

function annotation(journey: Journey, scenario: Scenario, message: string): Annotation {
  return { file: scenario.uri, line: scenario.line, title: scenarioPath(journey, scenario), message };
}

function more(all: readonly Annotation[], one: string, many: string): string | null {
  return all.length > SHOWN
    ? `Mais ${count(all.length - SHOWN, one, many)}; o resumo e os relatórios têm todas as linhas.`
    : null;
}
