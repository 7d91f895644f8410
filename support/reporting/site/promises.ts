import { type Fragment, type Html, html } from '../../shared/html';
import { count, day } from '../../shared/words';
import type { Conformity, ConformityPromise } from '../conformity/conformity';
import { byReason, conformitySentence, deviationsSentence } from '../conformity/sentences';
import { ALL_VERDICTS, deviates, VERDICTS } from '../conformity/verdict-words';
import { standingSentence, verdictWord } from '../deviations/sentences';
import type { Mood } from '../model/outcome-table';
import { badge } from './badge';
import { heading, wideTable } from './heading';
import { page } from './layout';
import { PROMISES_PAGE, promiseAnchor } from './links';
import { masked } from './marks';
import { hrefOfJourney, hrefOfScenario, type Site } from './site';

const SHOWN = 20;

/** Do the promises hold: the sentence, and those that do not, with the way to all of them. Nothing when the run had no journey. */
export function promisesToday(site: Site): Fragment {
  const { conformity, single } = site;
  const sentence = conformitySentence(conformity);
  if (sentence === null) return null;
  const others = [deviationsSentence(conformity), standingSentence(conformity.deviations) ?? ''].filter((part) => part !== '');
  const open = byReason(conformity);
  const shown = single ? open : open.slice(0, SHOWN);
  const rest = open.slice(shown.length).flat().length;
  const all = single ? `#${ALL_PROMISES}` : PROMISES_PAGE;
  const more = rest > 0 && html`<p><a href="${all}">Mais ${count(rest, 'promessa', 'promessas')} na lista de todas</a></p>`;
  return html`<div class="verdict ${moodOfConformity(conformity)}"><p class="sentence">${sentence}.</p>${others.map(
    (part) => html`<p>${part}.</p>`,
  )}<p><a href="${all}">O veredito de cada comando do documento</a></p></div>
${
  open.length > 0 &&
  html`<section>${heading(2, OPEN_TITLE, 'promessas-em-aberto')}<ul class="attention">${shown.map((promises) => entry(site, promises))}</ul>${more}</section>`
}`;
}

const OPEN_TITLE = 'Promessas que não valem ou não foram verificadas';

function entry(site: Site, promises: readonly [ConformityPromise, ...ConformityPromise[]]): Html {
  const [first, ...more] = promises;
  const { group, word } = VERDICTS[first.verdict];
  const reason = first.reason !== '' && html`<p class="first-line">${masked(first.reason)}</p>`;
  if (more.length === 0) {
    const { step, command, journey, scenario } = first;
    return html`<li class="${group}">${badge(group, verdictWord(first))}
<a href="${hrefOfScenario(site, scenario)}">${step} <code>${masked(command)}</code></a>
<p class="where">${journey.name}</p>${reason}</li>\n`;
  }
  return html`<li class="${group}">${badge(group, word)}
<p>${count(promises.length, 'promessa', 'promessas')}: ${promises.map(({ step, command }, index) => [index > 0 && ', ', html`<a href="${hrefOf(site, step)}" title="${command}">${step}</a>`])}</p>${reason}</li>\n`;
}

/** Where a promise stands among all of them. */
function hrefOf({ single }: Site, step: string): string {
  return `${single ? '' : PROMISES_PAGE}#${promiseAnchor(step)}`;
}

/** Bad as soon as one promise was tried and is not kept. */
export function moodOfConformity({ promises, totals }: Conformity): Mood {
  if (promises.some(({ verdict }) => deviates(verdict))) return 'bad';
  if (totals.unverified > 0) return 'warn';
  return 'good';
}

/** The page with the verdict of every documented command. */
export function promisesPage(site: Site): string {
  const sentence = conformitySentence(site.conformity);
  return page({
    title: 'Promessas',
    section: 'documentacao',
    root: '',
    body: html`<nav class="crumbs" aria-label="Caminho"><a href="index.html">Documentação</a></nav>
<h1>Promessas</h1>
<p class="lead">${sentence === null ? 'Nenhuma jornada fez parte desta execução.' : `${sentence}.`}</p>
${table(site)}
${legend()}`,
    footer: site.footer,
  });
}

/** All promises where everything stands on one page; nothing when the run had no journey. */
export function promisesSection(site: Site): Fragment {
  return (
    site.conformity.promises.length > 0 &&
    html`<section>${heading(2, 'Todas as promessas', ALL_PROMISES)}${table(site)}</section>`
  );
}

const ALL_PROMISES = 'todas-as-promessas';

function table(site: Site): Fragment {
  const { promises } = site.conformity;
  if (promises.length === 0) return null;
  const journeys = [...new Set(promises.map(({ journey }) => journey))];
  return wideTable(
    'O veredito de cada comando',
    html`<table class="promises full"><caption class="quiet">Os comandos do documento, o veredito de cada um e por quê</caption>
<thead><tr><th scope="col">Passo</th><th scope="col">Comando</th><th scope="col">Veredito</th><th scope="col">Por quê</th>
<th scope="col" class="number">Diferenças do contrato</th><th scope="col">Desde</th></tr></thead>
${journeys.map(
  (
    journey,
  ) => html`<tbody><tr><th scope="rowgroup" colspan="6"><a href="${hrefOfJourney(site, journey.uri)}">${journey.name}</a></th></tr>
${promises.filter((promise) => promise.journey === journey).map((promise) => row(site, promise))}</tbody>`,
)}</table>`,
  );
}

function row(site: Site, promise: ConformityPromise): Html {
  const { step, title, command, verdict, reason, contractDifferences, since, scenario } = promise;
  const { group } = VERDICTS[verdict];
  return html`<tr id="${promiseAnchor(step)}"><th scope="row">${step}</th><td><a href="${hrefOfScenario(site, scenario)}"><code>${masked(command)}</code></a>${
    title !== '' && html`<br><span class="note">${title}</span>`
  }</td><td>${badge(group, verdictWord(promise))}</td><td>${masked(reason)}</td><td class="number${contractDifferences === 0 && ' zero'}">${contractDifferences}</td><td>${
    since && html`<time datetime="${since.toISOString()}">${day(since)}</time>`
  }</td></tr>\n`;
}

function legend(): Html {
  return html`<section>${heading(2, 'Como se julga', 'como-se-julga')}<dl class="rules-of-counting">${ALL_VERDICTS.map(
    (verdict) => {
      const { group, word, rule } = VERDICTS[verdict];
      return html`<dt>${badge(group, word)}</dt><dd>${rule}</dd>`;
    },
  )}</dl></section>`;
}
