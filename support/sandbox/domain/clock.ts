/** Where the domain reads the time. State that moves with time is computed from it on read: the sandbox has no timers. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The time of one account: that of the platform, and ahead of it by what was let pass. */
export class AccountClock implements Clock {
  #aheadMs = 0;

  constructor(private readonly platform: Clock) {}

  now(): Date {
    return new Date(this.platform.now().getTime() + this.#aheadMs);
  }

  /** From now on it is `ms` later. */
  pass(ms: number): void {
    this.#aheadMs += ms;
  }
}
