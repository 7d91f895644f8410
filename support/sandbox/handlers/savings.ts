import {
  cloudComparison,
  hibernationStats,
  realSavings,
  savingsBreakdown,
  savingsHistory,
  savingsSummary,
} from '../domain/savings';
import type { QueryOf, ReplyOf } from '../domain/wire';
import { depending } from './depending';
import type { Call, Reply, Values } from './handler';

type Asking<Query> = Call<Values, Query>;

/** Journey 7: what the account saved, drawn from its usage records. */
export const savingsHandlers = depending('database', {
  getRealSavings: ({ platform, tenant, query }: Asking<QueryOf<'getRealSavings', 'days'>>): Reply<ReplyOf<'getRealSavings'>> => ({
    status: 200,
    body: realSavings(tenant.usage, query.days, platform.clock.now()),
  }),

  getSavingsSummary: ({
    platform,
    tenant,
    query,
  }: Asking<QueryOf<'getSavingsSummary', 'period'>>): Reply<ReplyOf<'getSavingsSummary'>> => ({
    status: 200,
    body: savingsSummary(tenant.usage, query.period, platform.clock.now()),
  }),

  getSavingsBreakdown: ({
    platform,
    tenant,
    query,
  }: Asking<QueryOf<'getSavingsBreakdown', 'period'>>): Reply<ReplyOf<'getSavingsBreakdown'>> => ({
    status: 200,
    body: savingsBreakdown(tenant.usage, query.period, platform.clock.now()),
  }),

  getSavingsHistory: ({
    platform,
    tenant,
    query,
  }: Asking<QueryOf<'getSavingsHistory', 'months'>>): Reply<ReplyOf<'getSavingsHistory'>> => ({
    status: 200,
    body: savingsHistory(tenant.usage, query.months, platform.clock.now()),
  }),

  getHibernationStats: ({ tenant }: Call): Reply<ReplyOf<'getHibernationStats'>> => ({
    status: 200,
    body: hibernationStats(tenant.usage),
  }),

  compareClouds: ({ platform, tenant, query }: Asking<QueryOf<'compareClouds', 'period'>>): Reply<ReplyOf<'compareClouds'>> => ({
    status: 200,
    body: cloudComparison(tenant.usage, query.period, platform.clock.now()),
  }),
});
