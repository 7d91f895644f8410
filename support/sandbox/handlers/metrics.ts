import { rankEfficiency } from '../domain/market/efficiency';
import { marketRows } from '../domain/market/market-view';
import { rankProviders as providersByRank } from '../domain/market/providers';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function getMarket({ platform, query }: CallOf<'getMarket', 'hours' | 'limit'>): ReplyOf<'getMarket'> {
  return ok(marketRows(platform.market, query));
}

type EfficiencyCall = CallOf<'rankGpuEfficiency', 'verified_only' | 'min_reliability' | 'limit'>;

function rankGpuEfficiency({ platform, query }: EfficiencyCall): ReplyOf<'rankGpuEfficiency'> {
  return ok(rankEfficiency(platform.market, query));
}

type ProvidersCall = CallOf<'rankProviders', 'verified_only' | 'min_observations' | 'min_reliability' | 'order_by' | 'limit'>;

function rankProviders({ platform, query }: ProvidersCall): ReplyOf<'rankProviders'> {
  return ok(providersByRank(platform.market, query));
}

/** Journey 10: the market as the operator sees it. */
export const metricsHandlers = depending('database', { getMarket, rankGpuEfficiency, rankProviders });
