import { type Html, html } from '../../shared/html';
import { type Group, groupOf, outcomeOf } from '../model/outcome';
import { GROUPS, OUTCOMES } from '../model/outcome-table';
import type { Run, Scenario } from '../model/run';

/** A status as a word and a shape in a colour; the colour only repeats what the word says. */
export function badge(group: Group, word: string): Html {
  return html`<span class="badge ${group}"><span aria-hidden="true">${OUTCOMES[group].shape}</span> ${word}</span>`;
}

/** The badge of a journey, or of the rows of an outline together. */
export function groupBadge(group: Group): Html {
  return badge(group, GROUPS[group].journey);
}

/** How a scenario is shown in a run: its group and its badge. In a dry run only what is not automated has one. */
export function stateOf(run: Run, scenario: Scenario): { group: Group | null; badge: Html | null } {
  const outcome = outcomeOf(scenario);
  const group = groupOf(outcome);
  if (run.dryRun && group !== 'undefined' && group !== 'failed') return { group: null, badge: null };
  const word = run.dryRun && group === 'undefined' ? 'não automatizado' : OUTCOMES[outcome].word;
  return { group, badge: badge(group, word) };
}
