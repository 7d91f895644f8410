import { type Fragment, type Html, html, raw, render } from '../../shared/html';
import { type Asset, siteAsset } from './assets';

/** The four places the navigation of every page leads to. */
export type Section = 'documentacao' | 'cenarios' | 'passos' | 'painel';

/** A whole page, but for what every page has. */
export interface PageOptions {
  /** Of the window; the product's name is added. */
  title: string;
  /** The entry of the navigation that is marked as the current one; null for none. */
  section: Section | null;
  /**
   * From the page to the folder `documentacao/`: `''` inside it, `'../documentacao/'` for the dashboard. Null: a page on its own, without
   * navigation.
   */
  root: string | null;
  /** What stands inside `<main>`; it has the page's one h1. */
  body: Html;
  /** What `runFooter` made of the run. */
  footer: Html;
  /** More style sheets than the one all pages share. */
  sheets?: readonly Asset[];
  /** More scripts than the one all pages share. */
  scripts?: readonly Asset[];
}

/** The name of the product on every page. */
export const PRODUCT = 'Jornadas Dumont';

/** By this a page is known for one of ours. */
const GENERATOR = '<meta name="generator" content="dumont-journeys">';

/** Whether the content of a file is that of a page that a run has left. */
export function isOurPage(content: string): boolean {
  return content.includes(`\n${GENERATOR}\n`);
}

const NAVIGATION: readonly { section: Section; label: string; href: string }[] = [
  { section: 'documentacao', label: 'Documentação', href: 'index.html' },
  { section: 'cenarios', label: 'Cenários', href: 'cenarios.html' },
  { section: 'passos', label: 'Passos', href: 'passos.html' },
  { section: 'painel', label: 'Painel', href: '../painel/index.html' },
];

/**
 * A whole HTML document. Nothing in it loads from anywhere: style and script are inside, and its Content-Security-Policy knows them by
 * hash and lets nothing else through. So no `style` attribute works, and no `on…` attribute either.
 */
export function page(options: PageOptions): string {
  const sheets = [siteAsset('site.css'), siteAsset('transcript.css'), ...(options.sheets ?? []), siteAsset('print.css')];
  const scripts = [siteAsset('site.js'), ...(options.scripts ?? [])];
  return render(html`<!DOCTYPE html>
<html lang="pt-BR">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(sheets, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${raw(GENERATOR)}
<link rel="icon" href="data:,">
<title>${title(options.title)}</title>
${sheets.map(({ text }) => html`<style>${raw(text)}</style>\n`)}</head>
<body>
<a class="skip" href="#conteudo">Ir para o conteúdo</a>
${header(options)}
<main id="conteudo" tabindex="-1">
${options.body}
</main>
${options.footer}
${scripts.map(({ text }) => html`<script>${raw(text)}</script>\n`)}</body>
</html>
`);
}

function title(own: string): string {
  return own === PRODUCT ? own : `${own} · ${PRODUCT}`;
}

/** Hashes come last in their directive, and only our own: an injected style or script has none of them. */
function policy(sheets: readonly Asset[], scripts: readonly Asset[]): Html {
  const hashes = (assets: readonly Asset[]): string => assets.map(({ hash }) => hash).join(' ');
  return raw(
    [
      `default-src 'none'`,
      `style-src ${hashes(sheets)}`,
      `script-src ${hashes(scripts)}`,
      'img-src data:',
      `base-uri 'none'`,
      `form-action 'none'`,
    ].join('; '),
  );
}

function header({ section, root }: PageOptions): Fragment {
  if (root === null) return html`<header class="top"><p class="brand">${PRODUCT}</p></header>`;
  return html`<header class="top">
<p class="brand">${PRODUCT}</p>
<nav aria-label="Principal"><ul>${NAVIGATION.map(
    (entry) =>
      html`<li><a href="${root}${entry.href}"${entry.section === section && raw(' aria-current="page"')}>${entry.label}</a></li>`,
  )}</ul></nav>
</header>`;
}
