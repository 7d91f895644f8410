import type { Clock } from '../clock';
import { DomainError } from '../errors';
import { Stopwatch } from '../stopwatch';
import type { Timings } from '../timings';

export type StandbyState = 'provisioning' | 'ready' | 'syncing';

/** The CPU machine of a pair, as it was ordered. */
export interface StandbyMachine {
  readonly name: string;
  readonly zone: string;
  readonly ip: string;
  readonly machineType: string;
  /** US$. */
  readonly pricePerHour: number;
}

export interface GpuFailure {
  readonly reason: string;
  readonly at: Date;
}

/** One GPU instance and the CPU that stands by for it. It outlives the GPU when that failed: then the CPU is an orphan. */
export class StandbyPair {
  #failure: GpuFailure | null = null;
  #syncEnabled = false;
  readonly #sync: Stopwatch;
  readonly #readyAt: number;

  /** `syncIntervalMs`: from one completed sync to the next, after the first. */
  constructor(
    readonly gpuInstanceId: number,
    readonly machine: StandbyMachine,
    private readonly clock: Clock,
    private readonly timings: Pick<Timings, 'standbyReady' | 'standbySync'>,
    private readonly syncIntervalMs: number,
  ) {
    this.#sync = new Stopwatch(clock);
    this.#readyAt = clock.now().getTime() + timings.standbyReady;
  }

  get state(): StandbyState {
    if (this.clock.now().getTime() < this.#readyAt) return 'provisioning';
    return this.#syncEnabled && !this.#failure ? 'syncing' : 'ready';
  }

  get failure(): GpuFailure | null {
    return this.#failure;
  }

  get syncEnabled(): boolean {
    return this.#syncEnabled;
  }

  /** Completed syncs; it grows while the GPU runs. */
  get syncCount(): number {
    const sinceFirst = this.#sync.elapsedMs - this.timings.standbySync;
    return this.#syncEnabled && sinceFirst >= 0 ? 1 + Math.floor(sinceFirst / this.syncIntervalMs) : 0;
  }

  /** Starts copying from the GPU to the CPU; once started it goes on. 409 when the GPU failed or the CPU is not ready yet. */
  startSync(): void {
    if (this.#failure) throw new DomainError(409, `GPU instance ${this.gpuInstanceId} failed: there is nothing to sync from`);
    if (this.state === 'provisioning') {
      throw new DomainError(409, `The CPU standby of instance ${this.gpuInstanceId} is still provisioning`);
    }
    this.#syncEnabled = true;
    this.#sync.start();
  }

  /** The GPU does not run for now, so that there is nothing to copy. */
  gpuPaused(): void {
    this.#sync.stop();
  }

  gpuResumed(): void {
    if (this.#syncEnabled) this.#sync.start();
  }

  /** The GPU is gone and the CPU stays, with the count of syncs that it had. */
  gpuLost(reason: string): void {
    this.#sync.stop();
    this.#failure = { reason, at: this.clock.now() };
  }
}
