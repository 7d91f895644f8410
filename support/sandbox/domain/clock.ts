/** Where the domain reads the time. State that moves with time is computed from it on read: the sandbox has no timers. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
