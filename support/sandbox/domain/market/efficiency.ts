import { mean, roundTo } from '../numbers';
import type { QueryOf, ReplyOf } from '../wire';
import { findGpu, sameGpu } from './catalogue';
import type { Market, Offer } from './market';
import { standsIn } from './places';

type EfficiencyRow = ReplyOf<'rankGpuEfficiency'>['rankings'][number];

/** What an offer gives for each US$: TFLOPS and GB of VRAM of all its GPUs. */
interface Yield {
  readonly offer: Offer;
  readonly tflops: number;
  readonly tflopsPerDollar: number;
  readonly vramPerDollar: number;
}

/** How much the two yields and the reliability weigh in the score. */
const WEIGHTS = { tflops: 0.5, vram: 0.3, reliability: 0.2 };

function yieldOf(offer: Offer): Yield {
  const tflops = (findGpu(offer.gpu_name)?.tflops ?? 0) * offer.num_gpus;
  const vram = offer.gpu_ram * offer.num_gpus;
  return { offer, tflops, tflopsPerDollar: tflops / offer.dph_total, vramPerDollar: vram / offer.dph_total };
}

/** 0 to 100; an offer that gave the market's best in everything would have 100. */
function scoreOf(own: Yield, best: { tflops: number; vram: number }): number {
  const parts =
    WEIGHTS.tflops * (own.tflopsPerDollar / best.tflops) +
    WEIGHTS.vram * (own.vramPerDollar / best.vram) +
    WEIGHTS.reliability * own.offer.reliability;
  return roundTo(100 * parts, 2);
}

/** The deep-learning performance of an offer: its TFLOPS times the part of them that its machine really delivered. */
function dlperfOf(market: Market, { offer, tflops }: Yield): number {
  const machine = market.machines.find(({ id }) => id === offer.machine_id);
  const delivered = machine?.hours.filter((hour) => hour.state !== 'offline').map((hour) => hour.performance) ?? [];
  return roundTo(tflops * mean(delivered), 2);
}

/**
 * The GPU offers by what they give for their price, best first. A score compares with the whole market, so that a filter changes ranks but
 * never scores; `rank_in_class` is the rank among the listed offers of the same GPU.
 */
export function rankEfficiency(
  market: Market,
  query: QueryOf<'rankGpuEfficiency', 'verified_only' | 'min_reliability' | 'limit'>,
): ReplyOf<'rankGpuEfficiency'> {
  const yields = market.offers.filter((offer) => offer.num_gpus > 0).map(yieldOf);
  const best = {
    tflops: Math.max(...yields.map((own) => own.tflopsPerDollar)),
    vram: Math.max(...yields.map((own) => own.vramPerDollar)),
  };
  const wanted = ({ offer }: Yield): boolean =>
    (query.gpu_name === undefined || sameGpu(offer.gpu_name, query.gpu_name)) &&
    (query.machine_type === undefined || offer.machine_type === query.machine_type) &&
    (query.max_price === undefined || offer.dph_total <= query.max_price) &&
    (query.geolocation === undefined || standsIn(offer.geolocation, query.geolocation)) &&
    (offer.verified || !query.verified_only) &&
    offer.reliability >= query.min_reliability;
  const seen = new Map<string, number>();
  const rankings = yields
    .filter(wanted)
    .map((own) => ({ own, score: scoreOf(own, best) }))
    .sort((one, other) => other.score - one.score || one.own.offer.id - other.own.offer.id)
    .slice(0, query.limit)
    .map(({ own, score }, index): EfficiencyRow => {
      const { offer, tflops } = own;
      const rankInClass = (seen.get(offer.gpu_name) ?? 0) + 1;
      seen.set(offer.gpu_name, rankInClass);
      return {
        rank: index + 1,
        rank_in_class: rankInClass,
        offer_id: offer.id,
        gpu_name: offer.gpu_name,
        machine_type: offer.machine_type,
        dph_total: offer.dph_total,
        total_flops: roundTo(tflops, 2),
        gpu_ram: offer.gpu_ram,
        dlperf: dlperfOf(market, own),
        cost_per_tflops: roundTo(1 / own.tflopsPerDollar, 4),
        cost_per_gb_vram: roundTo(1 / own.vramPerDollar, 4),
        efficiency_score: score,
        reliability: offer.reliability,
        verified: offer.verified,
        geolocation: offer.geolocation,
      };
    });
  return { rankings };
}
