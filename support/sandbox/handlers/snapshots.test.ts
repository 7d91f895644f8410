import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { SuccessBody } from '../../contract/types';
import { type Backend, openBackend, type Session } from '../testing/backend';

type Snapshot = SuccessBody<'listSnapshots'>['snapshots'][number];

describe('snapshots over HTTP', () => {
  let backend: Backend;
  let ana: Session;
  let id: number;
  const weights = randomBytes(70_000);
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());
  const write = (name: string, content: Buffer): Promise<void> =>
    backend.control.writeFile(ana.user.email, id, name, content.toString('base64'));
  const filesOf = (instanceId: number) => backend.control.volumeManifest(ana.user.email, instanceId);
  const inList = async (snapshotId: string): Promise<Snapshot> => {
    const { body } = await ana.get('/snapshots');
    return body.snapshots.find((snapshot: Snapshot) => snapshot.id === snapshotId);
  };
  const begin = async (): Promise<void> => {
    ana = await backend.login();
    ({ id } = await ana.runningInstance());
  };

  it('saves what changed, counted against the files of the image first and against the last snapshot then', async () => {
    await begin();
    const base = Object.keys(await filesOf(id)).length;
    assert.ok(base > 0);
    await write('models/pesos.bin', weights);
    const first = (await ana.post(`/instances/${id}/sync`)).body;
    assert.deepEqual([first.files_new, first.files_changed, first.files_unmodified], [1, 0, base]);
    assert.deepEqual([first.data_added_bytes, first.data_added, first.is_incremental], [70_000, '68.4 KB', true]);
    const again = (await ana.post(`/instances/${id}/sync?force=true`)).body;
    assert.deepEqual([again.files_new, again.files_changed, again.data_added_bytes], [0, 0, 0]);
    assert.equal(again.files_unmodified, base + 1);
    await write('models/pesos.bin', Buffer.from('other'));
    await write('copy.bin', weights);
    const third = (await ana.post(`/instances/${id}/sync?force=true`)).body;
    assert.deepEqual([third.files_new, third.files_changed, third.data_added_bytes], [1, 1, 5]);
    assert.equal((await inList(first.snapshot_id)).name, 'sync-1');
    assert.equal((await inList(third.snapshot_id)).name, 'sync-3');
    assert.deepEqual((await inList(first.snapshot_id)).tags, [`instance-${id}`, 'auto-sync', 'sync-1']);
  });

  it('refuses a sync that comes too soon, unless forced', async () => {
    await begin();
    assert.equal((await ana.post(`/instances/${id}/sync`)).status, 200);
    assert.equal((await ana.post(`/instances/${id}/sync`)).status, 409);
    assert.equal((await ana.get('/snapshots')).body.count, 1);
    assert.equal((await ana.post(`/instances/${id}/sync?force=true`)).status, 200);
  });

  it('lists named snapshots newest first, by long id and short id', async () => {
    await begin();
    const one = (await ana.post('/snapshots', { name: 'backup-v1', instance_id: id })).body;
    const two = (await ana.post('/snapshots', { name: 'backup-v1', instance_id: id, tags: ['weekly'] })).body;
    assert.notEqual(one.id, two.id);
    const { body } = await ana.get('/snapshots');
    assert.deepEqual(
      body.snapshots.map((snapshot: Snapshot) => snapshot.id),
      [two.id, one.id],
    );
    assert.equal((await ana.delete(`/snapshots/${one.short_id}`)).status, 200);
    assert.equal((await ana.delete(`/snapshots/${one.id}`)).status, 404);
    assert.equal((await ana.delete(`/snapshots/${two.id}`)).status, 200);
    assert.equal((await ana.get('/snapshots')).body.count, 0);
  });

  it('brings the same bytes back into a new instance after the first one is gone', async () => {
    await begin();
    await write('models/pesos.bin', weights);
    const saved = (await ana.post('/snapshots', { name: 'backup-v1', instance_id: id })).body;
    const before = await filesOf(id);
    await write('models/pesos.bin', Buffer.from('written after the snapshot'));
    await ana.delete(`/instances/${id}`);
    assert.deepEqual(await backend.control.snapshotManifest(ana.user.email, saved.short_id), before);
    const cheapest = await ana.cheapestOffer();
    const { status, body } = await ana.post('/snapshots/restore', { snapshot_id: saved.short_id, gpu_name: 'rtx4090' });
    assert.equal(status, 200);
    assert.equal(body.files_restored, saved.files_total);
    assert.notEqual(body.new_instance_id, id);
    assert.deepEqual(await filesOf(body.new_instance_id), before);
    const restored = (await ana.get(`/instances/${body.new_instance_id}`)).body;
    assert.deepEqual(
      [restored.status, restored.label, restored.dph_total, restored.gpu_name],
      ['running', 'restore-backup-v1', cheapest.dph_total, 'RTX 4090'],
    );
    const synced = (await ana.post(`/instances/${body.new_instance_id}/sync`)).body;
    assert.deepEqual(
      [synced.files_new, synced.files_changed, synced.files_unmodified, synced.data_added_bytes],
      [0, 0, saved.files_total, 0],
    );
  });

  it('saves and restores a folder of the workspace alone, and nothing outside it', async () => {
    await begin();
    await write('models/pesos.bin', weights);
    const saved = (await ana.post('/snapshots', { name: 'models', instance_id: id, source_path: '/workspace/models' })).body;
    assert.deepEqual([saved.files_total, saved.files_new, saved.paths], [1, 1, ['/workspace/models']]);
    const target = { snapshot_id: saved.id, target_path: '/workspace/old' };
    const { new_instance_id } = (await ana.post('/snapshots/restore', target)).body;
    const restored = await filesOf(new_instance_id);
    assert.ok('old/models/pesos.bin' in restored && 'README.md' in restored);
    for (const outside of ['/etc', '/workspace/../etc', '/workspaces', '/workspace/no-such-folder']) {
      assert.equal((await ana.post(`/instances/${id}/sync?source_path=${outside}`)).status, 400, outside);
    }
    for (const outside of ['/etc', '/workspace/../etc', '/workspaces']) {
      assert.equal((await ana.post('/snapshots/restore', { snapshot_id: saved.id, target_path: outside })).status, 400, outside);
    }
    assert.equal((await ana.get('/instances')).body.count, 2);
    assert.equal((await ana.get('/snapshots')).body.count, 1);
  });

  it('refuses unknown and foreign snapshots, a GPU that nobody offers, and an account that lacks storage or balance', async () => {
    await begin();
    const saved = (await ana.post('/snapshots', { name: 'mine', instance_id: id })).body;
    const bia = await backend.login();
    for (const [session, snapshot_id] of [
      [ana, 'ffffffff'],
      [bia, saved.id],
    ] as const) {
      assert.equal((await session.post('/snapshots/restore', { snapshot_id })).status, 404);
      assert.equal((await session.delete(`/snapshots/${snapshot_id}`)).status, 404);
    }
    assert.equal((await ana.post('/snapshots', { name: 'x', instance_id: 1 })).status, 404);
    assert.equal((await ana.post('/snapshots/restore', { snapshot_id: saved.id, gpu_name: 'banana' })).status, 409);
    await backend.control.setRequirement(ana.user.email, 'balance', false);
    assert.equal((await ana.post('/snapshots/restore', { snapshot_id: saved.id })).status, 402);
    await backend.control.setRequirement(ana.user.email, 'storage', false);
    for (const { status } of [
      await ana.post(`/instances/${id}/sync`),
      await ana.post('/snapshots', { name: 'x', instance_id: id }),
      await ana.get('/snapshots'),
      await ana.post('/snapshots/restore', { snapshot_id: saved.id }),
      await ana.delete(`/snapshots/${saved.id}`),
    ]) {
      assert.equal(status, 400);
    }
  });
});
