import { attemptOutcome, isFailure, journeyGroup, outcomeOf, skipReason, totalsOf } from '../model/outcome';
import type { Attempt, Scenario } from '../model/run';
import { failuresOf, OUTCOME_WORDS, runAgain } from '../text/explain';
import { count, duration, moment } from '../text/words';
import { age } from './age';
import { groupBadge, stateOf } from './badge';
import { shortCommit } from './footer';
import { type Fragment, type Html, html, raw } from './html';
import { editHref, scenarioAnchor, sourceHref } from './links';
import { markdown } from './markdown';
import { masked } from './marks';
import { evidenceOf, type Site } from './site';
import { attemptCommands, attemptSteps, plannedSteps, writtenSteps } from './steps';

const OPEN = raw(' open');

/** The scenarios of a journey or a rule in order, those of one outline under its name. @param level of their headings */
export function scenarioList(site: Site, scenarios: readonly Scenario[], level: number): Html[] {
  return byOutline(scenarios).map((group) => {
    const [first] = group;
    return first && (group.length > 1 || first.example.length > 0)
      ? outline(site, group, first, level)
      : group.map((it) => single(site, it, level));
  }) as Html[];
}

/** One scenario, folded unless it needs attention. */
export function single(site: Site, scenario: Scenario, level: number): Html {
  const { group, badge } = stateOf(site.run, scenario);
  return html`<details class="scenario ${group}" id="${scenarioAnchor(scenario)}"${needsAttention(site, scenario) && OPEN}><summary>${badge}${heading(
    level,
    masked(scenario.name),
  )}${took(site, scenario.attempts)}</summary><div class="body">${introduction(scenario)}${evidence(site, scenario)}</div></details>\n`;
}

/** `<h3>…</h3>` of a given level; six is the deepest there is. */
export function heading(level: number, content: Fragment, id?: string): Html {
  const tag = raw(`h${Math.min(level, 6)}`);
  return html`<${tag}${id && html` id="${id}"`}>${content}</${tag}>`;
}

/** What distinguishes a row of an outline: `exigência: com IP fixo`. */
export function exampleName({ example }: Scenario): string {
  return example.map(({ column, value }) => `${column}: ${value}`).join(' · ');
}

function outline(site: Site, group: readonly Scenario[], first: Scenario, level: number): Html {
  const open = group.some((scenario) => needsAttention(site, scenario));
  const totals = totalsOf(group);
  const { dryRun } = site.run;
  const state = dryRun ? stateOf(site.run, first).group : journeyGroup({ scenarios: [...group] });
  return html`<details class="scenario ${state}"${open && OPEN}><summary>${
    dryRun ? stateOf(site.run, first).badge : groupBadge(journeyGroup({ scenarios: [...group] }))
  }${heading(level, masked(first.outline))}<span class="took">${count(group.length, 'exemplo', 'exemplos')}${
    totals.durationMs > 0 && !dryRun && ` · ${duration(totals.durationMs)}`
  }</span></summary><div class="body">${introduction(first)}${writtenSteps(first.plan)}${exampleTable(site, group, first)}${
    dryRun
      ? null
      : html`<details class="examples fold"${open && OPEN}><summary>Evidência de cada exemplo</summary>${group.map((it) => exampleEvidence(site, it))}</details>`
  }${dryRun && group.map((it) => html`<span id="${scenarioAnchor(it)}"></span>`)}</div></details>\n`;
}

function exampleTable(site: Site, group: readonly Scenario[], first: Scenario): Html {
  const columns = first.example.map(({ column }) => column);
  const results = !site.run.dryRun;
  return html`<div class="wide" tabindex="0" role="group" aria-label="Exemplos"><table class="example-table"><caption>Exemplos</caption><thead><tr>${
    results && html`<th scope="col">Resultado</th>`
  }${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${group.map((scenario) => {
    const cells = scenario.example.map(({ value }) => html`<td>${masked(value)}</td>`);
    return html`<tr>${
      results && html`<th scope="row"><a href="#${scenarioAnchor(scenario)}">${stateOf(site.run, scenario).badge}</a></th>`
    }${cells}</tr>`;
  })}</tbody></table></div>`;
}

function exampleEvidence(site: Site, scenario: Scenario): Html {
  const { group, badge } = stateOf(site.run, scenario);
  return html`<details class="example ${group}" id="${scenarioAnchor(scenario)}"${needsAttention(site, scenario) && OPEN}><summary>${badge}<span class="name">${masked(
    scenario.example.map(({ value }) => value).join(' · '),
  )}</span>${took(site, scenario.attempts)}</summary><div class="body">${
    isQuietExample(site, scenario) ? attemptCommands(scenario.attempts, evidenceOf(site, scenario)) : evidence(site, scenario)
  }</div></details>`;
}

