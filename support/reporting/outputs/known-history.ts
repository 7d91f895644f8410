import path from 'node:path';
import { environment } from '../../shared/environment';
import type { KnownDeviations } from '../deviations/known-file';
import { knownOfRun } from '../deviations/known-of-run';
import { appendRun } from '../history/append';
import type { ComparableRuns } from '../history/comparable-runs';
import { type History, readHistory } from '../history/history';
import { recordOf } from '../history/record-of';
import type { Run } from '../model/run';
import type { SiteHistory } from '../site/context';

/**
 * Puts a run into the history and gives what can be compared with it.
 * @param file path of `history.jsonl`
 * @throws HistoryError, or what the file system throws
 */
export function remember(run: Run, file: string): ComparableRuns {
  const lines = run.runInfo?.shard ? null : recordOf(run); // what is missing from a shard is not gone
  if (lines) appendRun(file, lines);
  const history: History = readHistory(file);
  return history.lineOf(run);
}

/** What can be compared with a run that may not be in the history yet; null when the history cannot be read. @param folder of the reports */
export function linePrior(run: Run, folder: string): ComparableRuns | null {
  try {
    return readHistory(path.join(folder, 'history.jsonl')).lineOf(run);
  } catch {
    return null; // who writes the history tells of it
  }
}

/** The deviations listed for a run; null also where the list cannot be understood. */
export function listedPrior(run: Run): KnownDeviations | null {
  try {
    return knownOfRun(run, environment());
  } catch {
    return null; // who writes the reports tells of it
  }
}

/** What the documentation asks of earlier runs. */
export function siteHistory(line: ComparableRuns): SiteHistory {
  return {
    since: (key) => line.since(key) ?? line.journeySince(key),
    lastEvidence: (key) => {
      const found = line.lastEvidence(key);
      return found && { at: found.run.at, outcome: found.outcome, commit: found.run.record.commit };
    },
  };
}
