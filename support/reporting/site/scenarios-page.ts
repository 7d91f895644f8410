import { type Fragment, type Html, html, joined } from '../../shared/html';
import { count } from '../../shared/words';
import { namesAbove } from '../model/groups';
import { groupOf, outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import { GROUPS } from '../model/outcome-table';
import type { Journey, Scenario } from '../model/run';
import { journeySentence, totalsSentence } from '../text/headline';
import { siteAsset } from './assets';
import { stateOf } from './badge';
import { criticalityOf, isCriticality } from './criticality';
import { heading } from './heading';
import { page } from './layout';
import { masked } from './marks';
import { exampleName } from './outline';
import { hrefOfJourney, hrefOfScenario, type Site } from './site';

/** All scenarios as one list, by journey; a script adds the search. */
export function scenariosPage(site: Site): string {
  const { run } = site;
  return page({
    title: 'Cenários',
    section: 'cenarios',
    root: '',
    scripts: [siteAsset('cenarios.js')],
    body: html`<h1>Cenários</h1>
<p class="lead">${summary(site)}</p>
${filter(site)}
${run.journeys.map((journey) => journeyList(site, journey))}`,
    footer: site.footer,
  });
}

function summary({ run }: Site): string {
  const totals = totalsOf(scenariosOf(run));
  if (run.dryRun) return `${count(totals.scenarios, 'cenário prometido', 'cenários prometidos')}.`;
  return totals.passed === totals.scenarios ? journeySentence(totals) : `${totalsSentence(totals)}.`;
}

function filter({ run }: Site): Html {
  const scenarios = scenariosOf(run);
  const groups = run.dryRun ? [] : [...new Set(scenarios.map((scenario) => groupOf(outcomeOf(scenario))))];
  const tags = new Set<string>();
  const levels = new Set<string>();
  for (const journey of run.journeys) {
    const level = criticalityOf(journey.tags);
    if (level !== null) levels.add(level);
    for (const scenario of journey.scenarios) for (const tag of tagsOf(journey, scenario)) tags.add(tag);
  }
  const states = groups.map((group) => [group, GROUPS[group].journey] as const);
  return html`<template id="filtro-modelo"><form class="search" id="filtro" role="search">
<label class="grow" for="q">Procurar<input type="search" id="q" autocomplete="off"></label>
${select('estado', 'Estado', states)}${select('criticidade', 'Criticidade', plain(levels))}${select('tag', 'Tag', plain(tags))}
<button type="reset">Limpar</button></form><p id="achados" class="note" role="status"></p></template>`;
}

function plain(values: ReadonlySet<string>): (readonly [string, string])[] {
  return [...values].sort((one, other) => one.localeCompare(other, 'pt-BR')).map((value) => [value, value]);
}

function select(id: string, label: string, options: readonly (readonly [value: string, label: string])[]): Fragment {
  if (options.length < 2) return null;
  const all = id === 'estado' ? 'todos' : 'todas';
  const choices = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label for="${id}">${label}<select id="${id}"><option value="">${all}</option>${choices}</select></label>`;
}

function tagsOf(journey: Journey, scenario: Scenario): string[] {
  return [...new Set([...(scenario.theme ?? journey).tags, ...(scenario.rule?.tags ?? []), ...scenario.tags])].filter(
    (tag) => !isCriticality(tag),
  );
}

function journeyList(site: Site, journey: Journey): Html {
  return html`<section class="listed" data-criticality="${criticalityOf(journey.tags) ?? ''}">${heading(
    2,
    html`<a href="${hrefOfJourney(site, journey.uri)}">${journey.name}</a>`,
  )}<ul class="catalogue">${joined(journey.scenarios.map((scenario) => item(site, journey, scenario)))}</ul></section>\n`;
}

function item(site: Site, journey: Journey, scenario: Scenario): Html {
  const { group, badge } = stateOf(site.run, scenario);
  const tags = tagsOf(journey, scenario);
  const example = scenario.example.length > 0 && scenario.name === scenario.outline && exampleName(scenario);
  const where = [namesAbove(scenario).join(' › '), example, tags.join(' ')].filter(Boolean).join(' · ');
  return html`<li data-state="${group ?? ''}" data-tags="${tags.join(' ')}">${badge}<a href="${hrefOfScenario(site, scenario)}">${masked(
    scenario.name,
  )}</a>${where !== '' && html`<span class="where">${masked(where)}</span>`}</li>\n`;
}
