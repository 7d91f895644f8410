import path from 'node:path';
import { type Fragment, type Html, html } from '../../shared/html';
import { conformitySentence, deviationsSentence } from '../conformity/sentences';
import { coverageHtml } from '../coverage/html';
import { standingSentence } from '../deviations/sentences';
import { scenariosOf, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { asset } from '../site/assets';
import { runFooter, whenRun } from '../site/footer';
import { page } from '../site/layout';
import { PROMISES_PAGE } from '../site/links';
import { moodOfConformity } from '../site/promises';
import { moodOfRun } from '../site/verdict';
import { contractStory } from '../text/contract';
import { headline, partSentence, totalsSentence } from '../text/headline';
import { changes } from './changes';
import { patterns } from './charts/patterns';
import { type DashboardFacts, DOCUMENTATION } from './facts';
import { slowest } from './slowest';
import { tiles } from './tiles';
import { trend } from './trend';
import { unstable } from './unstable';

export type { DashboardFacts } from './facts';

/**
 * `painel/index.html`: how the journeys are today and how they came there. A section without data is left out. The same facts give the
 * same bytes.
 */
export function dashboard(facts: DashboardFacts): string {
  const { run, now } = facts;
  const body = html`${patterns()}
<h1>Painel</h1>
${promises(facts)}
${state(run, now)}
${run.journeys.length > 0 && tiles(facts)}
${trend(facts)}
${unstable(facts)}
${slowest(facts)}
${coverage(facts)}
${contract(run)}
${changes(facts)}`;
  return page({
    title: 'Painel',
    section: 'painel',
    root: DOCUMENTATION,
    body,
    footer: runFooter(run, now),
    sheets: [asset(path.join(__dirname, 'dashboard.css'))],
  });
}

function promises({ conformity }: DashboardFacts): Fragment {
  const sentence = conformitySentence(conformity);
  const others = [deviationsSentence(conformity), standingSentence(conformity.deviations) ?? ''].filter((part) => part !== '');
  return (
    sentence !== null &&
    html`<div class="verdict ${moodOfConformity(conformity)}"><p class="sentence">${sentence}.</p>
${others.map((part) => html`<p>${part}.</p>`)}<p><a href="${DOCUMENTATION}${PROMISES_PAGE}">O veredito de cada comando do documento</a></p></div>`
  );
}

function state(run: Run, now: Date): Html {
  const totals = totalsOf(scenariosOf(run));
  const known = !run.dryRun && totals.scenarios > 0;
  const part = partSentence(run);
  return html`<div class="verdict ${moodOfRun(run)}"><p class="sentence">${headline(run)}</p>
${known && html`<p class="note">${totalsSentence(totals)}.</p>`}
${run.startedAt && html`<p class="note">${whenRun(run.startedAt, now)}</p>`}
${part && html`<p class="note">${part}</p>`}
${run.gaps.map((gap) => html`<p class="note">${gap}</p>`)}</div>`;
}

function coverage({ coverage: measured }: DashboardFacts): Fragment {
  return (
    measured && html`<section aria-labelledby="cobertura"><h2 id="cobertura">Cobertura</h2>${coverageHtml(measured)}</section>`
  );
}

function contract(run: Run): Fragment {
  const story = contractStory(run);
  return (
    story &&
    html`<section aria-labelledby="contrato"><h2 id="contrato">Diferenças do contrato</h2><p>${story.title}:</p><ul class="dots">${story.lines.map((line) => html`<li>${line}</li>`)}</ul></section>`
  );
}
