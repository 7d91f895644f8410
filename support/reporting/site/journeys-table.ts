import { type Html, html } from '../../shared/html';
import { duration } from '../../shared/words';
import { journeyGroup, scenariosOf, totalsOf } from '../model/outcome';
import type { Journey } from '../model/run';
import { type Figure, figuresOf } from '../text/figures';
import { groupBadge } from './badge';
import { criticalityOf } from './criticality';
import { wideTable } from './heading';
import { sinceCell } from './since';
import { hrefOfJourney, type Site } from './site';

interface Columns {
  /** False in a dry run: only what is promised. */
  results: boolean;
  /** Since when a journey is as it is, where any of them knows. */
  since: boolean;
  figures: readonly Figure[];
}

/** The journeys with their state and figures, each with a link to its page. */
export function journeysTable(site: Site): Html {
  const { run, context } = site;
  const results = !run.dryRun;
  const columns: Columns = {
    results,
    since: results && run.journeys.some(({ uri }) => sinceCell(context, uri) !== null),
    figures: results ? figuresOf(totalsOf(scenariosOf(run))) : [],
  };
  return wideTable(
    'Jornadas',
    html`<table class="journeys full"><caption class="quiet">${results ? CAPTION_WITH_RESULTS : CAPTION}</caption>
<thead><tr><th scope="col">Jornada</th>${results && html`<th scope="col">Estado</th>`}<th scope="col">Criticidade</th>
${columns.since && html`<th scope="col">Assim desde</th>`}<th scope="col" class="number">Cenários</th>
${columns.figures.map(({ title }) => html`<th scope="col" class="number">${title}</th>`)}
${results && html`<th scope="col" class="number">Tempo</th>`}</tr></thead>
<tbody>${run.journeys.map((journey) => journeyRow(site, journey, columns))}</tbody></table>`,
  );
}

const CAPTION = 'As jornadas';
const CAPTION_WITH_RESULTS = 'As jornadas, o estado de cada uma e quantos cenários passaram';

function journeyRow(site: Site, journey: Journey, { results, since, figures }: Columns): Html {
  const totals = totalsOf(journey.scenarios);
  return html`<tr><th scope="row"><a href="${hrefOfJourney(site, journey.uri)}">${journey.name}</a></th>
${results && html`<td>${groupBadge(journeyGroup(journey))}</td>`}<td>${criticalityOf(journey.tags)}</td>
${since && html`<td>${sinceCell(site.context, journey.uri)}</td>`}<td class="number">${totals.scenarios}</td>
${figures.map((figure) => number(figure.of(totals)))}${results && html`<td class="number">${duration(totals.durationMs)}</td>`}</tr>\n`;
}

function number(amount: number): Html {
  return html`<td class="number${amount === 0 && ' zero'}">${amount}</td>`;
}
