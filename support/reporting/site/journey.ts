import { type Fragment, type Html, html, raw } from '../../shared/html';
import { count, duration } from '../../shared/words';
import { byRule } from '../model/groups';
import { type Group, journeyGroup, totalsOf } from '../model/outcome';
import type { Background, Journey, RuleHeading, Scenario } from '../model/run';
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
import { moodOf } from './verdict';

/**
 * All there is to say about a journey: goal, whether it holds, prerequisites, the table of the document, every scenario with its evidence.
 * @param level of its title; the rest stands below it
 */
export function journeyArticle(site: Site, journey: Journey, level: number): Html {
  const documented = documentedScenario(journey);
  const others = journey.scenarios.filter((scenario) => scenario !== documented);
  const loose = others.filter(({ rule }) => rule === null);
  return html`<article class="journey${site.single && ' of-many'}" id="${journeyAnchor(journey.uri)}">
${heading(level, journey.name)}
<div class="prose lead">${markdown(journey.description)}</div>
${verdict(site, journey)}
${facts(site, journey)}
${!site.single && rulesOfPage(journey)}
${documented && documentTable(site, documented, level + 1)}
${!site.single && TOOLS}
${documented && section(level + 1, 'A jornada inteira', single(site, documented, level + 2))}
${loose.length > 0 && section(level + 1, documented ? 'Outros cenários' : 'Cenários', scenarioList(site, loose, level + 2))}
${rulesOf(journey).map((part) => ruleSection(site, part, level + 1))}
</article>`;
}

const GROUPS: readonly Group[] = ['passed', 'flaky', 'failed', 'undefined', 'broken', 'skipped', 'not-run'];
/** Appear only where a script can answer them. */
const TOOLS = raw(`<template class="tools-of-page"><div class="tools">
<button type="button" id="abrir-todos">Abrir todos</button> <button type="button" id="fechar-todos">Fechar todos</button>
</div></template>`);

function section(level: number, title: string, content: Fragment): Html {
  return html`<section>${heading(level, title)}${content}</section>`;
}

function verdict({ run, context }: Site, journey: Journey): Fragment {
  if (run.dryRun)
    return html`<p class="note">${count(journey.scenarios.length, 'cenário prometido', 'cenários prometidos')}.</p>`;
  const totals = totalsOf(journey.scenarios);
  const sentence = journeySentence(totals);
  const details = totalsSentence(totals);
  return html`<div class="verdict ${moodOf(journeyGroup(journey))}"><p class="sentence">${sentence}</p>${
    GROUPS.filter((group) => totals[group] > 0).length > 1 && html`<p class="note">${details}.</p>`
  }${sinceSentence(context, journey.uri)}</div>`;
}

function facts(site: Site, journey: Journey): Html {
  const { run, context } = site;
  const criticality = criticalityOf(journey.tags);
  const totals = totalsOf(journey.scenarios);
  const source = sourceHref(run.runInfo, journey.uri, journey.line);
  const edit = editHref(context.editTemplate, run.runInfo, journey.uri, journey.line);
  const place = html`<code>${journey.uri}</code>`;
  const entries: readonly [string, Fragment][] = [
    ['Pré-requisitos', journey.background && prerequisites(journey.background)],
    ['Criticidade', criticality],
    ['Tags', tagList(journey.tags.filter((tag) => !isCriticality(tag)))],
    ['Tempo', !run.dryRun && totals.durationMs > 0 && `${duration(totals.durationMs)}, somados os cenários`],
    [
      'Arquivo',
      html`<span class="places">${source ? html`<a href="${source}">${place}</a>` : place}${
        edit && html` <a href="${edit}">Editar<span class="quiet"> ${journey.name}</span></a>`
      }</span>`,
    ],
  ];
  return html`<dl class="facts">${entries.map(([term, value]) => value && html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

function prerequisites({ description, steps }: Background): Html {
  return html`${markdown(description)}<ul class="plain-steps">${steps.map((step) => html`<li>${said(step)}${argument(step)}</li>`)}</ul>`;
}

const WORTH_LISTING = 3;

/** Where the rules of a long page are. */
function rulesOfPage(journey: Journey): Fragment {
  const rules = rulesOf(journey);
  if (rules.length < WORTH_LISTING) return null;
  return html`<nav class="rules-of-page" aria-label="Regras desta jornada"><details class="fold">
<summary>${rules.length} regras nesta jornada</summary>${ruleLinks(rules)}</details></nav>`;
}

/** Links to rules, as a list. */
export function ruleLinks(rules: readonly RulePart[]): Html {
  return html`<ol>${rules.map(({ rule, id }) => html`<li><a href="#${id}">${rule.name}</a></li>`)}</ol>`;
}

/** A rule with its scenarios, and the id under which it can be linked to. */
export interface RulePart {
  rule: RuleHeading;
  id: string;
  scenarios: Scenario[];
}

/** The rules of a journey with their scenarios, in the order of the feature. */
export function rulesOf(journey: Journey): RulePart[] {
  const anchors = new Anchors();
  const documented = documentedScenario(journey);
  const others = journey.scenarios.filter((scenario) => scenario !== documented);
  return byRule(others).flatMap(({ rule, scenarios }) =>
    rule === null ? [] : [{ rule, id: anchors.for(journeyAnchor(journey.uri), rule.name), scenarios }],
  );
}

function ruleSection(site: Site, { rule, id, scenarios }: RulePart, level: number): Html {
  return html`<section class="rule">${heading(level, html`<span class="keyword">${rule.keyword}</span> ${rule.name}`, id)}${
    rule.description !== '' && html`<div class="prose">${markdown(rule.description)}</div>`
  }${tagList(rule.tags)}${
    rule.background &&
    html`<div class="background"><p class="keyword">${rule.background.keyword}</p>${prerequisites(rule.background)}</div>`
  }<div class="scenarios">${scenarioList(site, scenarios, level + 1)}</div></section>\n`;
}
