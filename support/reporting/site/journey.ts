import { type Fragment, type Html, html, raw } from '../../shared/html';
import { count, duration } from '../../shared/words';
import { byRule, byTheme } from '../model/groups';
import { journeyGroup, outcomeOf, totalsOf } from '../model/outcome';
import { ALL_GROUPS, GROUPS } from '../model/outcome-table';
import type { Background, Journey, RuleHeading, Scenario, Theme } from '../model/run';
import { documentedScenario } from '../model/stanzas';
import { Anchors } from '../text/anchors';
import { journeySentence, totalsSentence } from '../text/headline';
import { criticalityOf, isCriticality } from './criticality';
import { documentTable } from './document-table';
import { heading, tagList } from './heading';
import { editHref, journeyAnchor, sourceHref } from './links';
import { markdown } from './markdown';
import { scenarioList, single } from './scenario';
import { sinceSentence } from './since';
import type { Site } from './site';
import { argument, said } from './steps';

/**
 * All there is to say about a journey: goal, whether it holds, prerequisites, the table of the document, every scenario with its evidence.
 * @param level of its title; the rest stands below it
 */
export function journeyArticle(site: Site, journey: Journey, level: number): Html {
  const listed = listedIn(site, journey);
  const documented = documentedScenario(listed);
  return html`<article class="journey${site.single && ' of-many'}" id="${journeyAnchor(journey.uri)}">
${heading(level, journey.name)}
<div class="prose lead">${markdown(journey.description)}</div>
${verdict(site, journey)}
${facts(site, journey)}
${!site.single && rulesOfPage(listed)}
${documented && documentTable(site, documented, level + 1)}
${!site.single && tools(site)}
${documented && section(level + 1, 'A jornada inteira', single(site, documented, level + 2))}
${partsOf(listed).map((part) => partSection(site, journey, part, level + 1))}
</article>`;
}

/** Buttons for all scenarios of a page; they appear only where a script can answer them. */
export function tools({ run }: Site): Html {
  return html`<template class="tools-of-page"><div class="tools">
<button type="button" id="abrir-todos">Abrir todos</button> <button type="button" id="fechar-todos">Fechar todos</button>
${!run.dryRun && raw('<button type="button" id="nao-passaram" aria-pressed="false">Só o que não passou</button>')}</div></template>`;
}

/** The journey with the scenarios that the page lists; its totals are those of all. */
function listedIn({ evidence }: Site, journey: Journey): Journey {
  if (evidence !== 'not-passed') return journey;
  return { ...journey, scenarios: journey.scenarios.filter((scenario) => outcomeOf(scenario) !== 'passed') };
}

function section(level: number, title: string, content: Fragment): Html {
  return html`<section>${heading(level, title)}${content}</section>`;
}

function verdict({ run, context }: Site, journey: Journey): Fragment {
  if (run.dryRun)
    return html`<p class="note">${count(journey.scenarios.length, 'cenário prometido', 'cenários prometidos')}.</p>`;
  const totals = totalsOf(journey.scenarios);
  const sentence = journeySentence(totals);
  const details = totalsSentence(totals);
  return html`<div class="verdict ${GROUPS[journeyGroup(journey)].mood}"><p class="sentence">${sentence}</p>${
    ALL_GROUPS.filter((group) => totals[group] > 0).length > 1 && html`<p class="note">${details}.</p>`
  }${sinceSentence(context, journey.uri)}</div>`;
}

