import { setTimeout as pause } from 'node:timers/promises';
import { explainFailure, failureCode } from '../../wire/failures';
import { requestJson } from '../../wire/http';
import { type Access, inventoryOf } from './inventory';
import { type CreatedResource, type Undo, undoOf } from './undo';

const TIMEOUT_MS = 30_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

export interface Cleaner extends Access {
  /** How long to go on asking for what cannot be undone yet. */
  readonly patienceMs: number;
}

/** Whoever runs the suite did not wait for the clean-up. */
const ABANDONED = 'a limpeza foi abandonada a pedido';

/**
 * Destroys one thing. What is not there any more counts as destroyed: the API says 404, or fails and does not list it. A CPU that may have come
 * with an instance is there only if the API lists it.
 * @returns null when it is gone, else what the API said
 */
export async function destroy(resource: CreatedResource, cleaner: Cleaner): Promise<string | null> {
  const failure = await takeBack(undoOf(resource), cleaner);
  if (failure === null) return null;
  const isDoubtful = resource.kind === 'standby' || (failure.status !== null && failure.status >= 500);
  const left = isDoubtful ? await inventoryOf(resource.kind, cleaner) : null;
  if (left === null) return resource.kind === 'standby' && failure.status !== null ? null : failure.text;
  return left.has(resource.id) ? failure.text : null;
}

/** Puts a setting back. @returns null when it stands as before, else what the API said */
export async function putBack(undo: Undo, cleaner: Cleaner): Promise<string | null> {
  return (await takeBack(undo, cleaner))?.text ?? null;
}

interface Refusal {
  /** Null when no reply came. */
  readonly status: number | null;
  readonly text: string;
}

async function takeBack(
  { method, path, body, onConflict }: Undo,
  { baseUrl, token, patienceMs, hurry }: Cleaner,
): Promise<Refusal | null> {
  const startedAt = performance.now();
  try {
    for (let nextPause = FIRST_PAUSE_MS; ; nextPause = Math.min(nextPause * 2, LONGEST_PAUSE_MS)) {
      const { status } = await requestJson({ method, url: baseUrl + path, token, body, timeoutMs: TIMEOUT_MS, signal: hurry });
      if (status < 300 || status === 404 || (status === 409 && onConflict === 'done')) return null;
      const isOver = performance.now() - startedAt + nextPause > patienceMs;
      if (status !== 409 || isOver) return { status, text: `${method} ${path} respondeu ${status}` };
      await pause(nextPause, undefined, { signal: hurry });
    }
  } catch (error) {
    if (hurry?.aborted) return { status: null, text: ABANDONED };
    return { status: null, text: `${method} ${path} não teve resposta (${explainFailure(failureCode(error))})` };
  }
}
