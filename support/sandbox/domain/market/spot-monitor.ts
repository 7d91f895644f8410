import { mean, roundTo, sum } from '../numbers';
import type { QueryOf, ReplyOf, Schema } from '../wire';
import { sameGpu } from './catalogue';
import type { Market, Offer } from './market';
import { regionOf } from './places';

const HOURS_OF_A_DAY = 24;
/** A price has a trend when it is more than this part away from the mean of the day before (contract.md, section 5, "Spot"). */
const TREND_THRESHOLD = 0.05;

type AvailableGpu = ReplyOf<'listSpotAvailability'>['gpus'][number];

const gpusOf = (offers: readonly Offer[]): number => sum(offers.map((offer) => offer.num_gpus));

/** The market's GPUs, or the one that the filter names in any spelling; an unknown one is none (resolutions 2.5). */
function monitoredNames(market: Market, gpuName: string | undefined): string[] {
  const names = market.gpus().map(({ name }) => name);
  return gpuName === undefined ? names : names.filter((name) => sameGpu(name, gpuName));
}

function monitoredGpu(market: Market, name: string): Schema<'SpotPrice'> {
  const spot = market.spotPrice(name);
  const onDemand = market.onDemandPrice(name);
  const offers = market.offersOf(name);
  const yesterday = market.history(name).slice(-HOURS_OF_A_DAY - 1, -1);
  const prices = yesterday.map(({ spotPrice }) => spotPrice);
  const change = spot / mean(prices) - 1;
  return {
    gpu_name: name,
    spot_price: spot,
    ondemand_price: onDemand,
    savings_percent: roundTo((100 * (onDemand - spot)) / onDemand, 2),
    available_gpus: gpusOf(offers),
    total_offers: offers.length,
    price_trend: change > TREND_THRESHOLD ? 'up' : change < -TREND_THRESHOLD ? 'down' : 'stable',
    min_price: Math.min(spot, ...prices),
    last_update: market.now.toISOString(),
  };
}

/** Spot against on-demand price (US$ per hour) of each GPU; `min_price` is the lowest of the last 24 hours, `best_deal` saves most. */
export function monitorSpot(market: Market, query: QueryOf<'monitorSpotPrices'>): ReplyOf<'monitorSpotPrices'> {
  const items = monitoredNames(market, query.gpu_name).map((name) => monitoredGpu(market, name));
  const mostSaved = Math.max(...items.map(({ savings_percent }) => savings_percent));
  return {
    items,
    total_gpus_monitored: items.length,
    avg_savings_percent: roundTo(mean(items.map(({ savings_percent }) => savings_percent)), 2),
    best_deal: items.find(({ savings_percent }) => savings_percent === mostSaved) ?? null,
    generated_at: market.now.toISOString(),
  };
}

function timeToProvision(available: number): AvailableGpu['time_to_provision'] {
  if (available > 20) return '< 1 min';
  return available > 5 ? '1-3 min' : '3-5 min';
}

function availableGpu(market: Market, name: string): AvailableGpu {
  const offers = market.offersOf(name);
  const regions: Record<string, number> = {};
  for (const offer of offers) {
    const region = regionOf(offer.geolocation) ?? offer.geolocation;
    regions[region] = (regions[region] ?? 0) + offer.num_gpus;
  }
  return {
    gpu_name: name,
    available_now: gpusOf(offers),
    spot_price: market.spotPrice(name),
    time_to_provision: timeToProvision(gpusOf(offers)),
    regions,
    verified_count: gpusOf(offers.filter((offer) => offer.verified)),
    best_offer_id: (offers[0] as Offer).id,
  };
}

/** How many GPUs of each kind can be had now, most first; `fastest_gpu` is the most plentiful one. */
export function spotAvailability(
  market: Market,
  query: QueryOf<'listSpotAvailability', 'min_available'>,
): ReplyOf<'listSpotAvailability'> {
  const gpus = monitoredNames(market, query.gpu_name)
    .map((name) => availableGpu(market, name))
    .filter(({ available_now }) => available_now >= query.min_available)
    .sort((one, other) => other.available_now - one.available_now);
  return {
    gpus,
    total_available: sum(gpus.map(({ available_now }) => available_now)),
    fastest_gpu: gpus[0]?.gpu_name ?? null,
    generated_at: market.now.toISOString(),
  };
}
