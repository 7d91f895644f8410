import { setTimeout as pause } from 'node:timers/promises';
import { interruption } from '../run/interruption';

export interface Wait<T> {
  /** Takes one look; never two at once. */
  look(): Promise<T>;
  /** Is this what is waited for? */
  holds(sight: T): boolean;
  /** The state in a word, for the timeline: `running`. */
  name(sight: T): string;
  /** What is waited for, for the message: `a instância 42 deveria ficar pausada`. */
  wanted: string;
  patienceMs: number;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_SIGHTS = 3;
const LAST_SIGHTS = 4;

/**
 * Looks again and again, with growing pauses, until the state is there.
 * @throws Error with the timeline of what was seen (`creating 0 s > running 3 s`) when patience ends or the run is interrupted.
 */
export async function waitFor<T>({ look, holds, name, wanted, patienceMs }: Wait<T>): Promise<T> {
  const startedAt = performance.now();
  const timeline: string[] = [];
  let lastName: string | undefined;
  for (let nextPause = FIRST_PAUSE_MS; ; nextPause = Math.min(nextPause * 2, LONGEST_PAUSE_MS)) {
    const sight = await look();
    const elapsed = performance.now() - startedAt;
    if (name(sight) !== lastName) {
      lastName = name(sight);
      timeline.push(`${lastName} ${inSeconds(elapsed)}`);
    }
    if (holds(sight)) return sight;
    if (elapsed >= patienceMs) {
      throw new Error(
        `${wanted}, mas isso não aconteceu em ${inSeconds(elapsed)}; o que se viu, e desde quando: ${shortened(timeline).join(' > ')}.`,
      );
    }
    await pause(Math.min(nextPause, patienceMs - elapsed), undefined, { signal: interruption.signal });
  }
}

/** What changes at every look (the lines of a log) would tell a tale as long as the wait. */
function shortened(timeline: readonly string[]): readonly string[] {
  if (timeline.length <= FIRST_SIGHTS + LAST_SIGHTS) return timeline;
  return [...timeline.slice(0, FIRST_SIGHTS), '…', ...timeline.slice(-LAST_SIGHTS)];
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} s`;
}
