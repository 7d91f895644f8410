import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a file; empty when there is none. @throws what the file system throws when it is there and cannot be read */
export function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Writes a file that appears whole or not at all. @throws what the file system throws */
export function replaceFile(target: string, content: string | Uint8Array): void {
  const draft = `${target}.${process.pid}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Writes a folder that appears whole: what stood there before, pages of features that are gone too, gives way at once.
 * @param pages name and content of each file, made one at a time
 * @throws what the file system throws, or what the making of a page throws; the folder is then as it was
 */
export function replaceFolder(target: string, pages: Iterable<{ readonly name: string; readonly content: string }>): void {
  const draft = `${target}.${process.pid}`;
  const former = `${target}.${process.pid}.old`;
  try {
    mkdirSync(draft, { recursive: true });
    for (const { name, content } of pages) writeFileSync(path.join(draft, name), content);
    rmSync(former, { recursive: true, force: true });
    moveAway(target, former);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
}

function moveAway(folder: string, elsewhere: string): void {
  try {
    renameSync(folder, elsewhere);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** What went wrong with a file, in words: `EACCES em reports/documentacao`. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path: file } = error as NodeJS.ErrnoException;
  return code ? `${code} em ${file ?? 'um arquivo'}` : error.message;
}
