import { after, test } from 'node:test';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { BrowserMissing, type BrowserProgram, findBrowser } from '../browser';

const found = find();

function find(): BrowserProgram | BrowserMissing {
  try {
    return findBrowser(process.env);
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

/** What opens the pages of a test file. */
export interface PageOpener {
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** A browser for the tests of the file that calls it: started by the first who needs it, closed after the last. */
export function browserForTests(): PageOpener {
  let browser: Promise<Browser> | undefined;
  after(async () => (await browser)?.close());
  return {
    newContext: async (options) => {
      browser ??= launch();
      return (await browser).newContext(options);
    },
  };
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
