import { setTimeout as pause } from 'node:timers/promises';
import { explainFailure, failureCode } from '../wire/failures';
import { requestJson } from '../wire/http';
import type { Ledger, Undo } from './ledger';

const TIMEOUT_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

export interface Cleaner {
  readonly baseUrl: string;
  readonly token: string;
  /** How long to go on asking for what cannot be undone yet. */
  readonly patienceMs: number;
}

/**
 * Undoes all that a scenario left on a shared account.
 * @returns one Portuguese sentence for each thing that could not be undone
 */
export async function cleanUp(ledger: Ledger, cleaner: Cleaner): Promise<string[]> {
  const failures: string[] = [];
  for (const undo of ledger.pending) {
    const failure = await attempt(undo, cleaner);
    if (failure === null) ledger.noteUndone(undo);
    else failures.push(failure);
  }
  return failures;
}

async function attempt(
  { what, method, path, body, onConflict }: Undo,
  { baseUrl, token, patienceMs }: Cleaner,
): Promise<string | null> {
  const startedAt = performance.now();
  try {
    for (let nextPause = FIRST_PAUSE_MS; ; nextPause = Math.min(nextPause * 2, LONGEST_PAUSE_MS)) {
      const { status } = await requestJson({ method, url: baseUrl + path, token, body, timeoutMs: TIMEOUT_MS });
      if (status < 300 || status === 404 || (status === 409 && onConflict === 'done')) return null;
      if (status !== 409 || performance.now() - startedAt + nextPause > patienceMs)
        return `${what}: ${method} ${path} respondeu ${status}`;
      await pause(nextPause);
    }
  } catch (error) {
    return `${what}: ${method} ${path} não teve resposta (${explainFailure(failureCode(error))})`;
  }
}
