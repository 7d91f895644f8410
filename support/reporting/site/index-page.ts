import { type Fragment, type Html, html, raw } from '../../shared/html';
import { count } from '../../shared/words';
import { groupOf, type Outcome, outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import { OUTCOMES } from '../model/outcome-table';
import { headline, journeySentence, partSentence, totalsSentence } from '../text/headline';
import { alerts } from './alerts';
import { attention } from './attention';
import { badge } from './badge';
import { commitOf, whenRun } from './footer';
import { heading } from './heading';
import { journeysTable } from './journeys-table';
import { PRODUCT, page } from './layout';
import { promisesToday } from './promises';
import type { Site } from './site';
import { moodOfRun } from './verdict';

/** The front page: what is promised, does it hold, what needs attention, the journeys. */
export function indexPage(site: Site): string {
  return page({
    title: PRODUCT,
    section: 'documentacao',
    root: '',
    body: html`<h1>Documentação da CLI dumont</h1>
${frontMatter(site)}
${SEARCH}
${journeysSection(site)}
${countingSection(site)}`,
    footer: site.footer,
  });
}

/** Lead, promises, verdict, alerts and what needs attention: how every rendering of the documentation begins. */
export function frontMatter(site: Site): Html {
  const { run } = site;
  return html`<p class="lead">${
    run.dryRun
      ? 'O que a CLI promete a quem a usa, escrito em português. Nada foi executado para esta página: ela mostra promessas, não resultados.'
      : 'O que a CLI promete a quem a usa, se a promessa vale hoje e a prova de cada uma.'
  }</p>
${promisesToday(site)}
${verdict(site)}
${alerts(run)}
${!run.dryRun && attention(site)}`;
}

/** Appears only where a script can answer it. */
const SEARCH = raw(`<template class="search-of-page"><form class="search" id="busca" role="search">
<label class="grow" for="texto">Procurar nos cenários<input type="search" id="texto" name="q" autocomplete="off"></label>
<button type="submit">Procurar</button></form></template>`);

function verdict({ run, context }: Site): Html {
  const totals = totalsOf(scenariosOf(run));
  if (run.dryRun) {
    const journeys = count(run.journeys.length, 'jornada', 'jornadas');
    const missing =
      totals.undefined > 0 &&
      html`<p class="note">${count(totals.undefined, 'cenário ainda não está automatizado', 'cenários ainda não estão automatizados')}.</p>`;
    return html`<div class="verdict"><p class="sentence">${journeys}, ${count(totals.scenarios, 'cenário', 'cenários')}.</p>${missing}</div>`;
  }
  const { runInfo } = run;
  const version = runInfo && commitOf(runInfo);
  const part = partSentence(run);
  return html`<div class="verdict ${moodOfRun(run)}"><p class="sentence">${headline(run)}</p>${
    totals.scenarios > 0 &&
    html`<p>${totals.passed === totals.scenarios ? journeySentence(totals) : `${totalsSentence(totals)}.`}</p>`
  }${
    run.startedAt &&
    html`<p class="note">Execução de ${whenRun(run.startedAt, context.now)}${version && html`, versão ${version}`}${
      runInfo && html`, alvo: ${runInfo.target}`
    }.</p>`
  }${part && html`<p class="note">${part}</p>`}</div>`;
}

function journeysSection(site: Site): Fragment {
  return (
    site.run.journeys.length > 0 &&
    html`<section>${heading(2, 'Jornadas', 'jornadas')}${journeysTable(site)}${related(site)}</section>`
  );
}

function related({ context }: Site): Fragment {
  const links = context.related;
  return (
    links.length > 0 &&
    html`<ul class="places">${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`
  );
}

/** The legend: each status that can be met, with its written rule. */
export function countingSection({ run }: Site): Fragment {
  if (run.dryRun) return null;
  const met = new Set<Outcome>(scenariosOf(run).map(outcomeOf));
  const outcomes = (Object.keys(OUTCOMES) as Outcome[]).sort((one, other) => Number(met.has(other)) - Number(met.has(one)));
  return html`<section>${heading(2, 'Como se conta', 'como-se-conta')}
<p class="note">Cada cenário está em um estado só, decidido pela última tentativa.
Uma jornada está no pior estado de seus cenários.</p>
<details class="fold"><summary>O que quer dizer cada estado</summary><dl class="rules-of-counting">${outcomes.map(
    (outcome) => html`<dt>${badge(groupOf(outcome), OUTCOMES[outcome].word)}</dt><dd>${OUTCOMES[outcome].rule}</dd>`,
  )}</dl></details></section>`;
}
