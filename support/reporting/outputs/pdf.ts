import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { replaceFile, whyOf } from '../../shared/files';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const PATIENCE_MS = 120_000;

/** The PDF could not be made. The message is one Portuguese sentence. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/**
 * A browser that can print: the one named in CHROME_PATH, else the first Chromium on the PATH.
 * @returns its path; null when there is none
 */
export function findBrowser(env: NodeJS.ProcessEnv): string | null {
  if (env.CHROME_PATH) return isExecutable(env.CHROME_PATH) ? env.CHROME_PATH : null;
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isExecutable) ?? null;
}

/**
 * Prints a page as PDF.
 * @param page the HTML of the page, whole
 * @param target path of the PDF, which appears whole or not at all
 * @throws PdfError when the browser does not print it
 */
export async function printPdf(browser: string, page: string, target: string): Promise<void> {
  const { execa } = await import('execa');
  const workshop = mkdtempSync(path.join(tmpdir(), 'dumont-pdf-'));
  const draft = path.join(workshop, 'page.pdf');
  const source = path.join(workshop, 'page.html');
  try {
    writeFileSync(source, page);
    await execa(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--no-pdf-header-footer',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root; the page is ours and runs nothing else
        `--user-data-dir=${path.join(workshop, 'profile')}`,
        `--print-to-pdf=${draft}`,
        pathToFileURL(source).href,
      ],
      { timeout: PATIENCE_MS, stdin: 'ignore', all: true },
    );
    replaceFile(target, readFileSync(draft));
  } catch (error) {
    throw new PdfError(`O PDF não pôde ser feito com ${browser}: ${reason(error)}.`);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function reason(error: unknown): string {
  const { timedOut, exitCode, shortMessage } = error as { timedOut?: boolean; exitCode?: number; shortMessage?: string };
  if (timedOut) return `não terminou em ${PATIENCE_MS / 1000} s`;
  if (exitCode !== undefined) return `saiu com o código ${exitCode}`;
  return shortMessage ?? whyOf(error);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
