import { mean, roundTo } from '../numbers';
import type { QueryOf, ReplyOf } from '../wire';
import type { Machine } from './machines';
import type { Market } from './market';
import { standsIn } from './places';
import { gpuMachines } from './reliability';

type ProviderRow = ReplyOf<'rankProviders'>['rankings'][number];

/** A machine was observed in the hours in which it was not offline; only those count for its prices. */
function rowOf(machine: Machine): ProviderRow {
  const observed = machine.hours.filter((hour) => hour.state !== 'offline');
  const prices = observed.map((hour) => hour.price);
  const tflops = roundTo((machine.model?.tflops ?? 0) * machine.numGpus, 2);
  const seenAt = (index: number): string | null => {
    const hour = observed.at(index);
    return hour === undefined ? null : new Date(hour.at).toISOString();
  };
  return {
    machine_id: machine.id,
    hostname: machine.hostname,
    geolocation: machine.geolocation,
    gpu_name: machine.gpuName,
    verified: machine.verified,
    reliability_score: roundTo(machine.scores.overall / 100, 3),
    availability_score: roundTo(machine.scores.uptime / 100, 3),
    price_stability_score: roundTo(machine.scores.priceStability / 100, 3),
    total_observations: observed.length,
    avg_price: roundTo(mean(prices), 4),
    min_price_seen: Math.min(...prices),
    max_price_seen: Math.max(...prices),
    avg_total_flops: tflops,
    avg_dlperf: roundTo(tflops * mean(observed.map((hour) => hour.performance)), 2),
    first_seen: seenAt(0),
    last_seen: seenAt(-1),
  };
}

/**
 * The GPU machines by one of their figures, highest first. Scores from 0 to 1: reliability is the spot market's overall score and the
 * reliability of the machine's offer, availability its uptime (resolutions J10).
 */
export function rankProviders(
  market: Market,
  query: QueryOf<'rankProviders', 'verified_only' | 'min_observations' | 'min_reliability' | 'order_by' | 'limit'>,
): ReplyOf<'rankProviders'> {
  const rankings = gpuMachines(market, query.gpu_name)
    .map(rowOf)
    .filter((row) => row.verified || !query.verified_only)
    .filter((row) => row.total_observations >= query.min_observations && row.reliability_score >= query.min_reliability)
    .filter((row) => query.geolocation === undefined || standsIn(row.geolocation ?? '', query.geolocation))
    .sort((one, other) => other[query.order_by] - one[query.order_by] || one.machine_id - other.machine_id)
    .slice(0, query.limit);
  return { rankings };
}
