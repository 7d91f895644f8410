import { type Fragment, type Html, html } from '../../shared/html';
import { count, duration } from '../../shared/words';
import { journeyGroup, outcomeOf, totalsOf } from '../model/outcome';
import type { Scenario } from '../model/run';
import { groupBadge, stateOf } from './badge';
import { needsAttention, scenarioEvidence, took } from './evidence';
import { heading, OPEN, wideTable } from './heading';
import { scenarioAnchor } from './links';
import { masked } from './marks';
import { evidenceOf, type Site } from './site';
import { attemptCommands, writtenSteps } from './steps';

/**
 * The rows of one outline together: its steps once, its examples as one table with a result for each, the evidence of each folded.
 * @param rows at least one, all of the same outline
 * @param introduction what comes before the steps
 * @param level of its heading
 */
export function outline(site: Site, rows: readonly [Scenario, ...Scenario[]], introduction: Fragment, level: number): Html {
  const [first] = rows;
  const { dryRun } = site.run;
  const open = rows.some((row) => needsAttention(site, row)) && OPEN;
  const group = journeyGroup({ scenarios: [...rows] });
  const state = dryRun ? stateOf(site.run, first) : { group, badge: groupBadge(group) };
  const shown = rows.filter((row) => evidenceOf(site, row) !== 'names' || outcomeOf(row) !== 'passed');
  const { durationMs } = totalsOf(rows);
  const size = [count(rows.length, 'exemplo', 'exemplos'), !dryRun && durationMs > 0 && duration(durationMs)].filter(Boolean);
  return html`<details class="scenario ${state.group}"${open}><summary>${state.badge}${heading(level, masked(first.outline))}
<span class="took">${size.join(' · ')}</span></summary>
<div class="body">${introduction}${writtenSteps(first.plan)}${exampleTable(site, rows)}${
    !dryRun &&
    shown.length > 0 &&
    html`<details class="examples fold"${open}><summary>${
      shown.length === rows.length ? 'Evidência de cada exemplo' : 'Evidência dos exemplos que não passaram'
    }</summary>${shown.map((row) => exampleEvidence(site, row))}</details>`
  }</div></details>\n`;
}

/** What distinguishes a row of an outline: `exigência: com IP fixo`. */
export function exampleName({ example }: Scenario): string {
  return example.map(({ column, value }) => `${column}: ${value}`).join(' · ');
}

function exampleTable(site: Site, rows: readonly [Scenario, ...Scenario[]]): Html {
  const results = !site.run.dryRun;
  const columns = rows[0].example.map(({ column }) => html`<th scope="col">${column}</th>`);
  return wideTable(
    'Exemplos',
    html`<table class="example-table"><caption>Exemplos</caption>
<thead><tr>${results && html`<th scope="col">Resultado</th>`}${columns}</tr></thead>
<tbody>${rows.map((row) => exampleRow(site, row))}</tbody></table>`,
  );
}

/** Where a row is all there is of its scenario (in a dry run, say), it is where links to it lead. */
function exampleRow(site: Site, row: Scenario): Html {
  const { run } = site;
  const cells = row.example.map(({ value }) => html`<td>${masked(value)}</td>`);
  if (run.dryRun) return html`<tr id="${scenarioAnchor(row)}">${cells}</tr>`;
  if (evidenceOf(site, row) === 'names' && outcomeOf(row) === 'passed')
    return html`<tr id="${scenarioAnchor(row)}"><th scope="row">${stateOf(run, row).badge}</th>${cells}</tr>`;
  return html`<tr><th scope="row"><a href="#${scenarioAnchor(row)}">${stateOf(run, row).badge}</a></th>${cells}</tr>`;
}

function exampleEvidence(site: Site, row: Scenario): Html {
  const { group, badge } = stateOf(site.run, row);
  const values = masked(row.example.map(({ value }) => value).join(' · '));
  const content = isQuiet(site, row) ? attemptCommands(row.attempts, evidenceOf(site, row)) : scenarioEvidence(site, row);
  return html`<details class="example ${group}" id="${scenarioAnchor(row)}"${needsAttention(site, row) && OPEN}>
<summary>${badge}<span class="name">${values}</span>${took(site, row)}</summary>
<div class="body">${content}</div></details>`;
}

/** Where space counts, a row that passed does not repeat the steps of its outline: its commands are all that is its own. */
function isQuiet({ evidence }: Site, row: Scenario): boolean {
  return evidence !== 'whole' && outcomeOf(row) === 'passed';
}
