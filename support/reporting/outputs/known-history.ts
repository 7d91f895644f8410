import { appendRun } from '../history/append';
import { type History, readHistory } from '../history/history';
import type { Line } from '../history/line';
import { recordOf } from '../history/record-of';
import type { Run } from '../model/run';
import type { SiteHistory } from '../site/context';

/**
 * Puts a run into the history and gives what can be compared with it.
 * @param file path of `history.jsonl`
 * @throws HistoryError, or what the file system throws
 */
export function remember(run: Run, file: string): Line {
  const lines = run.runInfo?.shard ? null : recordOf(run); // what is missing from a shard is not gone
  if (lines) appendRun(file, lines);
  const history: History = readHistory(file);
  return history.lineOf(run);
}

/** What the documentation asks of earlier runs. */
export function siteHistory(line: Line): SiteHistory {
  return {
    since: (key) => line.since(key) ?? line.journeySince(key),
    lastEvidence: (key) => {
      const found = line.lastEvidence(key);
      return found && { at: found.run.at, outcome: found.outcome, commit: found.run.record.commit };
    },
  };
}
