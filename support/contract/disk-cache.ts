import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../shared/files';

/** Beside the packages that made what is in it: gone with them at the next install. */
const ROOT = path.join(__dirname, '..', '..', 'node_modules', '.cache', 'dumont-journeys');

/** Something that takes long to make and can be read from the text that making it gives. */
export interface Recipe<Thing> {
  /** Where in the cache. */
  readonly folder: string;
  /** Everything that the text depends on: any change of it is another text. */
  readonly ingredients: readonly string[];
  make(): string;
  /** @throws when the text is not whole */
  read(text: string): Thing;
}

/**
 * Reads what was made before, or makes it and keeps it for the next process. A folder that cannot be written, or a file that is
 * not whole, costs time, not the result.
 */
export function kept<Thing>({ folder, ingredients, make, read }: Recipe<Thing>, root = ROOT): Thing {
  const file = path.join(root, folder, createHash('sha1').update(ingredients.join('\0')).digest('hex'));
  try {
    return read(readFileSync(file, 'utf8'));
  } catch {
    const text = make();
    keep(file, text);
    return read(text);
  }
}

function keep(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    replaceFile(file, text); // several workers may start at once
  } catch {
    // A read-only install still works, only slower.
  }
}
