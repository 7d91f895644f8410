import { type Fragment, type Html, html } from '../../shared/html';
import { count } from '../../shared/words';
import { namesAbove } from '../model/groups';
import { type Group, groupOf, outcomeOf } from '../model/outcome';
import { URGENT_GROUPS } from '../model/outcome-table';
import type { Journey, Scenario } from '../model/run';
import { failuresOf, remark } from '../text/explain';
import { stateOf } from './badge';
import { heading } from './heading';
import { masked } from './marks';
import { exampleName } from './outline';
import { sinceSentence } from './since';
import { hrefOfScenario, type Site } from './site';

const MOST = 20;

/** The scenarios to look at first, worst first, each with the first line of its reason. Nothing when all is well. */
export function attention(site: Site): Fragment {
  const urgent = site.run.journeys
    .flatMap((journey) => journey.scenarios.map((scenario) => ({ journey, scenario, group: groupOf(outcomeOf(scenario)) })))
    .filter(({ group }) => URGENT_GROUPS.includes(group))
    .sort((one, other) => URGENT_GROUPS.indexOf(one.group) - URGENT_GROUPS.indexOf(other.group));
  if (urgent.length === 0) return null;
  const shown = site.single ? urgent : urgent.slice(0, MOST);
  const rest = urgent.length - shown.length;
  return html`<section>${heading(2, 'O que pede atenção', 'atencao')}<ul class="attention">${shown.map(
    ({ journey, scenario, group }) => item(site, journey, scenario, group),
  )}</ul>${rest > 0 && html`<p><a href="cenarios.html">Mais ${count(rest, 'cenário', 'cenários')} na lista de cenários</a></p>`}</section>`;
}

function item(site: Site, journey: Journey, scenario: Scenario, group: Group): Html {
  const where = [journey.name, ...namesAbove(scenario)].join(' › ');
  const example = scenario.name === scenario.outline && scenario.example.length > 0 ? ` (${exampleName(scenario)})` : '';
  return html`<li class="${group}">${stateOf(site.run, scenario).badge}
<a href="${hrefOfScenario(site, scenario)}">${masked(scenario.name)}${example}</a>
<p class="where">${where}</p><p class="first-line">${masked(firstLine(scenario))}</p>${
    group !== 'flaky' && sinceSentence(site.context, scenario.key)
  }</li>\n`;
}

function firstLine(scenario: Scenario): string {
  const last = scenario.attempts.at(-1);
  const [failure] = last ? failuresOf(scenario, last) : [];
  return failure?.reason.split('\n')[0]?.replace(/:$/, '.') ?? remark(scenario);
}
