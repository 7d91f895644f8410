import { setTimeout as pause } from 'node:timers/promises';
import { interruption } from '../run/interruption';
import { WaitBudgetError } from '../wire/failures';
import { expectThat } from './expectation';
import { WaitBudget } from './wait-budget';

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
  /** What the run may still spend on waiting; without one, this wait has all its patience. */
  budget?: WaitBudget;
  /** Under which names the budget remembers what is waited for. */
  about?: readonly string[];
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_SHOWN = 3;
const LAST_SHOWN = 4;

/**
 * Looks again and again, with growing pauses, until the state is there.
 * @throws AssertionError with the timeline of what was seen (`creating 0 s > running 3 s`) when patience ends; WaitBudgetError when
 * that was cut short because the run has waited enough; AbortError when the run
 * is interrupted
 */
export async function waitFor<T>(wait: Wait<T>): Promise<T> {
  const { budget = UNLIMITED, about = [] } = wait;
  const allowance = budget.allow(wait.patienceMs, about);
  const startedAt = performance.now();
  let came = false;
  let looked = false;
  try {
    const observation = await lookUntil({ ...wait, patienceMs: allowance.patienceMs }, (sentence) => {
      looked = true;
      if (allowance.shortenedBy === 'budget') throw new WaitBudgetError(`${sentence} ${budgetSpent(budget)}`);
      expectThat(false, allowance.shortenedBy === null ? sentence : `${sentence} ${waitedBefore(wait.patienceMs)}`);
    });
    came = true;
    return observation;
  } finally {
    if (came || looked) budget.note(about, { spentMs: performance.now() - startedAt, came });
  }
}

const UNLIMITED = new WaitBudget(Number.POSITIVE_INFINITY);

function waitedBefore(usualMs: number): string {
  return `Esperei menos do que os ${inSeconds(usualMs)} de costume: nesta execução já esperei pelo mesmo em vão.`;
}

function budgetSpent({ totalMs }: WaitBudget): string {
  return `Não esperei mais: a execução já gastou com esperas os ${inSeconds(totalMs)} de DUMONT_WAIT_BUDGET.`;
}

/** @param runOut throws, with the sentence that says what was seen */
async function lookUntil<T>({ look, holds, name, wanted, patienceMs }: Wait<T>, runOut: (sentence: string) => void): Promise<T> {
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
    if (elapsed >= patienceMs)
      runOut(
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
