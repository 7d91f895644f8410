import { mean, median, roundTo, sum } from '../numbers';
import type { QueryOf, ReplyOf, Schema } from '../wire';
import { sameGpu } from './catalogue';
import { HOUR_MS, type MachineType } from './machines';
import type { Market, Observation } from './market';

const MACHINE_TYPES: readonly MachineType[] = ['interruptible', 'on-demand'];

function regionsOf(observations: readonly Observation[]): Record<string, number> {
  const regions: Record<string, number> = {};
  for (const { machine } of observations) regions[machine.region] = (regions[machine.region] ?? 0) + 1;
  return regions;
}

function rowOf(at: Date, gpuName: string, type: MachineType, onOffer: readonly Observation[]): Schema<'MarketRow'> {
  const prices = onOffer.map(({ hour }) => hour.price);
  const tflops = onOffer.map(({ machine }) => (machine.model?.tflops ?? 0) * machine.numGpus);
  const costs = prices.map((price, index) => price / (tflops[index] ?? 1));
  return {
    timestamp: at.toISOString(),
    gpu_name: gpuName,
    machine_type: type,
    min_price: Math.min(...prices),
    max_price: Math.max(...prices),
    avg_price: roundTo(mean(prices), 4),
    median_price: roundTo(median(prices), 4),
    total_offers: onOffer.length,
    available_gpus: sum(onOffer.map(({ machine }) => machine.numGpus)),
    verified_offers: onOffer.filter(({ machine }) => machine.verified).length,
    avg_reliability: roundTo(mean(onOffer.map(({ machine }) => machine.scores.overall)) / 100, 3),
    avg_total_flops: roundTo(mean(tflops), 2),
    avg_dlperf: roundTo(mean(onOffer.map(({ hour }, index) => hour.performance * (tflops[index] ?? 0))), 2),
    min_cost_per_tflops: roundTo(Math.min(...costs), 4),
    avg_cost_per_tflops: roundTo(mean(costs), 4),
    region_distribution: regionsOf(onOffer),
  };
}

/**
 * The market's last `hours` hours, the current one first: a row for each hour, GPU and machine type of which something was on offer. Prices in
 * US$ per hour of a whole offer, so that the current hour's lowest is the spot price. An unknown GPU has no rows.
 */
export function marketRows(market: Market, query: QueryOf<'getMarket', 'hours' | 'limit'>): ReplyOf<'getMarket'> {
  const names = market
    .gpus()
    .map(({ name }) => name)
    .filter((name) => query.gpu_name === undefined || sameGpu(name, query.gpu_name));
  const types = MACHINE_TYPES.filter((type) => query.machine_type === undefined || type === query.machine_type);
  const oldest = market.now.getTime() - query.hours * HOUR_MS;
  const data = names
    .flatMap((name) => market.history(name).map((hour) => ({ name, hour })))
    .filter(({ hour }) => hour.at.getTime() > oldest)
    .sort((one, other) => other.hour.at.getTime() - one.hour.at.getTime())
    .flatMap(({ name, hour }) =>
      types.map((type) => ({ name, hour, type, onOffer: hour.onOffer.filter(({ machine }) => machine.type === type) })),
    )
    .filter(({ onOffer }) => onOffer.length > 0)
    .slice(0, query.limit)
    .map(({ name, hour, type, onOffer }) => rowOf(hour.at, name, type, onOffer));
  return { data };
}
