import { clamp, mean, roundTo, variation } from '../numbers';
import type { Random } from '../random';
import { CPU_NAME, type GpuModel } from './catalogue';
import { placesIn, REGIONS, type Region } from './places';

export const HOUR_MS = 3_600_000;
export const HISTORY_DAYS = 14;
export const HISTORY_HOURS = HISTORY_DAYS * 24;

/** `on-demand` machines have a fixed price and are never interrupted; `interruptible` ones follow the demand. */
export type MachineType = 'on-demand' | 'interruptible';

/** One hour of a machine's life; `price` in US$ per hour for the whole machine, `performance` as a part of the nominal one. */
export interface MachineHour {
  readonly at: number;
  readonly state: 'free' | 'rented' | 'offline';
  readonly price: number;
  readonly rentals: number;
  readonly interruptions: number;
  readonly performance: number;
}

/** Scores from 0 to 100 with one decimal, computed from the machine's hours. */
export interface ReliabilityScores {
  readonly overall: number;
  readonly uptime: number;
  readonly priceStability: number;
  readonly performance: number;
}

/** A machine of a provider with its last `HISTORY_HOURS` hours, the current one last. */
export interface Machine {
  readonly id: number;
  readonly hostname: string;
  readonly model: GpuModel | undefined;
  readonly gpuName: string;
  readonly numGpus: number;
  readonly type: MachineType;
  readonly region: Region;
  readonly geolocation: string;
  readonly verified: boolean;
  readonly staticIp: boolean;
  readonly cpuCores: number;
  readonly cpuRamGb: number;
  readonly diskGb: number;
  readonly inetDownMbps: number;
  readonly inetUpMbps: number;
  readonly cudaVersion: string;
  readonly hours: readonly MachineHour[];
  readonly scores: ReliabilityScores;
}

/** What a machine is made from. `price`: US$ per hour of the whole machine at mean demand; `listed`: surely on offer in the current hour. */
export interface MachinePlan {
  readonly model: GpuModel | undefined;
  readonly numGpus: number;
  readonly type: MachineType;
  readonly price: number;
  readonly listed: boolean;
  readonly minimumDiskGb: number;
}

/** How much the world wants GPUs in an hour, from 0 (night, UTC) to 1 (afternoon of a working day). */
export function demandAt(at: number): number {
  const moment = new Date(at);
  const ofTheDay = 0.5 - 0.5 * Math.cos((2 * Math.PI * (moment.getUTCHours() - 4)) / 24);
  const weekend = moment.getUTCDay() === 0 || moment.getUTCDay() === 6;
  return weekend ? ofTheDay * 0.6 : ofTheDay;
}

/** An hour that every machine lived through. */
export interface CalendarHour {
  readonly at: number;
  readonly demand: number;
}

/** The hours of every machine's history; the last starts at `lastHour` (ms). */
export function calendarUntil(lastHour: number): CalendarHour[] {
  return Array.from({ length: HISTORY_HOURS }, (_, index) => {
    const at = lastHour - (HISTORY_HOURS - 1 - index) * HOUR_MS;
    return { at, demand: demandAt(at) };
  });
}

const LARGEST_DRIFT = 0.07;

function livedHours(plan: MachinePlan, calendar: readonly CalendarHour[], random: Random): MachineHour[] {
  const careless = random.chance(0.25);
  const offlineChance = random.between(0.0005, careless ? 0.06 : 0.008);
  const volatility = random.between(0.6, 1.4);
  const strength = random.between(careless ? 0.5 : 0.85, 0.995);
  const hours: MachineHour[] = [];
  let drift = 0;
  let offlineLeft = 0;
  for (const { at, demand } of calendar) {
    drift = clamp(drift * 0.9 + random.between(-0.02, 0.02) * volatility, -LARGEST_DRIFT, LARGEST_DRIFT);
    if (offlineLeft > 0) offlineLeft--;
    else if (random.chance(offlineChance)) offlineLeft = random.integer(1, 6);
    const rented = random.chance(0.15 + 0.45 * demand);
    const state = plan.listed && at === calendar.at(-1)?.at ? 'free' : offlineLeft > 0 ? 'offline' : rented ? 'rented' : 'free';
    const interruptible = plan.type === 'interruptible';
    const rentals = state === 'offline' ? 0 : random.integer(16, 48);
    hours.push({
      at,
      state,
      price: roundTo(plan.price * (interruptible ? (0.92 + 0.16 * demand) * (1 + drift) : 1), 4),
      rentals,
      interruptions: interruptible ? interruptionsOf(rentals, (0.035 + 0.2 * demand ** 2) * volatility, random) : 0,
      performance: clamp(strength + random.between(-0.03, 0.01), 0, 1),
    });
  }
  return hours;
}

/** About `rate` of the rentals, in some hours up to half more or less; whole rentals, rounded by chance so that no rate is too low to show. */
function interruptionsOf(rentals: number, rate: number, random: Random): number {
  const expected = rentals * rate * random.between(0.5, 1.5);
  return Math.min(rentals, Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0));
}

function scoresOf(hours: readonly MachineHour[]): ReliabilityScores {
  const online = hours.filter((hour) => hour.state !== 'offline');
  const uptime = roundTo((100 * online.length) / hours.length, 1);
  const priceStability = roundTo(clamp(100 - 150 * variation(hours.map((hour) => hour.price)), 0, 100), 1);
  const performance = roundTo(100 * mean(online.map((hour) => hour.performance)), 1);
  return { overall: roundTo(0.5 * uptime + 0.2 * priceStability + 0.3 * performance, 1), uptime, priceStability, performance };
}

/** Builds one machine and the history behind it; the last hour of the calendar is its present. */
export function buildMachine(id: number, plan: MachinePlan, calendar: readonly CalendarHour[], random: Random): Machine {
  const region = random.pick(REGIONS);
  const geolocation = random.pick(placesIn(region));
  const verified = random.chance(0.65);
  const cores = plan.model === undefined ? random.pick([4, 8, 16]) : Math.max(8, plan.numGpus * random.pick([8, 12, 16]));
  const ramPerCore = random.pick([4, 6, 8]);
  const down = random.integer(200, 4_500);
  const machine = {
    id,
    hostname: `host-${id}.${region.toLowerCase()}.provider.example`,
    model: plan.model,
    gpuName: plan.model?.name ?? CPU_NAME,
    numGpus: plan.numGpus,
    type: plan.type,
    region,
    geolocation,
    verified,
    staticIp: verified && random.chance(0.5),
    cpuCores: cores,
    cpuRamGb: cores * ramPerCore,
    diskGb: plan.minimumDiskGb + 20 * random.integer(0, 60),
    inetDownMbps: down,
    inetUpMbps: Math.max(120, Math.round(down * random.between(0.4, 0.9))),
    cudaVersion: random.pick(['12.1', '12.4', '12.6']),
  };
  const hours = livedHours(plan, calendar, random);
  return { ...machine, hours, scores: scoresOf(hours) };
}
