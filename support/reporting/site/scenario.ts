import { type Fragment, type Html, html } from '../../shared/html';
import { byOutline } from '../model/groups';
import { outcomeOf } from '../model/outcome';
import type { Scenario } from '../model/run';
import { stateOf } from './badge';
import { needsAttention, scenarioEvidence, took } from './evidence';
import { heading, OPEN, tagList } from './heading';
import { scenarioAnchor } from './links';
import { markdown } from './markdown';
import { masked } from './marks';
import { outline } from './outline';
import { evidenceOf, type Site } from './site';

/** The scenarios of a journey or a rule in order, those of one outline under its name. @param level of their headings */
export function scenarioList(site: Site, scenarios: readonly Scenario[], level: number): Html[] {
  return byOutline(scenarios).map((rows) => {
    const [first] = rows;
    return first.example.length > 0 ? outline(site, rows, introduction(first), level) : single(site, first, level);
  });
}

/** One scenario, folded unless it needs attention. @param level of its heading */
export function single(site: Site, scenario: Scenario, level: number): Html {
  const { group, badge } = stateOf(site.run, scenario);
  if (isNameOnly(site, scenario)) {
    return html`<p class="scenario name-only" id="${scenarioAnchor(scenario)}">${badge} ${masked(scenario.name)}${took(site, scenario)}</p>\n`;
  }
  return html`<details class="scenario ${group}" id="${scenarioAnchor(scenario)}"${needsAttention(site, scenario) && OPEN}>
<summary>${badge}${heading(level, masked(scenario.name))}${took(site, scenario)}</summary>
<div class="body">${introduction(scenario)}${scenarioEvidence(site, scenario)}</div></details>\n`;
}

/** Where not even the steps fit, of what passed there is the name. */
function isNameOnly(site: Site, scenario: Scenario): boolean {
  return evidenceOf(site, scenario) === 'names' && outcomeOf(scenario) === 'passed';
}

function introduction({ description, tags }: Scenario): Fragment {
  return [description !== '' && html`<div class="prose">${markdown(description)}</div>`, tagList(tags)];
}
