import { rankEfficiency } from '../domain/efficiency';
import { marketRows } from '../domain/market-view';
import { rankProviders } from '../domain/providers';
import type { QueryOf, ReplyOf } from '../domain/wire';
import { depending } from './depending';
import type { Call, Reply, Values } from './handler';

type Asking<Query> = Call<Values, Query>;
type EfficiencyQuery = QueryOf<'rankGpuEfficiency', 'verified_only' | 'min_reliability' | 'limit'>;
type ProvidersQuery = QueryOf<'rankProviders', 'verified_only' | 'min_observations' | 'min_reliability' | 'order_by' | 'limit'>;

/** Journey 10: the market as the operator sees it. */
export const metricsHandlers = depending('database', {
  getMarket: ({ platform, query }: Asking<QueryOf<'getMarket', 'hours' | 'limit'>>): Reply<ReplyOf<'getMarket'>> => ({
    status: 200,
    body: marketRows(platform.market, query),
  }),

  rankGpuEfficiency: ({ platform, query }: Asking<EfficiencyQuery>): Reply<ReplyOf<'rankGpuEfficiency'>> => ({
    status: 200,
    body: rankEfficiency(platform.market, query),
  }),

  rankProviders: ({ platform, query }: Asking<ProvidersQuery>): Reply<ReplyOf<'rankProviders'>> => ({
    status: 200,
    body: rankProviders(platform.market, query),
  }),
});
