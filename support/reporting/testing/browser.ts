import { after, test } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { BrowserMissing, type BrowserProgram, findBrowser } from '../browser';

const found = find();

/** The one that npm brings before those of the machine: its version is known, and without a window of its own it costs a third. */
function find(): BrowserProgram | BrowserMissing {
  const packaged = findOrWhyNot([]);
  return packaged instanceof BrowserMissing ? findOrWhyNot() : packaged;
}

function findOrWhyNot(places?: string[]): BrowserProgram | BrowserMissing {
  try {
    return findBrowser(process.env, places);
  } catch (error) {
    if (error instanceof BrowserMissing) return error;
    throw error;
  }
}

/** In CI a page that nobody opened was not tested, and the test fails; elsewhere it is skipped, and says why. */
const skip = found instanceof BrowserMissing && process.env.CI !== 'true' ? `${found.message}.` : false;

/** A test that opens pages. Where there is no browser it is skipped, with the reason, or fails in CI. */
export function pageTest(title: string, work: () => Promise<void> | void): void {
  void test(title, { skip }, () => {
    if (found instanceof BrowserMissing) throw found;
    return work();
  });
}

/** Pages of one browser. A new one costs four times as much as another file in the same. */
export interface Pages {
  take(options: BrowserContextOptions): Promise<Page>;
  giveBack(page: Page, options: BrowserContextOptions): void;
}

let users = 0;
let browser: Promise<Browser> | undefined;
const free = new Map<string, Page[]>();

const pages: Pages = {
  take: async (options) => {
    const page = free.get(JSON.stringify(options))?.pop();
    if (page) return page;
    browser ??= launch();
    return (await (await browser).newContext(options)).newPage();
  },
  giveBack: (page, options) => {
    const key = JSON.stringify(options);
    free.set(key, [...(free.get(key) ?? []), page]);
  },
};

/** The browser of the process, for the tests of the file that calls it: started by the first who needs it, closed after the last file. */
export function browserForTests(): Pages {
  users += 1;
  after(async () => {
    users -= 1;
    if (users > 0) return;
    free.clear();
    await (await browser)?.close();
    browser = undefined;
  });
  return pages;
}

function launch(): Promise<Browser> {
  if (found instanceof BrowserMissing) throw found;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return chromium.launch({
    executablePath: found.executable,
    args,
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
}
