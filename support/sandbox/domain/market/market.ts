import { DomainError } from '../errors';
import { roundTo, sum } from '../numbers';
import { CPU_NAME, findGpu, GPU_MODELS, type GpuModel, sameGpu } from './catalogue';
import { buildFleet } from './fleet';
import { HOUR_MS, type Machine, type MachineHour, type MachineType } from './machines';

/** What can be rented now, in the names of the wire (contract.md, section 2); `gpu_ram`, `cpu_ram` and `disk_space` in GB, `dph_total` in US$ per hour. */
export interface Offer {
  readonly id: number;
  readonly machine_id: number;
  readonly machine_type: MachineType;
  readonly gpu_name: string;
  readonly num_gpus: number;
  readonly gpu_ram: number;
  readonly cpu_cores: number;
  readonly cpu_ram: number;
  readonly disk_space: number;
  readonly inet_down: number;
  readonly inet_up: number;
  readonly dph_total: number;
  readonly geolocation: string;
  readonly reliability: number;
  readonly cuda_version: string;
  readonly verified: boolean;
  readonly static_ip: boolean;
}

/** One machine in one hour of a GPU's history. */
export interface Observation {
  readonly machine: Machine;
  readonly hour: MachineHour;
}

/**
 * What the market of one GPU was like in one hour. `onOffer`: the machines that could be rented, the cheapest first; `spotPrice`: the
 * cheapest of them, or of all machines when every one was taken. `rentals` and `interruptions` are those of interruptible machines.
 */
export interface GpuHour {
  readonly at: Date;
  readonly onOffer: readonly Observation[];
  readonly machines: number;
  readonly spotPrice: number;
  readonly rentals: number;
  readonly interruptions: number;
}

const FIRST_OFFER_ID = 100_001;
const OFFER_STEP = 7;

function offerOf(machine: Machine, index: number): Offer {
  return {
    id: FIRST_OFFER_ID + index * OFFER_STEP,
    machine_id: machine.id,
    machine_type: machine.type,
    gpu_name: machine.gpuName,
    num_gpus: machine.numGpus,
    gpu_ram: machine.model?.vramGb ?? 0,
    cpu_cores: machine.cpuCores,
    cpu_ram: machine.cpuRamGb,
    disk_space: machine.diskGb,
    inet_down: machine.inetDownMbps,
    inet_up: machine.inetUpMbps,
    dph_total: (machine.hours.at(-1) as MachineHour).price,
    geolocation: machine.geolocation,
    reliability: roundTo(machine.scores.overall / 100, 3),
    cuda_version: machine.cudaVersion,
    verified: machine.verified,
    static_ip: machine.staticIp,
  };
}

/** Cheapest first; of two at the same price the more reliable one, then the lower id. */
export function byPrice(one: Offer, other: Offer): number {
  return one.dph_total - other.dph_total || other.reliability - one.reliability || one.id - other.id;
}

/**
 * The market of one process: what is on offer and how it came to that. Its clock is `now` and stands still (resolutions G21); the same
 * seed and hour give the same market.
 */
export class Market {
  /** Every machine, on offer or not. */
  readonly machines: readonly Machine[];
  /** GPU and CPU-only offers (`num_gpus` 0, `gpu_name` "CPU"), cheapest first. */
  readonly offers: readonly Offer[];
  private readonly offersByGpu = new Map<string, Offer[]>();
  private readonly hoursOf = new Map<string, readonly GpuHour[]>();

  constructor(
    readonly seed: string,
    readonly now: Date,
  ) {
    this.machines = buildFleet(seed, Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
    this.offers = this.machines
      .map((machine, index) => ({ machine, offer: offerOf(machine, index) }))
      .filter(({ machine }) => machine.hours.at(-1)?.state === 'free')
      .map(({ offer }) => offer)
      .sort(byPrice);
    for (const offer of this.offers) {
      this.offersByGpu.set(offer.gpu_name, [...(this.offersByGpu.get(offer.gpu_name) ?? []), offer]);
    }
  }

  /** The offers of a GPU in any spelling, cheapest first; empty for one that nobody offers. */
  offersOf(gpuName: string): readonly Offer[] {
    return this.offersByGpu.get(findGpu(gpuName)?.name ?? (sameGpu(gpuName, CPU_NAME) ? CPU_NAME : gpuName)) ?? [];
  }

  /** The catalogue's GPUs that somebody offers now. */
  gpus(): readonly GpuModel[] {
    return GPU_MODELS.filter((model) => this.offersOf(model.name).length > 0);
  }

  /** The catalogue's GPU of that spelling, or the 404 of a path with an unknown one. */
  gpu(spelling: string): GpuModel {
    const model = findGpu(spelling);
    if (model === undefined) throw new DomainError(404, `GPU not found: ${spelling}`);
    return model;
  }

  /** US$ per hour: the lowest `dph_total` of that GPU's offers, the one price that every view shows. 404 when nobody offers it. */
  spotPrice(gpuName: string): number {
    const cheapest = this.offersOf(gpuName)[0];
    if (cheapest === undefined) throw new DomainError(404, `No offers for GPU: ${gpuName}`);
    return cheapest.dph_total;
  }

  /** US$ per hour of the cheapest on-demand offer of a GPU; where nobody makes one, the spot price and a half (contract.md, section 5). */
  onDemandPrice(gpuName: string): number {
    const cheapest = this.offersOf(gpuName).find((offer) => offer.machine_type === 'on-demand');
    return cheapest?.dph_total ?? roundTo(this.spotPrice(gpuName) * 1.5, 4);
  }

  /** A GPU's hours, oldest first and the current one last; its last `onOffer` are the machines behind `offersOf`. */
  history(gpuName: string): readonly GpuHour[] {
    const model = this.gpu(gpuName);
    const known = this.hoursOf.get(model.name);
    if (known !== undefined) return known;
    const machines = this.machines.filter((machine) => machine.model === model);
    const length = machines[0]?.hours.length ?? 0;
    const hours = Array.from({ length }, (_, index) =>
      hourOf(machines.map((machine) => ({ machine, hour: machine.hours[index] as MachineHour }))),
    );
    this.hoursOf.set(model.name, hours);
    return hours;
  }
}

function hourOf(observations: readonly Observation[]): GpuHour {
  const cheapestFirst = [...observations].sort(
    (one, other) => one.hour.price - other.hour.price || one.machine.id - other.machine.id,
  );
  const onOffer = cheapestFirst.filter(({ hour }) => hour.state === 'free');
  const interruptible = observations.filter(({ machine }) => machine.type === 'interruptible').map(({ hour }) => hour);
  return {
    at: new Date(observations[0]?.hour.at ?? 0),
    onOffer,
    machines: observations.length,
    spotPrice: (onOffer[0] ?? cheapestFirst[0])?.hour.price ?? 0,
    rentals: sum(interruptible.map((hour) => hour.rentals)),
    interruptions: sum(interruptible.map((hour) => hour.interruptions)),
  };
}
