import { existsSync } from 'node:fs';
import path from 'node:path';
import { readHistory } from '../history/history';
import type { Run } from '../model/run';

/** Below the folder of the reports: the pages of a run of some features only. */
export const PARTIAL = 'parcial';

/**
 * Where the pages of a run go. Those of a run that paths, names or tags narrowed do not take the place of the documentation of the whole.
 * @param folder of the reports
 * @returns the folder itself, or the one for narrowed runs
 */
export function pagesFolder({ runInfo }: Pick<Run, 'runInfo'>, folder: string): string {
  const isNarrowed = runInfo !== null && !runInfo.whole && runInfo.shard === null;
  return isNarrowed && hasWholeDocumentation(folder) ? path.join(folder, PARTIAL) : folder;
}

function hasWholeDocumentation(folder: string): boolean {
  if (!existsSync(path.join(folder, 'documentacao'))) return false;
  try {
    return readHistory(path.join(folder, 'history.jsonl')).runs.some(({ record }) => record.whole);
  } catch {
    return false; // who cannot read the history is told by who writes it
  }
}
