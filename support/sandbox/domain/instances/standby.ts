import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import { DomainError } from '../errors';
import type { Timings } from '../timings';
import { StandbyPair } from './standby-pair';

const HOURS_PER_MONTH = 720;
/** US$ per month of an e2-medium (contract.md 4.2). */
const SPOT_PER_MONTH = 7.2;
const REGULAR_PER_MONTH = 25;

export interface StandbyConfig {
  readonly gcp_zone: string;
  readonly gcp_machine_type: string;
  readonly gcp_disk_size: number;
  readonly gcp_spot: boolean;
  /** Seconds. */
  readonly sync_interval: number;
  readonly auto_failover: boolean;
  readonly auto_recovery: boolean;
}

/** The zone has no default of its own in a request: an account keeps the one it has (resolutions J4 c). */
const INITIAL: StandbyConfig = {
  gcp_zone: 'us-central1-a',
  gcp_machine_type: 'e2-medium',
  gcp_disk_size: 100,
  gcp_spot: true,
  sync_interval: 30,
  auto_failover: true,
  auto_recovery: true,
};

/** The auto-standby of one account: its switch, its configuration and its pairs by the id of the GPU instance. */
export class Standby {
  readonly pairs = new Map<number, StandbyPair>();
  #config = INITIAL;
  #enabled = false;
  #everConfigured = false;

  constructor(
    private readonly clock: Clock,
    private readonly timings: Timings,
  ) {}

  get config(): StandbyConfig {
    return this.#config;
  }

  get enabled(): boolean {
    return this.#enabled;
  }

  /** Whether somebody configured it, at least once. */
  get everConfigured(): boolean {
    return this.#everConfigured;
  }

  /** US$ per month of one CPU as it is configured now. */
  get monthlyPrice(): number {
    return this.#config.gcp_spot ? SPOT_PER_MONTH : REGULAR_PER_MONTH;
  }

  /** Switches it on or off for the instances to come; what `changes` leaves out stays as it is. */
  configure(enabled: boolean, changes: Partial<StandbyConfig>): void {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#config = { ...this.#config, ...Object.fromEntries(given) };
    this.#enabled = enabled;
    this.#everConfigured = true;
  }

  /** Orders a CPU that stands by for that GPU instance. */
  pair(gpuInstanceId: number): StandbyPair {
    const { gcp_zone: zone, gcp_machine_type: machineType, sync_interval } = this.#config;
    const mark = createHash('sha256').update(`standby/${gpuInstanceId}`).digest();
    const machine = {
      name: `standby-${gpuInstanceId}-${mark.toString('hex', 0, 2)}`,
      zone,
      ip: `203.0.113.${1 + (mark.readUInt16BE(2) % 254)}`,
      machineType,
      pricePerHour: this.monthlyPrice / HOURS_PER_MONTH,
    };
    const pair = new StandbyPair(gpuInstanceId, machine, this.clock, this.timings, sync_interval * 1000);
    this.pairs.set(gpuInstanceId, pair);
    return pair;
  }

  /** 404 when that GPU instance has no pair. */
  find(gpuInstanceId: number): StandbyPair {
    const pair = this.pairs.get(gpuInstanceId);
    if (!pair) throw new DomainError(404, `No standby association for instance ${gpuInstanceId}`);
    return pair;
  }

  /** Ends a pair and destroys its CPU; 404 as in `find`. */
  remove(gpuInstanceId: number): void {
    this.pairs.delete(this.find(gpuInstanceId).gpuInstanceId);
  }

  /**
   * Says what becomes of the CPU when its GPU is destroyed: it goes along only when the user wanted both gone (contract.md 5), else it
   * stays as an orphan. `none` when there was no pair.
   */
  gpuDestroyed(gpuInstanceId: number, reason: string, destroyStandby: boolean): 'none' | 'destroyed' | 'kept' {
    const pair = this.pairs.get(gpuInstanceId);
    if (!pair) return 'none';
    if (destroyStandby && reason === 'user_request') {
      this.pairs.delete(gpuInstanceId);
      return 'destroyed';
    }
    pair.gpuLost(reason);
    return 'kept';
  }
}
