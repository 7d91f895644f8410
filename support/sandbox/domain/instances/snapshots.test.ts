import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { Platform } from '../accounts/platform';
import type { Tenant } from '../accounts/tenant';
import { Market } from '../market/market';
import { DEFAULT_TIMINGS } from '../timings';
import { imageFiles } from './image';
import type { Instance } from './instances';
import { hashesOf } from './manifest';
import { destroy, rent } from './rentals';
import { restoreSnapshot } from './restores';
import { WORKSPACE } from './volumes';

const root = mkdtempSync(path.join(tmpdir(), 'snapshots-test-'));
after(() => rmSync(root, { recursive: true, force: true }));
const clock = new ManualClock();
const platform = new Platform(clock, DEFAULT_TIMINGS, new Market('dumont', clock.now()), root);
const IMAGE = 'ubuntu:24.04';
let users = 0;

function rented(): { tenant: Tenant; instance: Instance } {
  const tenant = platform.register(`user-${++users}@example.com`, 'password', ['balance']);
  const [offer] = platform.market.offersOf('RTX 4090');
  assert.ok(offer);
  const instance = rent(platform, tenant, offer, { image: IMAGE, diskGb: 100, ports: [], withStandby: false }, 0);
  return { tenant, instance };
}

const kept = (tenant: Tenant): number => readdirSync(path.join(tenant.folder, 'backup')).length;

describe('snapshots', () => {
  it('restore what was there and nothing else: a file of the image that was gone stays gone', () => {
    const { tenant, instance } = rented();
    rmSync(path.join(instance.volume.folder, 'README.md'));
    instance.volume.write('work/pesos.bin', Buffer.from('weights'));
    const snapshot = tenant.snapshots.take(instance, { name: 'backup-v1', tags: [], path: WORKSPACE });
    const restored = restoreSnapshot(platform, tenant, snapshot, { targetPath: WORKSPACE });
    assert.deepEqual(hashesOf(restored.instance.volume.manifest()), hashesOf(snapshot.manifest));
    assert.equal(restored.files, snapshot.manifest.size);
    assert.ok(!snapshot.manifest.has('README.md'));
  });

  it('take no more room than the contents that somebody still needs', () => {
    const { tenant, instance } = rented();
    const base = imageFiles(IMAGE).size;
    assert.equal(kept(tenant), base);
    instance.volume.write('pesos.bin', Buffer.from('weights'));
    const snapshot = tenant.snapshots.take(instance, { name: 'backup-v1', tags: [], path: WORKSPACE });
    assert.equal(kept(tenant), base + 1);
    destroy(tenant, instance);
    assert.equal(kept(tenant), base + 1, 'snapshots outlive the instance');
    tenant.snapshots.delete(snapshot.id);
    tenant.pruneStorage();
    assert.equal(kept(tenant), 0);
  });

  it('have ids of which the first eight characters are enough', () => {
    const { tenant, instance } = rented();
    const snapshot = tenant.snapshots.take(instance, { name: 'one', tags: [], path: WORKSPACE });
    for (const id of [snapshot.id, snapshot.id.slice(0, 8), snapshot.id.toUpperCase()]) {
      assert.equal(tenant.snapshots.find(id), snapshot);
    }
    assert.throws(() => tenant.snapshots.find(snapshot.id.slice(0, 7)), /not found/);
    assert.throws(() => tenant.snapshots.find(''), /not found/);
  });
});