/** Where space counts, a row that passed does not repeat the steps of its outline: its commands are all that is its own. */
function isQuietExample({ evidence: kept }: Site, scenario: Scenario): boolean {
  return kept !== 'whole' && outcomeOf(scenario) === 'passed';
}

/** Consecutive rows of one outline stay together. */
function byOutline(scenarios: readonly Scenario[]): Scenario[][] {
  const groups: Scenario[][] = [];
  let last: string | null = null;
  for (const scenario of scenarios) {
    const own = scenario.plan.find((step) => !step.fromBackground)?.line ?? scenario.line;
    const outlineOf = scenario.example.length > 0 ? `${own} ${scenario.outline}` : null;
    if (outlineOf !== null && outlineOf === last) groups.at(-1)?.push(scenario);
    else groups.push([scenario]);
    last = outlineOf;
  }
  return groups;
}

function needsAttention({ run }: Site, scenario: Scenario): boolean {
  return !run.dryRun && isFailure(outcomeOf(scenario));
}

function took({ run }: Site, attempts: readonly Attempt[]): Fragment {
  if (run.dryRun || attempts.length === 0) return null;
  return html`<span class="took">${duration(attempts.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0))}</span>`;
}

function introduction({ description, tags }: Scenario): Fragment {
  return [description !== '' && html`<div class="prose">${markdown(description)}</div>`, tagList(tags)];
}

/** Tags as a list; nothing when there are none. */
export function tagList(tags: readonly string[]): Fragment {
  return tags.length > 0 && html`<ul class="tags" aria-label="Tags">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>`;
}

function evidence(site: Site, scenario: Scenario): Html {
  const last = scenario.attempts.at(-1);
  if (site.run.dryRun || !last) return html`${notRun(site, scenario)}${plannedSteps(scenario.plan)}${places(site, scenario)}`;
  const earlier = scenario.attempts.slice(0, -1);
  return html`${remark(site, scenario, last)}${failure(scenario, last)}${earlier.map((attempt, index) =>
    earlierAttempt(site, scenario, attempt, index + 1),
  )}${attemptSteps(last, evidenceOf(site, scenario))}${places(site, scenario)}`;
}

function earlierAttempt(site: Site, scenario: Scenario, attempt: Attempt, number: number): Html {
  return html`<details class="fold attempt"><summary>Tentativa ${number} de ${scenario.attempts.length}: ${
    OUTCOME_WORDS[attemptOutcome(attempt)]
  }</summary>${failure(scenario, attempt)}${attemptSteps(attempt, evidenceOf(site, scenario))}</details>`;
}

function failure(scenario: Scenario, attempt: Attempt): Fragment {
  return failuresOf(scenario, attempt).map(
    ({ title, place, reason }) =>
      html`<div class="failure"><p class="step-of">${title}</p><pre>${reason}</pre><p><code>${place}</code></p></div>`,
  );
}

function remark(site: Site, scenario: Scenario, last: Attempt): Fragment {
  const outcome = outcomeOf(scenario);
  if (outcome === 'flaky') return html`<p class="remark">Só passou na tentativa ${scenario.attempts.length}.</p>`;
  if (outcome !== 'skipped') return null;
  const reason = skipReason(last);
  return html`${reason && html`<p class="remark">Pulado: ${masked(reason.replace(/\.$/, ''))}.</p>`}${lastEvidence(site, scenario)}`;
}

function notRun(site: Site, scenario: Scenario): Fragment {
  if (site.run.dryRun) return null;
  return html`<p class="remark">Não rodou nesta execução.</p>${lastEvidence(site, scenario)}`;
}

function lastEvidence({ context: { history, now } }: Site, { key }: Scenario): Fragment {
  const known = history?.lastEvidence(key);
  if (!known) return null;
  return html`<p class="hint">Na última vez em que rodou, ${age(known.at, now)} (${moment(known.at)}${
    known.commit && html`, versão <code>${shortCommit(known.commit)}</code>`
  }): ${OUTCOME_WORDS[known.outcome]}.</p>`;
}

function places({ run, context }: Site, scenario: Scenario): Html {
  const { uri, line } = scenario;
  const source = sourceHref(run.passport, uri, line);
  const edit = editHref(context.editTemplate, run.passport, uri, line);
  const place = html`<code>${uri}:${line}</code>`;
  return html`<ul class="places"><li>${source ? html`<a href="${source}">${place}</a>` : place}</li>${
    edit && html`<li><a href="${edit}">Editar<span class="quiet"> ${scenario.name}</span></a></li>`
  }<li><a href="#${scenarioAnchor(scenario)}">Link direto<span class="quiet"> para ${scenario.name}</span></a></li><li>${run.dryRun ? 'Rodar' : 'Rodar de novo'}: <code>${runAgain(scenario)}</code></li></ul>`;
}
