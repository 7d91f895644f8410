import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cloudComparison, hibernationStats, realSavings, savingsBreakdown, savingsHistory, savingsSummary } from './savings';
import { UsageLedger } from './usage';

const at = (iso: string): Date => new Date(`${iso}Z`);
/** A client adds decimals; the cents that it means. */
const cents = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + Math.round(amount * 100), 0);
const exact = (amount: number): boolean => amount === Math.round(amount * 100) / 100;

const MOMENTS = [
  '2026-03-02T09:30:00',
  '2027-01-03T00:00:01',
  '2026-03-31T23:59:59',
  '2026-07-15T12:00:00',
  '2028-03-01T05:00:00',
];

describe('savings of many histories', () => {
  for (const moment of MOMENTS) {
    it(`agree in every view on ${moment}`, () => {
      for (let history = 0; history < 40; history++) {
        const now = at(moment);
        const ledger = UsageLedger.withHistory(now, `history ${history}`);
        const summary = savingsSummary(ledger, 'month', now);
        const { gpu_breakdown } = savingsBreakdown(ledger, 'month', now);
        const { monthly_data } = savingsHistory(ledger, 6, now);
        const { cloud_comparison } = cloudComparison(ledger, 'month', now);
        assert.ok(summary.total_savings > 0);
        assert.ok([...Object.values(summary)].every((value) => typeof value === 'string' || exact(value)));

        assert.equal(cents(gpu_breakdown.map((row) => row.savings)), cents([summary.total_savings]));
        assert.equal(cents(gpu_breakdown.map((row) => row.cost)), cents([summary.total_cost_dumont]));
        assert.equal(cents(gpu_breakdown.map((row) => row.gcp)), cents([summary.total_cost_gcp]));
        assert.equal(cents(gpu_breakdown.map((row) => row.hours)), cents([summary.total_hours]));
        assert.equal(cents(monthly_data.map((row) => row.savings)), cents([summary.total_savings]));
        assert.equal(cents(monthly_data.map((row) => row.aws)), cents([summary.total_cost_aws]));
        assert.equal(cents(monthly_data.map((row) => row.dumont)), cents([summary.total_cost_dumont]));
        assert.deepEqual(
          [cloud_comparison.dumont.cost, cloud_comparison.aws.cost, cloud_comparison.gcp.cost, cloud_comparison.azure.cost],
          [summary.total_cost_dumont, summary.total_cost_aws, summary.total_cost_gcp, summary.total_cost_azure],
        );
        assert.equal(cloud_comparison.aws.savings, summary.total_savings);

        const { summary: real, gpu_breakdown: byGpu } = realSavings(ledger, 30, now);
        const { stats } = hibernationStats(ledger);
        assert.deepEqual(
          [stats.total_savings, stats.total_hours_saved, stats.total_hibernations],
          [real.total_savings_usd, real.total_hours_saved, 4],
        );
        assert.equal(summary.auto_hibernate_savings, real.total_savings_usd);
        assert.equal(cents(Object.values(byGpu).map((row) => row.usd_saved)), cents([real.total_savings_usd]));
        assert.equal(cents(stats.machines.map((machine) => machine.savings)), cents([stats.total_savings]));
      }
    });
  }

  it('never add hibernation to what the clouds would have cost', () => {
    const now = at('2026-03-10T12:00:00');
    const ledger = UsageLedger.withHistory(now);
    const before = savingsSummary(ledger, 'month', now);
    const nap = { instanceId: 9001, gpuName: 'RTX 4090', pricePerHour: 0.44 };
    ledger.hibernate({ ...nap, from: at('2026-03-09T00:00:00'), until: at('2026-03-09T10:00:00') });
    const after = savingsSummary(ledger, 'month', now);
    assert.deepEqual({ ...after, auto_hibernate_savings: 0 }, { ...before, auto_hibernate_savings: 0 });
    assert.equal(cents([after.auto_hibernate_savings]) - cents([before.auto_hibernate_savings]), 440);
  });
});

