import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that holds the lock works for milliseconds: one of this age was forgotten, whatever its number says. */
const OLDEST_MS = 60_000;
const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 25;

/** Others kept the lock all the time. */
export class LockTimeout extends Error {}

/**
 * Runs `work` while this process alone holds the lock file; works without the event loop, in an exit handler too. A lock whose process
 * is gone, or that is a minute old, is taken away from it.
 * @throws LockTimeout after 20 seconds; what `work` and the file system throw
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
    const descriptor = openSync(lock, 'wx');
    writeSync(descriptor, JSON.stringify({ pid: process.pid, host: hostname() }));
    closeSync(descriptor);
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
    if ((ageOf(judging) ?? 0) > OLDEST_MS) rmSync(judging, { force: true });
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
  const age = ageOf(lock);
  if (age === null) return false;
  if (age > OLDEST_MS) return true;
  const holder = holderOf(lock);
  return holder !== null && holder.host === hostname() && !isAlive(holder.pid);
}

function ageOf(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : null;
}

function holderOf(lock: string): { pid: number; host: string } | null {
  try {
    const { pid, host } = JSON.parse(readFileSync(lock, 'utf8')) as { pid?: unknown; host?: unknown };
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return null; // released meanwhile, or not yet written: its age will tell
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1 + Math.random() * LONGEST_PAUSE_MS);
}
