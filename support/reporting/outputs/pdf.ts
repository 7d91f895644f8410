import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../../shared/environment';
import { replaceFile, whyOf } from '../../shared/files';
import { BrowserMissing, type BrowserProgram, findBrowser } from '../browser';

const PATIENCE_MS = 120_000;

/** The PDF could not be made. The message is one Portuguese sentence. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

/**
 * Prints a page as PDF.
 * @param page the HTML of the page, whole
 * @param target path of the PDF, which appears whole or not at all
 * @throws PdfError when there is no browser, or when it does not print the page
 */
export async function printPdf(page: string, target: string, env: Environment): Promise<void> {
  const browser = browserFor(env);
  const { execa } = await import('execa');
  const workshop = mkdtempSync(path.join(tmpdir(), 'dumont-pdf-'));
  const draft = path.join(workshop, 'page.pdf');
  const source = path.join(workshop, 'page.html');
  try {
    writeFileSync(source, page);
    await execa(
      browser.executable,
      [
        '--headless',
        '--disable-gpu',
        '--no-pdf-header-footer',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium has no sandbox for root; the page is ours and runs nothing else
        `--user-data-dir=${path.join(workshop, 'profile')}`,
        `--print-to-pdf=${draft}`,
        pathToFileURL(source).href,
      ],
      { env: browser.env, timeout: PATIENCE_MS, stdin: 'ignore', all: true },
    );
    replaceFile(target, readFileSync(draft));
  } catch (error) {
    throw new PdfError(`O PDF não pôde ser feito com ${browser.executable}: ${reason(error)}.`);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function browserFor(env: Environment): BrowserProgram {
  try {
    return findBrowser(env);
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    throw new PdfError(`O PDF não foi feito: ${error.message}; instale um navegador, ou tire --pdf.`);
  }
}

function reason(error: unknown): string {
  const { timedOut, exitCode, shortMessage } = error as { timedOut?: boolean; exitCode?: number; shortMessage?: string };
  if (timedOut) return `não terminou em ${PATIENCE_MS / 1000} s`;
  if (exitCode !== undefined) return `saiu com o código ${exitCode}`;
  return shortMessage ?? whyOf(error);
}
