import { mean, roundTo, sum } from '../numbers';
import type { QueryOf, ReplyOf } from '../wire';
import { sameGpu } from './catalogue';
import { HISTORY_DAYS, type Machine } from './machines';
import type { Market } from './market';

const EXCELLENT = 85;

type ReliabilityRow = ReplyOf<'rankSpotReliability'>['items'][number];

function labelOf(score: number): ReliabilityRow['recommendation'] {
  if (score >= EXCELLENT) return 'excellent';
  if (score >= 70) return 'good';
  return score >= 50 ? 'fair' : 'poor';
}

function rowOf(machine: Machine): ReliabilityRow {
  const { overall, uptime, priceStability, performance } = machine.scores;
  return {
    machine_id: machine.id,
    hostname: machine.hostname,
    geolocation: machine.geolocation,
    gpu_name: machine.gpuName,
    overall_score: overall,
    uptime_score: uptime,
    price_stability_score: priceStability,
    performance_score: performance,
    history_days: HISTORY_DAYS,
    total_rentals: sum(machine.hours.map((hour) => hour.rentals)),
    recommendation: labelOf(overall),
  };
}

/** The GPU machines of the market, on offer or not; with a name only those with that GPU, none for an unknown one. */
export function gpuMachines(market: Market, gpuName?: string): Machine[] {
  return market.machines.filter(
    (machine) => machine.model !== undefined && (gpuName === undefined || sameGpu(machine.gpuName, gpuName)),
  );
}

/** The machines by overall score (0 to 100, from uptime, price stability and performance), the most reliable first. */
export function rankReliability(
  market: Market,
  query: QueryOf<'rankSpotReliability', 'min_score' | 'limit'>,
): ReplyOf<'rankSpotReliability'> {
  const items = gpuMachines(market, query.gpu_name)
    .map(rowOf)
    .filter(({ overall_score }) => overall_score >= query.min_score)
    .sort((one, other) => other.overall_score - one.overall_score || one.machine_id - other.machine_id)
    .slice(0, query.limit);
  return {
    items,
    excellent_providers: items.filter(({ overall_score }) => overall_score >= EXCELLENT).length,
    avg_score: roundTo(mean(items.map(({ overall_score }) => overall_score)), 1),
    generated_at: market.now.toISOString(),
  };
}
