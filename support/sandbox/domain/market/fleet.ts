import { Random } from '../random';
import { findGpu, type GpuModel } from './catalogue';
import { buildMachine, calendarUntil, type Machine, type MachinePlan, type MachineType } from './machines';

/** How many machines carry a GPU. `singles` and each of `multiples` (its number of GPUs) are surely on offer; `others` come and go. */
interface FleetPlan {
  readonly gpu: string;
  readonly hourly: number;
  readonly singles: number;
  readonly multiples: readonly number[];
  readonly others: number;
  readonly onDemand: number;
}

const fleet = (
  gpu: string,
  hourly: number,
  singles: number,
  multiples: readonly number[],
  others: number,
  onDemand: number,
): FleetPlan => ({ gpu, hourly, singles, multiples, others, onDemand });

/**
 * Typical hourly US$ of one GPU (contract.md, section 5). The ten single RTX 4090 stay under 0.50 with 200 GB of disk at the highest
 * demand, so that parallel scenarios never run out of them (resolutions G18).
 */
const FLEET: readonly FleetPlan[] = [
  fleet('RTX 4090', 0.36, 10, [2, 4], 2, 3),
  fleet('RTX 4080', 0.27, 2, [], 1, 1),
  fleet('RTX 4070 Ti', 0.19, 2, [], 1, 0),
  fleet('RTX 3090', 0.22, 3, [2], 1, 1),
  fleet('RTX 3080', 0.13, 2, [], 1, 1),
  fleet('RTX 3080 Ti', 0.16, 1, [], 1, 0),
  fleet('RTX 3070', 0.1, 2, [], 1, 1),
  fleet('A100', 1.55, 2, [4], 1, 1),
  fleet('A100 PCIE', 1.05, 1, [2], 1, 1),
  fleet('H100', 2.45, 1, [8], 1, 1),
  fleet('H100 PCIE', 2.05, 1, [], 1, 1),
  fleet('A6000', 0.78, 2, [2], 1, 1),
  fleet('A40', 0.64, 1, [], 1, 0),
  fleet('RTX 5090', 0.61, 2, [], 1, 1),
  fleet('RTX 5080', 0.33, 1, [], 1, 1),
  fleet('L4', 0.31, 1, [], 1, 1),
  fleet('L40', 0.92, 1, [], 1, 1),
  fleet('V100', 0.24, 2, [], 1, 0),
  fleet('A5000', 0.26, 2, [], 1, 1),
  fleet('A4000', 0.17, 2, [], 1, 1),
];

const CPU_HOURLY: readonly number[] = [0.035, 0.048, 0.06, 0.082, 0.11];
const SMALLEST_DISK_GB = 120;
const SMALLEST_4090_DISK_GB = 200;
const FIRST_MACHINE_ID = 20_001;

function gpuPlans({ gpu, hourly, singles, multiples, others, onDemand }: FleetPlan, random: Random): MachinePlan[] {
  const model = findGpu(gpu) as GpuModel;
  const minimumDiskGb = gpu === 'RTX 4090' ? SMALLEST_4090_DISK_GB : SMALLEST_DISK_GB;
  const plan = (numGpus: number, type: MachineType, factor: number, listed: boolean): MachinePlan => ({
    model,
    numGpus,
    type,
    price: hourly * numGpus * factor,
    listed,
    minimumDiskGb,
  });
  const times = (count: number, build: () => MachinePlan): MachinePlan[] => Array.from({ length: count }, build);
  return [
    ...times(singles, () => plan(1, 'interruptible', random.between(0.92, 1.08), true)),
    ...multiples.map((numGpus) => plan(numGpus, 'interruptible', random.between(0.95, 1.03), true)),
    ...times(others, () => plan(1, 'interruptible', random.between(0.98, 1.14), false)),
    ...times(onDemand, () => plan(1, 'on-demand', random.between(1.4, 1.75), true)),
  ];
}

const cpuPlan = (price: number): MachinePlan => ({
  model: undefined,
  numGpus: 0,
  type: 'interruptible',
  price,
  listed: true,
  minimumDiskGb: SMALLEST_4090_DISK_GB,
});

/** Every machine of the market, GPU and CPU ones, with its history; the same seed and hour give the same machines. */
export function buildFleet(seed: string, lastHour: number): Machine[] {
  const planning = new Random(`${seed}/fleet`);
  const plans = [...FLEET.flatMap((plan) => gpuPlans(plan, planning)), ...CPU_HOURLY.map(cpuPlan)];
  const calendar = calendarUntil(lastHour);
  return plans.map((plan, index) => {
    const id = FIRST_MACHINE_ID + index;
    return buildMachine(id, plan, calendar, new Random(`${seed}/machine/${id}`));
  });
}
