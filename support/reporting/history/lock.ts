import { closeSync, openSync, rmSync, statSync } from 'node:fs';

/** A process that holds the lock works for milliseconds: a lock of this age was left behind by one that was killed. */
const OLDEST_MS = 15_000;
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 25;

/** Others kept the lock all the time. */
export class LockTimeout extends Error {}

/**
 * Runs `work` while this process alone holds the lock file; works without the event loop, in an exit handler too. A lock that is
 * fifteen seconds old is taken away.
 * @throws LockTimeout after 30 seconds; what `work` and the file system throw
 */
export function withLock<T>(lock: string, work: () => T): T {
  acquire(lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): void {
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryToTake(lock)) {
    if (Date.now() > deadline) throw new LockTimeout(lock);
    if (isForgotten(lock)) takeAway(lock);
    else pause();
  }
}

function tryToTake(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process at a time may judge a lock and remove it: between the two, a quicker one could have put a fresh one there. */
function takeAway(lock: string): void {
  const judging = `${lock}.stale`;
  if (!tryToTake(judging)) {
    if (isForgotten(judging)) rmSync(judging, { force: true });
    pause();
    return;
  }
  try {
    if (isForgotten(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(judging, { force: true });
  }
}

function isForgotten(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > OLDEST_MS;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1 + Math.random() * LONGEST_PAUSE_MS);
}
