import { type Html, html } from '../../shared/html';
import { type Group, groupOf, outcomeOf } from '../model/outcome';
import type { Run, Scenario } from '../model/run';
import { OUTCOME_WORDS } from '../text/explain';

const SHAPES: Readonly<Record<Group, string>> = {
  passed: '✔',
  flaky: '~',
  failed: '✘',
  undefined: '?',
  broken: '!',
  skipped: '–',
  'not-run': '∅',
};

/** What is said of something feminine (a journey), or of several, when it is in a group. */
export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  passed: 'passou',
  flaky: 'instável',
  failed: 'falhou',
  undefined: 'não automatizada',
  broken: 'sem ambiente',
  skipped: 'pulada',
  'not-run': 'não rodou',
};

/** A status as a word and a shape in a colour; the colour only repeats what the word says. */
export function badge(group: Group, word: string): Html {
  return html`<span class="badge ${group}"><span aria-hidden="true">${SHAPES[group]}</span> ${word}</span>`;
}

/** The badge of a journey, or of the rows of an outline together. */
export function groupBadge(group: Group): Html {
  return badge(group, GROUP_WORDS[group]);
}

/** How a scenario is shown in a run: its group and its badge. In a rehearsal only what is not automated has one. */
export function stateOf(run: Run, scenario: Scenario): { group: Group | null; badge: Html | null } {
  const outcome = outcomeOf(scenario);
  const group = groupOf(outcome);
  if (run.dryRun && group !== 'undefined' && group !== 'failed') return { group: null, badge: null };
  const word = run.dryRun && group === 'undefined' ? 'não automatizado' : OUTCOME_WORDS[outcome];
  return { group, badge: badge(group, word) };
}
