import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageLedger } from './usage';

const at = (iso: string): Date => new Date(`${iso}Z`);
const RTX_4090 = { instanceId: 7, gpuName: 'rtx_4090', pricePerHour: 0.36 };

describe('usage ledger', () => {
  it("bills by the minute, at least one, and against the clouds' prices of the same hours", () => {
    const ledger = new UsageLedger();
    ledger.open(RTX_4090, at('2026-03-01T10:00:00'));
    ledger.close(7, at('2026-03-01T11:29:30'));
    const [record] = ledger.records(at('2026-03-05T00:00:00'));
    // 90 minutes: 1.5 h x 0.36, x 4.10, x 3.67, x 3.95
    assert.deepEqual(
      [record?.gpuName, record?.centihours, record?.costCents, record?.awsCents, record?.gcpCents, record?.azureCents],
      ['RTX 4090', 150, 54, 615, 551, 593],
    );
    ledger.open({ ...RTX_4090, pricePerHour: 6 }, at('2026-03-02T10:00:00'));
    ledger.close(7, at('2026-03-02T10:00:01'));
    assert.equal(ledger.records(at('2026-03-05T00:00:00'))[1]?.costCents, 10);
  });

  it('goes on billing what runs and stops at the pause', () => {
    const ledger = new UsageLedger();
    ledger.open(RTX_4090, at('2026-03-01T10:00:00'));
    const costAt = (iso: string): number => ledger.records(at(iso)).reduce((total, { costCents }) => total + costCents, 0);
    assert.deepEqual([costAt('2026-03-01T11:00:00'), costAt('2026-03-01T12:00:00')], [36, 72]);
    ledger.close(7, at('2026-03-01T12:00:00'));
    assert.equal(costAt('2026-03-01T20:00:00'), 72);
    ledger.close(7, at('2026-03-01T19:00:00'));
    assert.equal(costAt('2026-03-01T20:00:00'), 72, 'a second close changes nothing');
    ledger.open(RTX_4090, at('2026-03-01T20:00:00'));
    assert.equal(costAt('2026-03-01T21:00:00'), 108);
  });

  it("multiplies the clouds' prices by the GPUs of the machine", () => {
    const ledger = new UsageLedger();
    ledger.open({ ...RTX_4090, pricePerHour: 1.4, numGpus: 4 }, at('2026-03-01T10:00:00'));
    const [record] = ledger.records(at('2026-03-01T11:00:00'));
    assert.deepEqual([record?.costCents, record?.awsCents], [140, 1640]);
  });

  it('gives a line per UTC day, with no minute lost or billed twice at midnight', () => {
    const ledger = new UsageLedger();
    ledger.open({ ...RTX_4090, pricePerHour: 6 }, at('2026-02-28T23:58:30'));
    ledger.close(7, at('2026-03-02T00:01:30'));
    const lines = ledger.records(at('2026-03-05T00:00:00')).map(({ from, costCents }) => [from.toISOString(), costCents]);
    assert.deepEqual(lines, [
      ['2026-02-28T23:58:30.000Z', 20],
      ['2026-03-01T00:00:00.000Z', 14_400],
      ['2026-03-02T00:00:00.000Z', 10],
    ]);
  });

  it('forgets the past without touching what runs', () => {
    const ledger = UsageLedger.withHistory(at('2026-03-10T12:00:00'));
    ledger.open(RTX_4090, at('2026-03-10T10:00:00'));
    assert.ok(ledger.records(at('2026-03-10T12:00:00')).length > 20 && ledger.hibernations().length === 4);
    ledger.forgetPast();
    assert.deepEqual(
      ledger.records(at('2026-03-10T12:00:00')).map(({ instanceId }) => instanceId),
      [7],
    );
    assert.deepEqual(ledger.hibernations(), []);
  });
});

describe('fixed history', () => {
  it('is seven days that end yesterday, on two GPUs, with four hibernations, whatever the hour', () => {
    for (const now of ['2026-03-02T00:00:00', '2027-01-03T23:59:59', '2026-03-10T12:00:00']) {
      const ledger = UsageLedger.withHistory(at(now));
      const records = ledger.records(at(now));
      const days = [...new Set(records.map(({ from }) => from.toISOString().slice(0, 10)))].sort();
      assert.equal(days.length, 7);
      const yesterday = new Date(at(now).getTime() - 86_400_000).toISOString().slice(0, 10);
      assert.equal(days.at(-1), yesterday);
      for (const { from, until } of records) assert.equal(until.toISOString().slice(0, 10), from.toISOString().slice(0, 10));
      assert.deepEqual([...new Set(records.map(({ gpuName }) => gpuName))].sort(), ['A100', 'RTX 4090']);
      assert.equal(ledger.hibernations().length, 4);
    }
  });

  it('lets an instance hibernate between two sessions of it', () => {
    const now = at('2026-03-10T12:00:00');
    const ledger = UsageLedger.withHistory(now);
    for (const { instanceId, from } of ledger.hibernations()) {
      assert.ok(
        ledger.records(now).some((record) => record.instanceId === instanceId && record.until.getTime() === from.getTime()),
      );
    }
  });
});
