import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Which file of the project is loaded by which. */
export class ImportGraph {
  readonly #importers = new Map<string, Set<string>>();

  /**
   * Reads the imports of every `.ts` and `.cjs` below these folders, as TypeScript sees them.
   * @param root folder of the project
   * @param folders relative to it
   */
  constructor(root: string, folders: readonly string[]) {
    const files = folders.flatMap((folder) => sourcesBelow(root, folder));
    const known = new Set(files);
    for (const file of files) {
      for (const specifier of importsOf(readFileSync(path.join(root, file), 'utf8'))) {
        const target = resolved(file, specifier, known);
        if (target === undefined) continue;
        const importers = this.#importers.get(target) ?? new Set();
        this.#importers.set(target, importers.add(file));
      }
    }
  }

  /** The file itself and all that load it, directly or through others. */
  dependentsOf(file: string): Set<string> {
    const found = new Set([file]);
    for (const each of found) for (const importer of this.#importers.get(each) ?? []) found.add(importer);
    return found;
  }
}

function sourcesBelow(root: string, folder: string): string[] {
  const absolute = path.join(root, folder);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /(?<!\.test)\.(?:ts|cjs)$/.test(file));
}

/** What the file loads when it runs: imports of types alone leave no trace in the JavaScript. */
function importsOf(text: string): string[] {
  const { preProcessFile } = require('typescript') as typeof import('typescript'); // heavy: the watch is on the screen before it is needed
  const withoutTypes = text.replace(/^(?:import|export) type [^;]*;/gm, '');
  return preProcessFile(withoutTypes, true, true).importedFiles.map(({ fileName }) => fileName);
}

function resolved(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  return [target, `${target}.ts`, `${target}.cjs`, `${target}/index.ts`].find((candidate) => known.has(candidate));
}
