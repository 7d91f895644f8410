import { errorSentence } from '../../shared/tool-sentences';
import { visible } from '../../shared/visible';
import { adviceText } from '../../shared/vocabulary/advice-text';
import { count } from '../../shared/words';
import { differencesIn } from '../model/notes';
import { brokenSteps, outcomeOf, skipReason } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import type { Attempt, Scenario, Step } from '../model/run';

/** Why a step did not pass, in Portuguese: its error message, or what is wrong with its definition. Several lines at times. */
export function explainStep(step: Step): string {
  switch (step.status) {
    case 'UNDEFINED':
      return undefinedReason(step);
    case 'AMBIGUOUS':
      return [
        'Mais de uma definição de passo reconhece este texto:',
        ...step.definitions.map(({ expression, location }) => `  ${visible(expression)}  (${location})`),
      ].join('\n');
    case 'PENDING':
      return 'A definição deste passo ainda está por fazer (pendente).';
    default:
      return visible(errorSentence(step.error?.message ?? 'sem mensagem')).trimEnd();
  }
}

function undefinedReason({ advice }: Step): string {
  const reason = 'Nenhuma definição de passo reconhece este texto.';
  return advice ? `${reason}\n${visible(adviceText(advice))}` : reason;
}

/** The step as the feature has it, or which hook it is. */
export function stepTitle(step: Step): string {
  if (step.kind === 'step') return visible(`${step.keyword} ${step.text}`);
  return step.kind === 'before' ? 'Preparação antes do cenário (Before)' : 'Limpeza depois do cenário (After)';
}

/** Where a person goes to change the step: the feature's line, or the hook's own file. */
export function stepPlace(scenario: Scenario, step: Step): string {
  return step.location ?? `${scenario.uri}:${step.line}`;
}

/** What one line says about a scenario after its name: attempts, reason of a skip; empty when there is nothing to say. */
export function remark(scenario: Scenario): string {
  const last = scenario.attempts.at(-1);
  const outcome = outcomeOf(scenario);
  if (!last) return '';
  if (outcome === 'skipped') return ['pulado', visible(skipReason(last) ?? '')].filter((part) => part !== '').join(': ');
  if (outcome === 'flaky') return `instável: só passou na tentativa ${scenario.attempts.length}`;
  const tried = scenario.attempts.length > 1 ? `, em ${scenario.attempts.length} tentativas` : '';
  const said = outcome === 'passed' ? '' : `${OUTCOMES[outcome].word}${tried}`;
  return [said, contractRemark(scenario)].filter((part) => part !== '').join(' · ');
}

function contractRemark(scenario: Scenario): string {
  const differences = differencesIn(scenario);
  return differences > 0 ? `${count(differences, 'diferença', 'diferenças')} do contrato` : '';
}

/** The steps a scenario failed by, each with its explanation. */
export function failuresOf(scenario: Scenario, attempt: Attempt): { step: Step; title: string; place: string; reason: string }[] {
  return brokenSteps(attempt).map((step) => ({
    step,
    title: stepTitle(step),
    place: stepPlace(scenario, step),
    reason: explainStep(step),
  }));
}

/** The command that runs one scenario again. */
export function runAgain(scenario: Scenario): string {
  return `npx cucumber-js ${shellWord(`${scenario.uri}:${scenario.line}`)}`;
}

/** One word of a command line, quoted where a shell would take it apart. */
export function shellWord(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
