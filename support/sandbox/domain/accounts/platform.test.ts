import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { DomainError } from '../errors';
import { Market } from '../market/market';
import { DEFAULT_TIMINGS } from '../timings';
import { demand } from '../training/demands';
import { Platform } from './platform';
import type { Requirement } from './requirements';

const root = mkdtempSync(path.join(tmpdir(), 'platform-test-'));
after(() => rmSync(root, { recursive: true, force: true }));

const newPlatform = (): Platform => {
  const clock = new ManualClock();
  return new Platform(clock, DEFAULT_TIMINGS, new Market('dumont', clock.now()), root);
};
const refuses = (status: number, message: RegExp, work: () => unknown): void =>
  assert.throws(work, (error) => error instanceof DomainError && error.status === status && message.test(error.message));

test('an address has one account, in whatever letters it is written', () => {
  const platform = newPlatform();
  const tenant = platform.register('Ana@example.com', 'senha-da-ana', []);
  assert.equal(platform.tenant('ana@EXAMPLE.com'), tenant);
  refuses(409, /already exists/, () => platform.register('ana@example.com', 'outra', []));
  assert.ok(tenant.hasPassword('senha-da-ana') && !tenant.hasPassword('outra'));
});

test('an account that ends takes its files along, and the address is free again', () => {
  const platform = newPlatform();
  const [ana, bia] = [platform.register('ana@example.com', 'a', []), platform.register('bia@example.com', 'b', [])];
  assert.notEqual(ana.folder, bia.folder);
  platform.unregister('ANA@example.com');
  platform.unregister('nobody@example.com');
  assert.deepEqual([existsSync(ana.folder), existsSync(bia.folder)], [false, true]);
  assert.equal(platform.tenant('ana@example.com'), undefined);
  assert.notEqual(platform.register('ana@example.com', 'c', []), ana);
});

test('no id is given twice, whoever rents', () => {
  const platform = newPlatform();
  const ids = Array.from({ length: 100 }, () => platform.nextInstanceId());
  assert.equal(new Set(ids).size, 100);
});

test('what is given to an account it has, and what is taken away it lacks', () => {
  const tenant = newPlatform().register('ana@example.com', 'a', []);
  const now = tenant.clock.now();
  const all: readonly Requirement[] = ['vast_key', 'balance', 'storage', 'gcp', 'dataset', 'history'];
  for (const requirement of all) {
    assert.ok(!tenant.has(requirement), requirement);
    tenant.set(requirement, true);
    tenant.set(requirement, true);
    assert.ok(tenant.has(requirement), requirement);
  }
  assert.ok(tenant.usage.records(now).length > 0);
  assert.equal(tenant.wallet.balance, 100, 'given twice is given once');
  for (const requirement of all) tenant.set(requirement, false);
  assert.deepEqual([tenant.usage.records(now).length, tenant.wallet.balance, all.filter((each) => tenant.has(each))], [0, 0, []]);
});

test('who lacks something is told so before what it is used through is looked at', () => {
  const platform = newPlatform();
  const tenant = platform.register('ana@example.com', 'a', ['gcp']);
  platform.dependencies.set('vast', 'offline');
  platform.dependencies.set('gcp', 'degraded');
  demand(platform, tenant, ['gcp']);
  demand(platform, tenant, []);
  refuses(400, /^Vast\.ai API key not configured$/, () => demand(platform, tenant, ['gcp', 'vast_key']));
  tenant.set('vast_key', true);
  refuses(503, /^Vast\.ai is unavailable$/, () => demand(platform, tenant, ['gcp', 'vast_key']));
  platform.dependencies.set('vast', 'degraded');
  demand(platform, tenant, ['gcp', 'vast_key']);
});
