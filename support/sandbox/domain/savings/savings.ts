import { roundTo, sum } from '../numbers';
import type { ReplyOf, Schema } from '../wire';
import type { HibernationRecord, UsageLedger, UsageRecord } from './usage';

const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Days of a period (contract.md, section 5); everything has no limit (resolutions J7). */
const DAYS_OF: Readonly<Record<Schema<'Period'>, number>> = {
  day: 1,
  week: 7,
  month: 30,
  year: 365,
  all: Number.POSITIVE_INFINITY,
};

interface Totals {
  readonly centihours: number;
  readonly cost: number;
  readonly aws: number;
  readonly gcp: number;
  readonly azure: number;
}

/** Sums of whole cents and hundredths of an hour: exact in any order and grouping. */
function totalsOf(records: readonly UsageRecord[]): Totals {
  return {
    centihours: sum(records.map((record) => record.centihours)),
    cost: sum(records.map((record) => record.costCents)),
    aws: sum(records.map((record) => record.awsCents)),
    gcp: sum(records.map((record) => record.gcpCents)),
    azure: sum(records.map((record) => record.azureCents)),
  };
}

const hundredths = (amount: number): number => amount / 100;
const percentSaved = (cost: number, reference: number): number =>
  reference === 0 ? 0 : roundTo((100 * (reference - cost)) / reference, 2);

/**
 * What began in the last `days` days. They are counted in whole UTC days, so that what a period holds does not depend on the hour of the
 * question: the last day is yesterday and today.
 */
function inLastDays<Dated extends { readonly from: Date }>(entries: readonly Dated[], days: number, now: Date): Dated[] {
  const since = (Math.floor(now.getTime() / DAY_MS) - days) * DAY_MS;
  return entries.filter(({ from }) => from.getTime() >= since);
}

function groupedBy<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}

/** What the account spent in a period and what the same hours would have cost elsewhere (US$); savings are against AWS (resolutions J7). */
export function savingsSummary(ledger: UsageLedger, period: Schema<'Period'>, now: Date): ReplyOf<'getSavingsSummary'> {
  const { centihours, cost, aws, gcp, azure } = totalsOf(inLastDays(ledger.records(now), DAYS_OF[period], now));
  const hibernations = inLastDays(ledger.hibernations(), DAYS_OF[period], now);
  return {
    period,
    total_hours: hundredths(centihours),
    total_cost_dumont: hundredths(cost),
    total_cost_aws: hundredths(aws),
    total_cost_gcp: hundredths(gcp),
    total_cost_azure: hundredths(azure),
    total_savings: hundredths(aws - cost),
    savings_vs_aws: hundredths(aws - cost),
    savings_vs_gcp: hundredths(gcp - cost),
    savings_vs_azure: hundredths(azure - cost),
    savings_percentage_avg: percentSaved(cost, aws),
    auto_hibernate_savings: hundredths(sum(hibernations.map(({ savedCents }) => savedCents))),
  };
}

/** The same amounts by GPU, the one that saved most first. */
export function savingsBreakdown(ledger: UsageLedger, period: Schema<'Period'>, now: Date): ReplyOf<'getSavingsBreakdown'> {
  const records = inLastDays(ledger.records(now), DAYS_OF[period], now);
  const rows = [...groupedBy(records, ({ gpuName }) => gpuName)].map(([gpu, own]) => {
    const { centihours, cost, aws, gcp, azure } = totalsOf(own);
    return {
      gpu,
      hours: hundredths(centihours),
      cost: hundredths(cost),
      aws: hundredths(aws),
      gcp: hundredths(gcp),
      azure: hundredths(azure),
      savings: hundredths(aws - cost),
    };
  });
  return { gpu_breakdown: rows.sort((one, other) => other.savings - one.savings) };
}

/** The last `months` calendar months (UTC), oldest first and the current one last, those without use as zeros. */
export function savingsHistory(ledger: UsageLedger, months: number, now: Date): ReplyOf<'getSavingsHistory'> {
  const byMonth = groupedBy(ledger.records(now), ({ from }) => ordinal(from));
  const rows = Array.from({ length: months }, (_, index) => {
    const month = ordinal(now) - months + 1 + index;
    const { cost, aws } = totalsOf(byMonth.get(month) ?? []);
    return {
      year: Math.floor(month / 12),
      month: MONTHS[month % 12] ?? MONTHS[0],
      dumont: hundredths(cost),
      aws: hundredths(aws),
      savings: hundredths(aws - cost),
    };
  });
  return { monthly_data: rows };
}

const ordinal = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** The account's costs in a period beside those of each cloud. */
export function cloudComparison(ledger: UsageLedger, period: Schema<'Period'>, now: Date): ReplyOf<'compareClouds'> {
  const { cost, aws, gcp, azure } = totalsOf(inLastDays(ledger.records(now), DAYS_OF[period], now));
  const against = (reference: number): Schema<'CloudCost'> => ({
    cost: hundredths(reference),
    savings: hundredths(reference - cost),
    savings_percent: percentSaved(cost, reference),
  });
  return {
    cloud_comparison: { dumont: { cost: hundredths(cost) }, aws: against(aws), gcp: against(gcp), azure: against(azure) },
  };
}

const hoursSaved = (records: readonly HibernationRecord[]): number =>
  hundredths(sum(records.map(({ centihours }) => centihours)));
const usdSaved = (records: readonly HibernationRecord[]): number => hundredths(sum(records.map(({ savedCents }) => savedCents)));

/** What hibernation saved in the last `days` days, in all and by GPU; kept apart from the savings against the clouds (resolutions J7). */
export function realSavings(ledger: UsageLedger, days: number, now: Date): ReplyOf<'getRealSavings'> {
  const hibernations = inLastDays(ledger.hibernations(), days, now);
  const byGpu = [...groupedBy(hibernations, ({ gpuName }) => gpuName)].map(([gpu, own]) => [
    gpu,
    { hibernations: own.length, hours_saved: hoursSaved(own), usd_saved: usdSaved(own) },
  ]);
  return {
    period_days: days,
    summary: {
      total_savings_usd: usdSaved(hibernations),
      total_hours_saved: hoursSaved(hibernations),
      hibernation_count: hibernations.length,
      avg_daily_savings_usd: roundTo(usdSaved(hibernations) / days, 2),
      avg_daily_hours_saved: roundTo(hoursSaved(hibernations) / days, 2),
      projected_monthly_savings_usd: roundTo((usdSaved(hibernations) / days) * 30, 2),
    },
    gpu_breakdown: Object.fromEntries(byGpu),
    generated_at: now.toISOString(),
  };
}

/** What hibernation saved since the account exists, in all and by instance. */
export function hibernationStats(ledger: UsageLedger): ReplyOf<'getHibernationStats'> {
  const hibernations = ledger.hibernations();
  const machines = [...groupedBy(hibernations, ({ instanceId }) => instanceId)].map(([instanceId, own]) => ({
    instance_id: String(instanceId),
    hibernations: own.length,
    savings: usdSaved(own),
  }));
  return {
    stats: {
      total_hibernations: hibernations.length,
      total_hours_saved: hoursSaved(hibernations),
      total_savings: usdSaved(hibernations),
      machines,
    },
  };
}
