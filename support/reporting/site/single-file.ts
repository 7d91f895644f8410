import { scenariosOf } from '../model/outcome';
import type { Run } from '../model/run';
import type { SiteContext } from './context';
import { type Html, html } from './html';
import { countingSection, frontMatter, journeysTable } from './index-page';
import { journeyArticle } from './journey';
import { PRODUCT, page } from './layout';
import { heading } from './scenario';
import { type Site, singleSite } from './site';
import type { Evidence } from './steps';

/** Above this many bytes the outputs of commands that did what they should are left out: mail servers refuse more. */
const LARGEST = 8 * 1024 * 1024;

/**
 * The whole documentation as one HTML file, for mail and for printing.
 * @param largest size in bytes above which outputs are left out
 */
export function singleFile(run: Run, context: SiteContext, largest = LARGEST): string {
  const lean = made(run, context, 'lean');
  return Buffer.byteLength(lean) <= largest ? lean : made(run, context, 'bare');
}

function made(run: Run, context: SiteContext, evidence: Evidence): string {
  const site = singleSite(run, context, evidence);
  return page({ title: PRODUCT, section: null, root: null, body: body(site), footer: site.footer });
}

function body(site: Site): Html {
  const { run } = site;
  return html`<h1>Documentação da CLI dumont</h1>
${frontMatter(site)}
${!run.dryRun && scenariosOf(run).length > 0 && html`<p class="note">${OMISSIONS[site.evidence]}</p>`}
${run.journeys.length > 0 && html`<section>${heading(2, 'Jornadas')}${journeysTable(site)}</section>`}
${countingSection(site)}
${run.journeys.map((journey) => journeyArticle(site, journey, 2))}`;
}

const OMISSIONS: Readonly<Record<Evidence, string>> = {
  whole: '',
  lean: 'Para caber em um arquivo só, ficaram de fora os comandos de preparação e de consulta dos passos que passaram. A documentação em páginas tem todos.',
  bare: 'Para caber em um arquivo só, ficaram de fora os comandos de preparação e de consulta dos passos que passaram, e também as saídas dos comandos que passaram. A documentação em páginas tem tudo.',
};
