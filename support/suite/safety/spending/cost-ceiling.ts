import { dollars } from '../../../shared/words';
import type { LedgerState } from '../cleanup/ledger-records';

const MS_PER_HOUR = 3_600_000;
const MINUTE_MS = 60_000;
/** How long a machine is taken to be needed before any run has shown it. */
const FIRST_GUESS_MS = 15 * MINUTE_MS;
/** The API bills a minute at least (contract.md, section 5). */
const SHORTEST_BILLED_MS = MINUTE_MS;
const MARGIN = 1.5;

/** How long what a request creates is taken to be needed: longer than it ever was in earlier runs on the same backend, in milliseconds. */
export function expectedLifetime(earlier: readonly number[]): number {
  return earlier.length === 0 ? FIRST_GUESS_MS : Math.max(SHORTEST_BILLED_MS, MARGIN * Math.max(...earlier));
}

/** US$ for something that cost `price` an hour from one moment to another. */
export function costOf(price: number, lifetimeMs: number): number {
  return (price * Math.max(SHORTEST_BILLED_MS, lifetimeMs)) / MS_PER_HOUR;
}

/**
 * US$ that a run has spent and will yet spend on what it has created: what is gone by the time that it was there, what is not by the time
 * that it is expected to be; what may have been created counts as if it had.
 */
export function committed(
  { lifetimes, unknown }: Pick<LedgerState, 'lifetimes' | 'unknown'>,
  expectedMs: number,
  now: number,
): number {
  const possible = unknown.reduce((sum, { price }) => sum + costOf(price, expectedMs), 0);
  return lifetimes.reduce(
    (sum, { price, from, to }) =>
      sum + (price === 0 ? 0 : costOf(price, to === null ? Math.max(expectedMs, now - from) : to - from)),
    possible,
  );
}

export interface Rent {
  /** US$ per hour, at most. */
  readonly price: number;
  readonly expectedMs: number;
  /** US$ of the run before it. */
  readonly committed: number;
  /** US$ per run. */
  readonly ceiling: number;
}

/** Why something must not be rented, or null when it may. */
export function ceilingRefusal({ price, expectedMs, committed: before, ceiling }: Rent): string | null {
  const cost = costOf(price, expectedMs);
  if (price === 0 || before + cost <= ceiling) return null;
  return (
    `retido pela suíte: a até ${dollars(price)} por hora isto custaria ${dollars(cost)}, e com os ${dollars(before)} já comprometidos ` +
    `passaria do teto de ${dollars(ceiling)} da execução; se for o que você quer, aumente DUMONT_MAX_COST`
  );
}
