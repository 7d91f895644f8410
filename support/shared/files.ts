import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * Writes a folder that appears whole: the pages that stood there before, of features that are gone too, give way at once; what others put
 * there stays.
 * @param pages name and content of each file, made one at a time
 * @param isPage whether a file that stands there is one of ours, by its content
 * @throws what the file system throws, or what the making of a page throws; the folder is then as it was
 */
export function replaceFolder(
  target: string,
  pages: Iterable<{ readonly name: string; readonly content: string }>,
  isPage: (content: string) => boolean,
): void {
  const draft = `${target}.${process.pid}`;
  const former = `${target}.${process.pid}.old`;
  try {
    mkdirSync(draft, { recursive: true });
    for (const { name, content } of pages) writeFileSync(path.join(draft, name), content);
    keepOthers(target, draft, isPage);
    rmSync(former, { recursive: true, force: true });
    moveAway(target, former);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
}

function keepOthers(from: string, to: string, isPage: (content: string) => boolean): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [file, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    const isOurs = existsSync(copy) || (entry.isFile() && isPage(readFileSync(file, 'utf8')));
    if (!isOurs) cpSync(file, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
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
