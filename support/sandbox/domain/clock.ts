/** Where the domain reads the time. State that moves with time is computed from it on read: the sandbox has no timers. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The time of one account: that of the platform, ahead of it by what was let pass, until it is stopped. */
export class AccountClock implements Clock {
  #aheadMs = 0;
  #stoppedAtMs: number | null = null;

  constructor(private readonly platform: Clock) {}

  now(): Date {
    return new Date((this.#stoppedAtMs ?? this.platform.now().getTime()) + this.#aheadMs);
  }

  /** From now on it is `ms` later. */
  pass(ms: number): void {
    this.#aheadMs += ms;
  }

  /** From now on it is the same moment, but for what is let pass. */
  stop(): void {
    this.#stoppedAtMs ??= this.platform.now().getTime();
  }
}
