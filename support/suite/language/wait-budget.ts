/** However often something was waited for in vain, and however little of the budget is left: a moment is always given. */
const SHORTEST_MS = 10_000;

/** How long one wait may take, and why no longer where that is less than usual. */
export interface Allowance {
  readonly patienceMs: number;
  readonly shortenedBy: 'earlier waits' | 'budget' | null;
}

/** What a run spends on waiting: all of it against a ceiling, and ever less for what did not come the last time. */
export class WaitBudget {
  readonly totalMs: number;
  #spentMs = 0;
  readonly #inVain = new Map<string, number>();

  /** @param totalMs how long all waits of a run may take together */
  constructor(totalMs: number) {
    this.totalMs = totalMs;
  }

  /**
   * How long to wait for something. Each wait in vain for the same halves the patience: one slow machine is no reason to give up on the next.
   * @param about names of the same thing, of which any may have been waited for: a kind of resource in a state, one resource
   */
  allow(usualMs: number, about: readonly string[]): Allowance {
    const shortestMs = Math.min(SHORTEST_MS, usualMs);
    const times = Math.max(0, ...about.map((name) => this.#inVain.get(name) ?? 0));
    const patienceMs = Math.max(usualMs / 2 ** times, shortestMs);
    const leftMs = Math.max(this.totalMs - this.#spentMs, shortestMs);
    if (leftMs < patienceMs) return { patienceMs: leftMs, shortenedBy: 'budget' };
    return { patienceMs, shortenedBy: patienceMs < usualMs ? 'earlier waits' : null };
  }

  /** Notes how a wait ended. What came after all is waited for as long as usual from then on. */
  note(about: readonly string[], { spentMs, came }: { readonly spentMs: number; readonly came: boolean }): void {
    this.#spentMs += spentMs;
    for (const name of about) {
      if (came) this.#inVain.delete(name);
      else this.#inVain.set(name, (this.#inVain.get(name) ?? 0) + 1);
    }
  }
}
