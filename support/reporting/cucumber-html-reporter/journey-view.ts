import { duration } from '../../shared/words';
import { byRule, byTheme } from '../model/groups';
import { attemptOutcome, isFailure, journeyGroup, outcomeOf, totalsOf } from '../model/outcome';
import type { Background, Heading, Journey, Scenario } from '../model/run';
import { OUTCOME_WORDS, remark, runAgain } from '../text/explain';
import { totalsSentence } from '../text/headline';
import { outcomeBadge } from './badges';
import { stanzasOf, stepTextView } from './step-view';
import type { BackgroundView, HeadingView, JourneyView, ScenarioView } from './view';

/**
 * One journey of the page: its text as in the feature, its scenarios under their Regra, what really happened in each step.
 * @param isBrief what passed is counted, not listed
 */
export function journeyView(journey: Journey, anchorOf: (place: Journey | Scenario) => string, isBrief: boolean): JourneyView {
  const listed = isBrief ? journey.scenarios.filter((scenario) => outcomeOf(scenario) !== 'passed') : journey.scenarios;
  return {
    ...headingView(journey),
    anchor: anchorOf(journey),
    uri: journey.uri,
    badge: outcomeBadge(journeyGroup(journey)),
    totals: totalsSentence(totalsOf(journey.scenarios)),
    background: backgroundView(journey.background),
    themes: byTheme(listed).map(({ theme, scenarios }) => ({
      heading: theme && { ...headingView(theme), background: backgroundView(theme.background) },
      groups: byRule(scenarios).map(({ rule, scenarios: members }) => ({
        rule: rule && { ...headingView(rule), background: backgroundView(rule.background) },
        scenarios: members.map((scenario) => scenarioView(scenario, anchorOf(scenario))),
      })),
    })),
  };
}

function scenarioView(scenario: Scenario, anchor: string): ScenarioView {
  const outcome = outcomeOf(scenario);
  const last = scenario.attempts.at(-1);
  const took = scenario.attempts.reduce((sum, attempt) => sum + (attempt.durationMs ?? 0), 0);
  return {
    ...headingView(scenario),
    anchor,
    place: `${scenario.uri}:${scenario.line}`,
    again: isFailure(outcome) ? runAgain(scenario) : null,
    badge: outcomeBadge(outcome),
    remark: remarkBesideBadge(scenario),
    took: last && outcome !== 'skipped' ? duration(took) : '',
    open: isFailure(outcome),
    example: scenario.example,
    steps: last ? stanzasOf(scenario, last) : null,
    earlier: scenario.attempts.slice(0, -1).map((attempt, index) => ({
      title: `Tentativa ${index + 1} de ${scenario.attempts.length}: ${OUTCOME_WORDS[attemptOutcome(attempt)]}`,
      stanzas: stanzasOf(scenario, attempt),
    })),
  };
}

/** The badge already has the word. */
function remarkBesideBadge(scenario: Scenario): string {
  const text = remark(scenario);
  const word = OUTCOME_WORDS[outcomeOf(scenario)];
  return text.startsWith(word) ? text.slice(word.length).replace(/^[:,]? /, '') : text;
}

function headingView({ keyword, name, description, tags }: Heading): HeadingView {
  return { keyword, name, description, tags };
}

function backgroundView(background: Background | null): BackgroundView | null {
  return background && { ...background, steps: background.steps.map(stepTextView) };
}
