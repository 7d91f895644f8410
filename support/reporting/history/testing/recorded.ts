import path from 'node:path';
import { temporaryFolder } from '../../../testing/temporary-folder';
import type { Run } from '../../model/run';
import { appendRun } from '../append';
import { type History, readHistory } from '../history';
import { recordOf } from '../record-of';

/** A new file that does not exist yet, in a folder that does not exist yet either. */
export function newHistoryFile(): string {
  return path.join(temporaryFolder('history'), 'reports', 'history.jsonl');
}

/** Appends the runs to the file one after the other. */
export function record(file: string, ...runs: readonly Run[]): void {
  for (const run of runs) {
    const lines = recordOf(run);
    if (lines) appendRun(file, lines);
  }
}

/** The history of these runs, written to a file and read again. */
export function historyOf(...runs: readonly Run[]): History {
  const file = newHistoryFile();
  record(file, ...runs);
  return readHistory(file);
}
