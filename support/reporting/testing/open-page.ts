import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { PageOpener } from './browser';

/** A page in a browser, and what it should not have done. */
export interface OpenedPage {
  page: Page;
  /** Requests to anything but the page itself, what the console said, errors, dialogs: in order, in words. */
  pageErrors: string[];
  close(): Promise<void>;
}

/** Opens a file in a browser context of its own and listens to everything it does from its first byte on. */
export async function openPage(browser: PageOpener, file: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const pageErrors: string[] = [];
  context.on('request', (request) => {
    const url = request.url().replace(/#.*$/, '');
    if (url !== address && !url.startsWith('data:')) pageErrors.push(`request ${url}`);
  });
  page.on('console', (message) => pageErrors.push(`console ${message.text()}`));
  page.on('pageerror', (error) => pageErrors.push(`error ${error}`));
  page.on('dialog', (dialog) => {
    pageErrors.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, pageErrors, close: () => context.close() };
}

/** The rules whose outcome depends on colours and sizes, not on the document. */
export const RULES_OF_LOOKS: readonly string[] = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
];

const ALL_RULES: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the page as it is now, one line for each rule and element.
 * @param rules names of rules or of groups of rules; all of WCAG 2.2 AA and good practice unless given
 */
export async function accessibilityFindings(page: Page, rules: readonly string[] = ALL_RULES): Promise<string[]> {
  const { source }: { source: string } = require('axe-core');
  await page.evaluate(source);
  const script = `axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(rules)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`;
  const findings: unknown = await page.evaluate(script);
  return findings as string[];
}
