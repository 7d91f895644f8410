import type { Clock } from '../domain/clock';

/** A clock that a test moves. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-03-02T09:41:07Z');

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
