import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOKS = 1500;
const BETWEEN_LOOKS_MS = 20;

/** Looks until it holds. @throws Error naming what was waited for when it never does */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    if (holds()) return;
    await pause(BETWEEN_LOOKS_MS);
  }
  throw new Error(`never happened: ${what}`);
}

/** Does a process run? One that is dead and only not reaped yet does not. */
export function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
