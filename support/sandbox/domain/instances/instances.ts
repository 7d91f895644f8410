import type { Clock } from '../clock';
import { DomainError } from '../errors';
import type { Offer } from '../market/market';
import type { Volume } from './volumes';

export type InstanceStatus = 'creating' | 'running' | 'paused';

/** What was asked for when the instance was rented. */
export interface Order {
  readonly offer: Offer;
  readonly label: string;
  readonly image: string;
  readonly diskGb: number;
  /** Container ports to open beside SSH. */
  readonly ports: readonly number[];
}

/** One rented machine and its states: creating > running <> paused. It ends by leaving its tenant's list. */
export class Instance {
  readonly createdAt: Date;
  readonly #clock: Clock;
  readonly #readyAt: number;
  #paused = false;
  #syncs = 0;
  #lastSyncAt = Number.NEGATIVE_INFINITY;

  /** `startMs`: how long the machine is `creating`. */
  constructor(
    readonly id: number,
    readonly order: Order,
    readonly volume: Volume,
    clock: Clock,
    startMs: number,
  ) {
    this.#clock = clock;
    this.createdAt = clock.now();
    this.#readyAt = this.createdAt.getTime() + startMs;
  }

  get status(): InstanceStatus {
    if (this.#paused) return 'paused';
    return this.#clock.now().getTime() < this.#readyAt ? 'creating' : 'running';
  }

  get gpuName(): string {
    return this.order.offer.gpu_name;
  }

  /** A CPU instance is one without GPUs. */
  get kind(): 'gpu' | 'cpu' {
    return this.order.offer.num_gpus > 0 ? 'gpu' : 'cpu';
  }

  /** running > paused; any other state is a 409 (contract.md 0, rows 2.6 and 2.7). */
  pause(): void {
    this.demandRunning('paused');
    this.#paused = true;
  }

  /** paused > running; any other state is a 409. */
  resume(): void {
    if (this.status !== 'paused') throw this.#refusal('resumed');
    this.#paused = false;
  }

  /** 409 unless the instance is running: "Instance 7 is creating and cannot be <done>". */
  demandRunning(done: string): void {
    if (this.status !== 'running') throw this.#refusal(done);
  }

  /** How many syncs were done. */
  get syncs(): number {
    return this.#syncs;
  }

  /** 409 unless the instance runs, and sooner than `minimumGapMs` after its last sync unless `force`. */
  demandSyncable(minimumGapMs: number, force: boolean): void {
    this.demandRunning('synced');
    const wait = Math.ceil((this.#lastSyncAt + minimumGapMs - this.#clock.now().getTime()) / 1000);
    if (!force && wait > 0) {
      throw new DomainError(409, `Instance ${this.id} was synced moments ago: wait ${wait} s or use force=true`);
    }
  }

  /** A sync was done now. */
  synced(): void {
    this.#lastSyncAt = this.#clock.now().getTime();
    this.#syncs++;
  }

  #refusal(done: string): DomainError {
    return new DomainError(409, `Instance ${this.id} is ${this.status} and cannot be ${done}`);
  }
}