describe('periods', () => {
  it('put every record into the month in which it happened', () => {
    const march = savingsHistory(UsageLedger.withHistory(at('2026-03-02T09:30:00')), 6, at('2026-03-02T09:30:00')).monthly_data;
    assert.deepEqual(
      march.map(({ year, month, dumont }) => [year, month, dumont > 0]),
      [
        [2025, 'Oct', false],
        [2025, 'Nov', false],
        [2025, 'Dec', false],
        [2026, 'Jan', false],
        [2026, 'Feb', true],
        [2026, 'Mar', true],
      ],
    );
    const january = savingsHistory(UsageLedger.withHistory(at('2027-01-03T22:00:00')), 2, at('2027-01-03T22:00:00')).monthly_data;
    assert.deepEqual(
      january.map(({ year, month, dumont }) => [year, month, dumont > 0]),
      [
        [2026, 'Dec', true],
        [2027, 'Jan', true],
      ],
    );
    const first = savingsHistory(UsageLedger.withHistory(at('2027-01-01T00:00:00')), 1, at('2027-01-01T00:00:00')).monthly_data;
    assert.deepEqual(first, [{ year: 2027, month: 'Jan', dumont: 0, aws: 0, savings: 0 }]);
  });

  it('divide a session at the end of the month', () => {
    const ledger = new UsageLedger();
    ledger.open({ instanceId: 1, gpuName: 'RTX 4090', pricePerHour: 0.4 }, at('2026-02-28T22:00:00'));
    ledger.close(1, at('2026-03-01T03:00:00'));
    const { monthly_data } = savingsHistory(ledger, 2, at('2026-03-02T00:00:00'));
    assert.deepEqual(
      monthly_data.map(({ month, dumont, aws }) => [month, dumont, aws]),
      [
        ['Feb', 0.8, 8.2],
        ['Mar', 1.2, 12.3],
      ],
    );
  });

  it('count whole days back: one day has yesterday, a week the whole history, a month forgets what is older', () => {
    const now = at('2026-03-10T00:00:01');
    const ledger = UsageLedger.withHistory(now);
    ledger.open({ instanceId: 1, gpuName: 'H100', pricePerHour: 2 }, at('2026-02-07T23:00:00'));
    ledger.close(1, at('2026-02-08T01:00:00'));
    const hoursIn = (period: 'day' | 'week' | 'month' | 'year' | 'all'): number =>
      savingsSummary(ledger, period, now).total_hours;
    assert.ok(hoursIn('day') > 0 && hoursIn('day') < hoursIn('week'));
    assert.equal(cents([hoursIn('month')]) - cents([hoursIn('week')]), 100, 'of the old session only the hour of 8 February');
    assert.equal(cents([hoursIn('year')]) - cents([hoursIn('week')]), 200);
    assert.equal(hoursIn('all'), hoursIn('year'));
    assert.equal(realSavings(ledger, 1, now).summary.hibernation_count, 0);
    assert.equal(realSavings(ledger, 7, now).summary.hibernation_count, 4);
  });

  it('are zeros without history, never an error', () => {
    const ledger = new UsageLedger();
    const now = at('2026-03-10T12:00:00');
    const { period, ...amounts } = savingsSummary(ledger, 'all', now);
    assert.deepEqual([period, new Set(Object.values(amounts))], ['all', new Set([0])]);
    assert.deepEqual(savingsBreakdown(ledger, 'month', now).gpu_breakdown, []);
    assert.deepEqual(new Set(savingsHistory(ledger, 24, now).monthly_data.map(({ savings }) => savings)), new Set([0]));
    assert.deepEqual(cloudComparison(ledger, 'month', now).cloud_comparison.aws, { cost: 0, savings: 0, savings_percent: 0 });
    assert.deepEqual(hibernationStats(ledger).stats.machines, []);
  });
});
