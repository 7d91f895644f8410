/** How long things take in the sandbox: milliseconds. What an account sets itself (`sync_interval`) takes as long as it says. */
export interface Timings {
  /** A rented instance is `creating` this long, then `running` (G6). */
  readonly instanceStart: number;
  /** A fine-tuning job is `queued` this long, then `running`. */
  readonly jobStart: number;
  /** One training step. */
  readonly jobStep: number;
  /** A CPU standby is `provisioning` this long, then `ready`. */
  readonly standbyReady: number;
  /** From the start of a standby's synchronisation to its first completed sync. */
  readonly standbySync: number;
  /** An instance is not synced again sooner than this without `force`. */
  readonly minimumSyncGap: number;
}

export const DEFAULT_TIMINGS: Timings = {
  instanceStart: 80,
  jobStart: 80,
  jobStep: 40,
  standbyReady: 80,
  standbySync: 100,
  minimumSyncGap: 30_000,
};
