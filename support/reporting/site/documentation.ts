import type { Journey, Run } from '../model/run';
import type { SiteContext } from './context';
import { type Html, html } from './html';
import { indexPage } from './index-page';
import { journeyArticle } from './journey';
import { page } from './layout';
import { pageName } from './links';
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
  yield { name: 'cenarios.html', content: scenariosPage(site) };
  yield { name: 'passos.html', content: stepsPage(site) };
}

const CRUMBS: Html = html`<nav class="crumbs" aria-label="Caminho"><a href="index.html#jornadas">Jornadas</a></nav>`;
function journeyPage(site: Site, journey: Journey): string {
  return page({
    title: journey.name,
    section: 'documentacao',
    root: '',
    body: html`${CRUMBS}${journeyArticle(site, journey, 1)}`,
    footer: site.footer,
  });
}
