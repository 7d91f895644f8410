import type { Clock } from '../clock';

const HOUR = 3_600_000;

interface Meter {
  readonly pricePerHour: number;
  readonly since: number;
}

/** The prepaid money of one account, in US$: every rented machine is charged by the moment, at the price it has now. */
export class Wallet {
  readonly #clock: Clock;
  readonly #meters = new Map<number, Meter>();
  #settled: number;

  constructor(clock: Clock, funds: number) {
    this.#clock = clock;
    this.#settled = funds;
  }

  /** What is left now; below zero when machines ran on after it was used up. */
  get balance(): number {
    return [...this.#meters.values()].reduce((rest, meter) => rest - this.#due(meter), this.#settled);
  }

  /** Makes `funds` what is left now. */
  set balance(funds: number) {
    this.#settled += funds - this.balance;
  }

  /** From now on the machine costs `pricePerHour`. */
  meter(instanceId: number, pricePerHour: number): void {
    this.stop(instanceId);
    this.#meters.set(instanceId, { pricePerHour, since: this.#clock.now().getTime() });
  }

  /** From now on the machine costs nothing. */
  stop(instanceId: number): void {
    const meter = this.#meters.get(instanceId);
    if (!meter) return;
    this.#settled -= this.#due(meter);
    this.#meters.delete(instanceId);
  }

  /** The machine costs nothing, not even what it has cost since its price last changed. */
  forgive(instanceId: number): void {
    this.#meters.delete(instanceId);
  }

  #due({ pricePerHour, since }: Meter): number {
    return (pricePerHour * (this.#clock.now().getTime() - since)) / HOUR;
  }
}
