import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { contentOf, replaceFile } from '../shared/files';
import type { Verdict } from './mutant';

const FILE = path.resolve(__dirname, '..', '..', 'node_modules', '.cache', 'dumont-journeys', 'mutation-kills.json');

/**
 * Which scenario noticed each fault in earlier runs: the quickest to try first. Only speed depends on it; without it, or where a name is
 * outdated, the features are tried in order.
 */
export class KillCache {
  readonly #file: string;
  readonly #names: Record<string, string>;

  /** Reads the file; one that is absent or not what this class wrote counts as empty. */
  constructor(file = FILE) {
    this.#file = file;
    this.#names = read(file);
  }

  /** Name of the scenario that noticed the fault last time. */
  scenarioFor(fault: string): string | undefined {
    const name = this.#names[fault];
    return typeof name === 'string' ? name : undefined;
  }

  /** Keeps who noticed what, beside what was known of other faults; where the folder cannot be written, the next run is only slower. */
  save(verdicts: readonly Verdict[]): void {
    for (const { mutant, kill } of verdicts) if (mutant.kind === 'source' && kill) this.#names[mutant.fault] = kill.name;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      replaceFile(this.#file, JSON.stringify(this.#names));
    } catch {}
  }
}

function read(file: string): Record<string, string> {
  try {
    const found: unknown = JSON.parse(contentOf(file));
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}
