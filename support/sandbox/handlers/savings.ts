import { gpuComparison } from '../domain/market/reference-prices';
import {
  cloudComparison,
  hibernationStats,
  realSavings,
  savingsBreakdown,
  savingsHistory,
  savingsSummary,
} from '../domain/savings/savings';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function getRealSavings({ tenant, query }: CallOf<'getRealSavings', 'days'>): ReplyOf<'getRealSavings'> {
  return ok(realSavings(tenant.usage, query.days, tenant.clock.now()));
}

function getSavingsSummary({ tenant, query }: CallOf<'getSavingsSummary', 'period'>): ReplyOf<'getSavingsSummary'> {
  return ok(savingsSummary(tenant.usage, query.period, tenant.clock.now()));
}

type BreakdownCall = CallOf<'getSavingsBreakdown', 'period'>;

function getSavingsBreakdown({ tenant, query }: BreakdownCall): ReplyOf<'getSavingsBreakdown'> {
  return ok(savingsBreakdown(tenant.usage, query.period, tenant.clock.now()));
}

function getSavingsHistory({ tenant, query }: CallOf<'getSavingsHistory', 'months'>): ReplyOf<'getSavingsHistory'> {
  return ok(savingsHistory(tenant.usage, query.months, tenant.clock.now()));
}

function getHibernationStats({ tenant }: CallOf<'getHibernationStats'>): ReplyOf<'getHibernationStats'> {
  return ok(hibernationStats(tenant.usage));
}

function compareClouds({ tenant, query }: CallOf<'compareClouds', 'period'>): ReplyOf<'compareClouds'> {
  return ok(cloudComparison(tenant.usage, query.period, tenant.clock.now()));
}

function compareGpuPrices({ params }: CallOf<'compareGpuPrices'>): ReplyOf<'compareGpuPrices'> {
  return ok(gpuComparison(params.gpu_type));
}

/** Journey 7: what the account saved, drawn from its usage records, and what anybody would save with a GPU. */
export const savingsHandlers = depending('database', {
  getRealSavings,
  getSavingsSummary,
  getSavingsBreakdown,
  getSavingsHistory,
  getHibernationStats,
  compareClouds,
  compareGpuPrices,
});
