import type { Clock } from './clock';

/** Adds up the time during which something went on. */
export class Stopwatch {
  readonly #clock: Clock;
  #before = 0;
  #startedAt: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(): void {
    this.#startedAt ??= this.#clock.now().getTime();
  }

  stop(): void {
    this.#before = this.elapsedMs;
    this.#startedAt = null;
  }

  get elapsedMs(): number {
    return this.#before + (this.#startedAt === null ? 0 : this.#clock.now().getTime() - this.#startedAt);
  }
}
