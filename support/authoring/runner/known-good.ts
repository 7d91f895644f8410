import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../shared/files';

/** What was found to have nothing to correct is not read again: as many features are remembered, those of the last runs. */
const REMEMBERED = 800;

/** What the result of the check depends on, beside the feature. */
const CODE = [
  'authoring/lint',
  'authoring/source',
  'authoring/tags.ts',
  'shared/journey-files.ts',
  'shared/spelling.ts',
  'shared/tool-sentences.ts',
  '../node_modules/@cucumber/gherkin/package.json',
];

/**
 * Features, by their content, in which the check of this very code found nothing, with the names that no other may have. Kept on disk between runs, because the
 * parser takes longer than all the rest of a run's beginning; a file that cannot be read or written only costs that time.
 */
export class KnownGood {
  readonly #file: string;
  readonly #code: string;
  readonly #names: Map<string, readonly string[]>;
  #isChanged = false;

  /** @param folder where to keep it */
  constructor(folder: string) {
    this.#file = path.join(folder, 'checked-features');
    this.#code = codeStamp();
    this.#names = readNames(this.#file);
  }

  /** The names in the feature, if this text in this place is known to have nothing to correct. */
  namesOf(place: string, text: string): readonly string[] | undefined {
    return this.#names.get(this.#key(place, text));
  }

  /** Remembers that it has nothing to correct. */
  add(place: string, text: string, names: readonly string[]): void {
    this.#names.set(this.#key(place, text), names);
    this.#isChanged = true;
  }

  /** Writes what was added, if anything was. */
  save(): void {
    if (!this.#isChanged) return;
    const lines = [...this.#names].slice(-REMEMBERED).map(([key, names]) => `${key} ${JSON.stringify(names)}\n`);
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      replaceFile(this.#file, lines.join(''));
    } catch {
      // A read-only install still works, only slower.
    }
  }

  #key(place: string, text: string): string {
    return createHash('sha1').update([this.#code, place, text].join('\0')).digest('hex');
  }
}

function readNames(file: string): Map<string, readonly string[]> {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return new Map(lines.map((line) => [line.slice(0, 40), JSON.parse(line.slice(41))]));
  } catch {
    return new Map();
  }
}

/** Changes whenever a file of the check does. */
function codeStamp(): string {
  return CODE.flatMap((name) => filesOf(path.join(__dirname, '..', '..', name)))
    .map(({ mtimeMs, size }) => `${mtimeMs}:${size}`)
    .join();
}

function filesOf(target: string): { mtimeMs: number; size: number }[] {
  const stat = statSync(target);
  return stat.isDirectory() ? readdirSync(target).flatMap((name) => filesOf(path.join(target, name))) : [stat];
}
