import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ConsoleMessage, Dialog, Page, Request } from 'playwright-core';
import type { Pages } from './browser';

/** How a page is looked at. */
export interface View {
  /** Without it the screen is 1280 pixels wide. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
  readonly javaScriptEnabled?: boolean;
  readonly bypassCSP?: boolean;
}

/** A page in a browser, and what it should not have done. */
export interface OpenedPage {
  page: Page;
  /** Requests to anything but the page itself, what the console said, errors, dialogs: in order, in words. */
  pageErrors: string[];
  close(): Promise<void>;
}

const SCREEN = { width: 1280, height: 720 };

/** Opens a file, in a page that shows one file after another, and listens to everything it does from its first byte on. */
export async function openPage(pages: Pages, file: string, view: View = {}): Promise<OpenedPage> {
  const { viewport = SCREEN, colorScheme = 'light', media = 'screen', javaScriptEnabled = true, bypassCSP = false } = view;
  const options = { javaScriptEnabled, bypassCSP };
  const page = await pages.take(options);
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, media });
  const address = pathToFileURL(file).href;
  const pageErrors: string[] = [];
  const onRequest = (request: Request): void => {
    const url = request.url().replace(/#.*$/, '');
    if (url !== address && !url.startsWith('data:')) pageErrors.push(`request ${url}`);
  };
  const onConsole = (message: ConsoleMessage): void => void pageErrors.push(`console ${message.text()}`);
  const onError = (error: Error): void => void pageErrors.push(`error ${error}`);
  const onDialog = (dialog: Dialog): void => {
    pageErrors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  };
  page.on('request', onRequest).on('console', onConsole).on('pageerror', onError).on('dialog', onDialog);
  await page.goto(address, { waitUntil: 'load' });
  const close = async (): Promise<void> => {
    page.off('request', onRequest).off('console', onConsole).off('pageerror', onError).off('dialog', onDialog);
    await page.goto('about:blank'); // the next file is loaded whole even when it is the same
    pages.giveBack(page, options);
  };
  return { page, pageErrors, close };
}

/** The rules whose outcome depends on colours, not on the document. */
export const RULES_OF_COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** The rules whose outcome depends on sizes. */
export const RULES_OF_SIZES: readonly string[] = ['target-size', 'scrollable-region-focusable'];

export const ALL_RULES: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with the page as it is now, one line for each rule and element.
 * @param rules names of rules or of groups of rules; all of WCAG 2.2 AA and good practice unless given
 * @param without rules that are left out
 */
export async function accessibilityFindings(
  page: Page,
  rules: readonly string[] = ALL_RULES,
  without: readonly string[] = [],
): Promise<string[]> {
  if (await page.evaluate('!("axe" in window)')) await page.evaluate(AXE);
  const disabled = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = { resultTypes: ['violations'], runOnly: rules, rules: disabled };
  const script = `axe.run(document, ${JSON.stringify(options)})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`;
  const findings: unknown = await page.evaluate(script);
  return findings as string[];
}
