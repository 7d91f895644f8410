import { type Fragment, type Html, html, joined } from '../../shared/html';
import { scenariosOf } from '../model/outcome';
import type { Run } from '../model/run';
import type { SiteContext } from './context';
import { heading } from './heading';
import { countingSection, frontMatter } from './index-page';
import { journeyArticle, partLinks, partsOf } from './journey';
import { journeysTable } from './journeys-table';
import { PRODUCT, page } from './layout';
import { promisesSection } from './promises';
import { hrefOfJourney, type Site, singleSite } from './site';
import type { Evidence } from './steps';

/** Above this many bytes more and more of what passed is left out: mail servers refuse more. */
const LARGEST = 8 * 1024 * 1024;

/** What a step takes on a page without outputs, in bytes: measured on generated suites, a little low so that nothing is left out too soon. */
const BYTES_PER_STEP = 250;

/**
 * The whole documentation as one HTML file, for mail and for printing.
 * @param largest size in bytes above which outputs are left out, and then the steps of what passed
 */
export function singleFile(run: Run, context: SiteContext, largest = LARGEST): string {
  const lean = outputsOf(run) <= largest ? made(run, context, 'lean') : null;
  if (lean !== null && Buffer.byteLength(lean) <= largest) return lean;
  const bare = stepsOf(run) * BYTES_PER_STEP <= largest ? made(run, context, 'bare') : null;
  return bare !== null && Buffer.byteLength(bare) <= largest ? bare : made(run, context, 'names');
}

function stepsOf(run: Run): number {
  return scenariosOf(run).reduce((sum, { plan }) => sum + plan.length, 0);
}

/** How much the documented commands said, roughly in bytes: what cannot fit need not be tried. */
function outputsOf(run: Run): number {
  let size = 0;
  for (const { attempts } of scenariosOf(run)) {
    for (const { steps } of attempts) {
      for (const { commands } of steps) {
        for (const { role, stdout, stderr } of commands) if (role === 'documented') size += stdout.length + stderr.length;
      }
    }
  }
  return size;
}

/** The whole documentation as one HTML file that is short enough for paper: outputs only of the document's own commands and of what failed. */
export function printFile(run: Run, context: SiteContext): string {
  return made(run, context, 'bare');
}

function made(run: Run, context: SiteContext, evidence: Evidence): string {
  const site = singleSite(run, context, evidence);
  return singlePage(site, joined(run.journeys.map((journey) => journeyArticle(site, journey, 2))));
}

/** A page on its own: verdict, what needs attention, the table of journeys, then what is said of each. @param articles of the journeys */
export function singlePage(site: Site, articles: Html): string {
  return page({ title: PRODUCT, section: null, root: null, body: body(site, articles), footer: site.footer });
}

function body(site: Site, articles: Html): Html {
  const { run } = site;
  return html`<h1>Documentação da CLI dumont</h1>
${frontMatter(site)}
${!run.dryRun && scenariosOf(run).length > 0 && OMISSIONS[site.evidence] !== '' && html`<p class="note">${OMISSIONS[site.evidence]}</p>`}
${run.journeys.length > 0 && html`<section>${heading(2, 'Jornadas')}${journeysTable(site)}</section>`}
${promisesSection(site)}
${contents(site)}
${countingSection(site)}
${articles}`;
}

/** The journeys with their themes and rules. */
function contents(site: Site): Fragment {
  if (site.run.journeys.every((journey) => partsOf(journey).every(({ theme, rules }) => theme === null && rules.length === 0)))
    return null;
  return html`<nav class="contents" aria-label="Conteúdo">${heading(2, 'Conteúdo')}<ol>${site.run.journeys.map(
    (journey) => html`<li><a href="${hrefOfJourney(site, journey.uri)}">${journey.name}</a>${partLinks(partsOf(journey))}</li>`,
  )}</ol></nav>`;
}

const OMITTED = 'Para caber em um arquivo só, ficaram de fora os comandos de preparação e de consulta dos passos que passaram';
const OMISSIONS: Readonly<Record<Evidence, string>> = {
  whole: '',
  lean: `${OMITTED}. A documentação em páginas tem todos.`,
  head: '',
  bare: `${OMITTED}, e também as saídas dos comandos que deram certo, menos as da jornada inteira. A documentação em páginas tem tudo.`,
  names:
    'Para caber em um arquivo só, dos cenários que passaram ficou só o nome, menos os da jornada inteira. A documentação em páginas tem tudo.',
  'not-passed':
    'São cenários demais para uma página só: os que passaram estão contados aqui, e listados na documentação (documentacao/index.html).',
};
