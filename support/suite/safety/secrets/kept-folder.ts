import { lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Redactor } from './redaction';

/** A larger file tells nothing that its beginning does not, and would have to be read as a whole. */
const LARGEST_FILE = 1024 * 1024;
/** Of files kept for one scenario, together. */
const LARGEST_FOLDER = 16 * 1024 * 1024;

/**
 * Takes the secrets that `redactor` knows, and what looks like one, out of every file below a folder that is kept for inspection: a CLI leaves
 * its token in its HOME. What is too large goes.
 */
export function removeSecrets(folder: string, redactor: Redactor): void {
  let kept = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { size } = lstatSync(file);
    if (size > LARGEST_FILE || kept + size > LARGEST_FOLDER) {
      rmSync(file);
      writeFileSync(`${file}.removido.txt`, `Este arquivo tinha ${size} bytes e não foi mantido.\n`);
      continue;
    }
    kept += size;
    cleanFile(file, redactor);
  }
}

function cleanFile(file: string, redactor: Redactor): void {
  const bytes = readFileSync(file);
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const text = bytes.toString(encoding);
    const clean = redactor.redact(text);
    if (clean === text) continue;
    writeFileSync(file, Buffer.from(clean, encoding));
    return;
  }
}
