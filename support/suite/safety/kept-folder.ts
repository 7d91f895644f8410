import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Redactor } from './redaction';

/** Takes the secrets that `redactor` knows out of every file below a folder that is kept for inspection: a CLI leaves its token in its HOME. */
export function removeSecrets(folder: string, redactor: Redactor): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const clean = redactor.redact(text);
    if (clean !== text) writeFileSync(file, clean);
  }
}
