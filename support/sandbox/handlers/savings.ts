import {
  cloudComparison,
  hibernationStats,
  realSavings,
  savingsBreakdown,
  savingsHistory,
  savingsSummary,
} from '../domain/savings';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

function getRealSavings({ platform, tenant, query }: CallOf<'getRealSavings', 'days'>): ReplyOf<'getRealSavings'> {
  return ok(realSavings(tenant.usage, query.days, platform.clock.now()));
}

function getSavingsSummary({ platform, tenant, query }: CallOf<'getSavingsSummary', 'period'>): ReplyOf<'getSavingsSummary'> {
  return ok(savingsSummary(tenant.usage, query.period, platform.clock.now()));
}

type BreakdownCall = CallOf<'getSavingsBreakdown', 'period'>;

function getSavingsBreakdown({ platform, tenant, query }: BreakdownCall): ReplyOf<'getSavingsBreakdown'> {
  return ok(savingsBreakdown(tenant.usage, query.period, platform.clock.now()));
}

function getSavingsHistory({ platform, tenant, query }: CallOf<'getSavingsHistory', 'months'>): ReplyOf<'getSavingsHistory'> {
  return ok(savingsHistory(tenant.usage, query.months, platform.clock.now()));
}

function getHibernationStats({ tenant }: CallOf<'getHibernationStats'>): ReplyOf<'getHibernationStats'> {
  return ok(hibernationStats(tenant.usage));
}

function compareClouds({ platform, tenant, query }: CallOf<'compareClouds', 'period'>): ReplyOf<'compareClouds'> {
  return ok(cloudComparison(tenant.usage, query.period, platform.clock.now()));
}

/** Journey 7: what the account saved, drawn from its usage records. */
export const savingsHandlers = depending('database', {
  getRealSavings,
  getSavingsSummary,
  getSavingsBreakdown,
  getSavingsHistory,
  getHibernationStats,
  compareClouds,
});
