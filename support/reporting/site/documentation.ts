import { type Fragment, type Html, html } from '../../shared/html';
import type { Journey, Run } from '../model/run';
import type { SiteContext } from './context';
import { indexPage } from './index-page';
import { journeyArticle } from './journey';
import { page } from './layout';
import { PROMISES_PAGE, pageName } from './links';
import { promisesPage } from './promises';
import { scenariosPage } from './scenarios-page';
import { folderSite, type Site } from './site';
import { stepsPage } from './steps-page';

/** One file of the documentation. */
export interface SiteFile {
  /** Its name in the folder `documentacao/`. */
  name: string;
  content: string;
}

/** The pages of the documentation, one after the other, so that only one is in memory at a time. */
export function* documentation(run: Run, context: SiteContext): Generator<SiteFile, void, undefined> {
  const site = folderSite(run, context);
  yield { name: 'index.html', content: indexPage(site) };
  for (const journey of run.journeys) yield { name: pageName(journey.uri), content: journeyPage(site, journey) };
  if (!run.dryRun) yield { name: PROMISES_PAGE, content: promisesPage(site) };
  yield { name: 'cenarios.html', content: scenariosPage(site) };
  yield { name: 'passos.html', content: stepsPage(site) };
}

const CRUMBS: Html = html`<nav class="crumbs" aria-label="Caminho"><a href="index.html#jornadas">Jornadas</a></nav>`;
function journeyPage(site: Site, journey: Journey): string {
  return page({
    title: journey.name,
    section: 'documentacao',
    root: '',
    body: html`${CRUMBS}${journeyArticle(site, journey, 1)}${neighbours(site.run.journeys, journey)}`,
    footer: site.footer,
  });
}

/** Links to the journeys before and after this one. */
function neighbours(journeys: readonly Journey[], journey: Journey): Fragment {
  const at = journeys.indexOf(journey);
  const [before, after] = [journeys[at - 1], journeys[at + 1]];
  if (!before && !after) return null;
  return html`<nav class="neighbours" aria-label="Outras jornadas">
${before && html`<a href="${pageName(before.uri)}" rel="prev"><span class="note">Anterior</span> ${before.name}</a>`}
${after && html`<a href="${pageName(after.uri)}" rel="next"><span class="note">Próxima</span> ${after.name}</a>`}</nav>`;
}
