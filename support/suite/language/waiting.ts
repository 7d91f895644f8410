import { setTimeout as pause } from 'node:timers/promises';
import { interruption } from '../run/interruption';
import { expectThat } from './expectation';

export interface Wait<T> {
  /** Takes one look; never two at once. */
  look(): Promise<T>;
  /** Is this what is waited for? */
  holds(observation: T): boolean;
  /** The state in a word, for the timeline: `running`. */
  name(observation: T): string;
  /** What is waited for, for the message: `a instância 42 deveria ficar pausada`. */
  wanted: string;
  patienceMs: number;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_SHOWN = 3;
const LAST_SHOWN = 4;

/**
 * Looks again and again, with growing pauses, until the state is there.
 * @throws AssertionError with the timeline of what was seen (`creating 0 s > running 3 s`) when patience ends; AbortError when the run
 * is interrupted
 */
export async function waitFor<T>({ look, holds, name, wanted, patienceMs }: Wait<T>): Promise<T> {
  const startedAt = performance.now();
  const timeline: string[] = [];
  let lastName: string | undefined;
  for (let nextPause = FIRST_PAUSE_MS; ; nextPause = Math.min(nextPause * 2, LONGEST_PAUSE_MS)) {
    const observation = await look();
    const elapsed = performance.now() - startedAt;
    if (name(observation) !== lastName) {
      lastName = name(observation);
      timeline.push(`${lastName} ${inSeconds(elapsed)}`);
    }
    if (holds(observation)) return observation;
    expectThat(
      elapsed < patienceMs,
      `${wanted}, mas isso não aconteceu em ${inSeconds(elapsed)}; o que se viu, e desde quando: ${shortened(timeline).join(' > ')}.`,
    );
    await pause(Math.min(nextPause, patienceMs - elapsed), undefined, { signal: interruption.signal });
  }
}

/** What changes at every look (the lines of a log) would tell a tale as long as the wait. */
function shortened(timeline: readonly string[]): readonly string[] {
  if (timeline.length <= FIRST_SHOWN + LAST_SHOWN) return timeline;
  return [...timeline.slice(0, FIRST_SHOWN), '…', ...timeline.slice(-LAST_SHOWN)];
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} s`;
}
