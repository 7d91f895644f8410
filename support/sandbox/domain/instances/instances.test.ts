import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { Platform } from '../accounts/platform';
import { DomainError } from '../errors';
import { Market } from '../market/market';
import { DEFAULT_TIMINGS } from '../timings';
import { destroy, pause, rent, resume } from './rentals';

const HOUR = 3_600_000;
const root = mkdtempSync(path.join(tmpdir(), 'instances-test-'));
after(() => rmSync(root, { recursive: true, force: true }));

const clock = new ManualClock();
const platform = new Platform(clock, DEFAULT_TIMINGS, new Market('dumont', clock.now()), root);
let users = 0;

function rented({ withStandby = false } = {}) {
  const tenant = platform.register(`user-${++users}@example.com`, 'password', ['vast_key', 'balance', 'gcp']);
  if (withStandby) tenant.standby.configure(true, {});
  const [offer] = platform.market.offersOf('RTX 4090');
  assert.ok(offer);
  const order = { image: 'ubuntu:24.04', diskGb: 100, ports: [], withStandby };
  const instance = rent(platform, tenant, offer, order, DEFAULT_TIMINGS.instanceStart);
  return { tenant, instance, offer };
}

function refuses(status: number, work: () => unknown): void {
  assert.throws(work, (error) => error instanceof DomainError && error.status === status);
}

describe('an instance', () => {
  it('is creating for a while, then runs, is paused and runs again; every other move is refused', () => {
    const { tenant, instance } = rented();
    assert.equal(instance.status, 'creating');
    refuses(409, () => pause(tenant, instance));
    refuses(409, () => resume(tenant, instance));
    clock.advance(DEFAULT_TIMINGS.instanceStart);
    assert.equal(instance.status, 'running');
    refuses(409, () => resume(tenant, instance));
    pause(tenant, instance);
    assert.equal(instance.status, 'paused');
    refuses(409, () => pause(tenant, instance));
    clock.advance(HOUR);
    assert.equal(instance.status, 'paused');
    resume(tenant, instance);
    assert.equal(instance.status, 'running');
  });

  it('costs its price while it runs, its disk while it is paused, and nothing when it is gone', () => {
    const { tenant, instance, offer } = rented();
    clock.advance(2 * HOUR);
    const afterTwoHours = 100 - 2 * offer.dph_total;
    assert.ok(Math.abs(tenant.wallet.balance - afterTwoHours) < 1e-6);
    pause(tenant, instance);
    clock.advance(10 * HOUR);
    const afterThePause = afterTwoHours - (10 * 100 * 0.04) / 720;
    assert.ok(Math.abs(tenant.wallet.balance - afterThePause) < 1e-4);
    destroy(tenant, instance);
    const rest = tenant.wallet.balance;
    clock.advance(HOUR);
    assert.equal(tenant.wallet.balance, rest);
  });

  it('is billed in the usage from its creation to its pause', () => {
    const { tenant, instance } = rented();
    clock.advance(HOUR);
    pause(tenant, instance);
    const billed = tenant.usage.records(clock.now());
    assert.ok(billed.every(({ instanceId }) => instanceId === instance.id));
    assert.equal(
      billed.reduce((total, { centihours }) => total + centihours, 0), // a line per day, and the clock may pass midnight here
      100,
    );
    clock.advance(HOUR);
    assert.deepEqual(tenant.usage.records(clock.now()), billed);
  });

  it('is not rented once the money is used up', () => {
    const { tenant, instance, offer } = rented();
    clock.advance(1000 * HOUR);
    assert.ok(tenant.wallet.balance < 0 && !tenant.has('balance'));
    destroy(tenant, instance);
    const order = { image: 'ubuntu:24.04', diskGb: 100, ports: [], withStandby: false };
    refuses(402, () => rent(platform, tenant, offer, order, 0));
    tenant.set('balance', true);
    assert.equal(tenant.wallet.balance, 100);
  });

  it('may be synced again after the gap, or at once when forced', () => {
    const { instance } = rented();
    clock.advance(DEFAULT_TIMINGS.instanceStart);
    const gap = DEFAULT_TIMINGS.minimumSyncGap;
    instance.demandSyncable(gap, false);
    instance.synced();
    clock.advance(gap - 1);
    refuses(409, () => instance.demandSyncable(gap, false));
    instance.demandSyncable(gap, true);
    clock.advance(1);
    instance.demandSyncable(gap, false);
    assert.equal(instance.syncs, 1);
  });
});

describe('a standby pair', () => {
  it('is provisioning, ready, and syncing when started', () => {
    const { tenant, instance } = rented({ withStandby: true });
    const pair = tenant.standby.find(instance.id);
    assert.equal(pair.state, 'provisioning');
    refuses(409, () => pair.startSync());
    clock.advance(DEFAULT_TIMINGS.standbyReady);
    assert.equal(pair.state, 'ready');
    pair.startSync();
    assert.deepEqual([pair.state, pair.syncCount], ['syncing', 0]);
  });

  it('syncs first within a second, then at its interval, and only while the GPU runs', () => {
    const { tenant, instance } = rented({ withStandby: true });
    const pair = tenant.standby.find(instance.id);
    clock.advance(DEFAULT_TIMINGS.standbyReady);
    pair.startSync();
    clock.advance(DEFAULT_TIMINGS.standbySync);
    assert.equal(pair.syncCount, 1);
    const interval = tenant.standby.config.sync_interval * 1000;
    clock.advance(3 * interval);
    assert.equal(pair.syncCount, 4);
    pair.startSync();
    assert.equal(pair.syncCount, 4, 'starting again changes nothing');
    pause(tenant, instance);
    clock.advance(10 * interval);
    assert.equal(pair.syncCount, 4);
    resume(tenant, instance);
    clock.advance(interval);
    assert.equal(pair.syncCount, 5);
    destroy(tenant, instance, 'gpu_failure');
    clock.advance(10 * interval);
    assert.deepEqual([pair.syncCount, pair.syncEnabled, pair.state], [5, true, 'ready']);
    refuses(409, () => pair.startSync());
  });
});