function facts(site: Site, journey: Journey): Html {
  const { run } = site;
  const criticality = criticalityOf(journey.tags);
  const totals = totalsOf(journey.scenarios);
  const entries: readonly [string, Fragment][] = [
    ['Pré-requisitos', journey.background && prerequisites(journey.background)],
    ['Criticidade', criticality],
    ['Tags', tagList(journey.tags.filter((tag) => !isCriticality(tag)))],
    ['Tempo', !run.dryRun && totals.durationMs > 0 && `${duration(totals.durationMs)}, somados os cenários`],
    ['Arquivo', journey.line !== null && filePlaces(site, journey.uri, journey.line, journey.name)],
  ];
  return html`<dl class="facts">${entries.map(([term, value]) => value && html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A file, with what there is to see it and to edit it. */
function filePlaces({ run, context }: Site, uri: string, line: number, name: string): Html {
  const source = sourceHref(run.runInfo, uri, line);
  const edit = editHref(context.editTemplate, run.runInfo, uri, line);
  const place = html`<code>${uri}</code>`;
  return html`<span class="places">${source ? html`<a href="${source}">${place}</a>` : place}${
    edit && html` <a href="${edit}">Editar<span class="quiet"> ${name}</span></a>`
  }</span>`;
}

function prerequisites({ description, steps }: Background): Html {
  return html`${markdown(description)}<ul class="plain-steps">${steps.map((step) => html`<li>${said(step)}${argument(step)}</li>`)}</ul>`;
}

const WORTH_LISTING = 3;

/** Where the rules of a long page are. */
function rulesOfPage(journey: Journey): Fragment {
  const parts = partsOf(journey);
  const rules = parts.reduce((sum, part) => sum + part.rules.length, 0);
  if (rules < WORTH_LISTING) return null;
  const themes = parts.filter(({ theme }) => theme !== null).length;
  const told = themes > 0 ? `${rules} regras em ${count(themes, 'tema', 'temas')}` : `${rules} regras nesta jornada`;
  return html`<nav class="rules-of-page" aria-label="Regras desta jornada"><details class="fold">
<summary>${told}</summary>${partLinks(parts)}</details></nav>`;
}

/** Links to themes and their rules, as a list. Nothing when there are none. */
export function partLinks(parts: readonly JourneyPart[]): Fragment {
  const items = parts.flatMap(({ theme, id, rules }) => {
    const links = rules.map((part) => html`<li><a href="#${part.id}">${part.rule.name}</a></li>`);
    if (theme === null) return links;
    return [html`<li><a href="#${id}">${theme.name}</a>${links.length > 0 && html`<ol>${links}</ol>`}</li>`];
  });
  return items.length > 0 && html`<ol>${items}</ol>`;
}

/** What a journey says in one file beside the scenario of the document: its theme, scenarios under no rule, rules. */
export interface JourneyPart {
  /** Null for the main file. */
  theme: Theme | null;
  /** Under which the theme can be linked to. */
  id: string;
  loose: Scenario[];
  rules: RulePart[];
}

/** A rule with its scenarios, and the id under which it can be linked to. */
export interface RulePart {
  rule: RuleHeading;
  id: string;
  scenarios: Scenario[];
}

/** All of a journey but the scenario of the document, in the order of its files. */
export function partsOf(journey: Journey): JourneyPart[] {
  const anchors = new Anchors();
  const idOf = (name: string): string => anchors.for(journeyAnchor(journey.uri), name);
  const documented = documentedScenario(journey);
  const others = journey.scenarios.filter((scenario) => scenario !== documented);
  return byTheme(others).map(({ theme, scenarios }) => ({
    theme,
    id: theme ? idOf(theme.name) : '',
    loose: scenarios.filter(({ rule }) => rule === null),
    rules: byRule(scenarios).flatMap((group) => {
      const { rule } = group;
      return rule ? [{ rule, id: idOf(rule.name), scenarios: group.scenarios }] : [];
    }),
  }));
}

function partSection(site: Site, journey: Journey, { theme, id, loose, rules }: JourneyPart, level: number): Fragment {
  if (!theme) {
    const title = documentedScenario(journey) ? 'Outros cenários' : 'Cenários';
    return [
      loose.length > 0 && section(level, title, scenarioList(site, loose, level + 1)),
      ...rules.map((part) => ruleSection(site, part, level)),
    ];
  }
  const own = isSameContext(theme.background, journey.background) ? null : theme.background; // the page begins with the journey's
  return html`<section class="theme">${heading(level, theme.name, id)}${
    theme.description !== '' && html`<div class="prose">${markdown(theme.description)}</div>`
  }${tagList(theme.tags.filter((tag) => !isCriticality(tag)))}${backgroundOf(own)}<p class="note">${filePlaces(
    site,
    theme.uri,
    theme.line,
    theme.name,
  )}</p>${loose.length > 0 && html`<div class="scenarios">${scenarioList(site, loose, level + 1)}</div>`}${rules.map((part) =>
    ruleSection(site, part, level + 1),
  )}</section>\n`;
}

function isSameContext(one: Background | null, other: Background | null): boolean {
  const said = (background: Background | null): unknown =>
    background && [background.description, background.steps.map(({ text, table, docString }) => [text, table, docString])];
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

function backgroundOf(background: Background | null): Fragment {
  return (
    background && html`<div class="background"><p class="keyword">${background.keyword}</p>${prerequisites(background)}</div>`
  );
}

function ruleSection(site: Site, { rule, id, scenarios }: RulePart, level: number): Html {
  return html`<section class="rule">${heading(level, html`<span class="keyword">${rule.keyword}</span> ${rule.name}`, id)}${
    rule.description !== '' && html`<div class="prose">${markdown(rule.description)}</div>`
  }${tagList(rule.tags)}${backgroundOf(rule.background)}<div class="scenarios">${scenarioList(site, scenarios, level + 1)}</div></section>\n`;
}
