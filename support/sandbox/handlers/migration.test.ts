import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { MIGRATION_STEPS } from '../domain/instances/migration-steps';
import { type Backend, openBackend, type Session } from '../testing/backend';

describe('migration over HTTP', () => {
  let backend: Backend;
  let ana: Session;
  let id: number;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());
  const filesOf = (instanceId: number) => backend.control.volumeManifest(ana.user.email, instanceId);
  const begin = async (): Promise<void> => {
    ana = await backend.login();
    ({ id } = await ana.runningInstance({ label: 'migrate-test' }));
    await backend.control.writeFile(ana.user.email, id, 'pesos.bin', randomBytes(4_000).toString('base64'));
  };
  /** All that a migration could change. */
  const everything = async () => ({
    instances: (await ana.get('/instances')).body,
    snapshots: (await ana.get('/snapshots')).body,
    offers: (await ana.get('/instances/offers?limit=100')).body,
    bill: (await ana.get('/savings/breakdown?period=all')).body,
    files: await filesOf(id),
  });

  it('estimates time and cost of the cheapest CPU, and changes nothing', async () => {
    await begin();
    const before = await everything();
    const { body } = await ana.post(`/instances/${id}/migrate/estimate`, { target_type: 'cpu' });
    assert.deepEqual([body.available, body.target.type, body.target.gpu_name, body.source.id], [true, 'cpu', 'CPU', id]);
    assert.ok(body.estimated_time >= 1 && body.estimated_cost > 0 && body.offers_available > 0);
    assert.deepEqual(await everything(), before);
    const dear = (await ana.post(`/instances/${id}/migrate/estimate`, { target_type: 'cpu', max_price: 0.001 })).body;
    assert.deepEqual([dear.available, dear.target, dear.offers_available], [false, null, 0]);
    assert.deepEqual(await everything(), before);
  });

  it('moves to the CPU that it estimated, and back to a GPU, with the same bytes', async () => {
    await begin();
    const files = await filesOf(id);
    const { target } = (await ana.post(`/instances/${id}/migrate/estimate`, { target_type: 'cpu' })).body;
    const away = (await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu' })).body;
    assert.deepEqual([away.old_instance_id, away.steps_completed], [id, MIGRATION_STEPS]);
    assert.equal((await ana.get(`/instances/${id}`)).status, 404);
    const cpu = (await ana.get(`/instances/${away.new_instance_id}`)).body;
    assert.deepEqual(
      [cpu.status, cpu.num_gpus, cpu.gpu_name, cpu.gpu_ram, cpu.label, cpu.dph_total],
      ['running', 0, 'CPU', 0, 'migrate-test', target.cost_per_hour],
    );
    assert.deepEqual(await filesOf(cpu.id), files);
    assert.deepEqual(await backend.control.snapshotManifest(ana.user.email, away.snapshot_id), files);
    assert.deepEqual((await ana.get('/snapshots')).body.snapshots[0].tags, ['migration', `from-${id}`]);
    const back = (await ana.post(`/instances/${cpu.id}/migrate`, { target_type: 'gpu', gpu_name: 'rtx4090' })).body;
    const gpu = (await ana.get(`/instances/${back.new_instance_id}`)).body;
    assert.deepEqual([gpu.gpu_name, gpu.num_gpus, gpu.status], ['RTX 4090', 1, 'running']);
    assert.deepEqual(await filesOf(gpu.id), files);
    assert.equal((await ana.get('/instances')).body.count, 1);
    assert.equal((await ana.get('/savings/breakdown')).status, 200);
  });

  it('keeps the source when it is asked to', async () => {
    await begin();
    const { body } = await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu', auto_destroy_source: false });
    assert.ok(!body.steps_completed.includes('destroy_source'));
    assert.equal((await ana.get(`/instances/${id}`)).body.status, 'running');
    assert.equal((await ana.get('/instances')).body.count, 2);
  });

  it('leaves everything as it was when a step fails, once', async () => {
    await begin();
    for (const step of MIGRATION_STEPS) {
      const before = await everything();
      await backend.control.failMigration(ana.user.email, step);
      const { status, body } = await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu' });
      assert.equal(status, 503, step);
      assert.deepEqual(body.details.steps_completed, MIGRATION_STEPS.slice(0, MIGRATION_STEPS.indexOf(step)));
      assert.deepEqual(await everything(), before, step);
    }
    const { body } = await ana.post(`/instances/${id}/sync`);
    assert.deepEqual([body.files_new, body.data_added_bytes], [1, 4_000], 'the file is as new to the backup as before');
    assert.equal((await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu' })).status, 200);
  });

  it('refuses what makes no sense, what is not on offer, and what cannot be paid', async () => {
    await begin();
    const refusals = [
      [{ target_type: 'tpu' }, 400],
      [{ target_type: 'gpu', gpu_name: 'rtx4090' }, 400],
      [{ target_type: 'cpu', max_price: 0.001 }, 409],
      [{ target_type: 'cpu', disk_size: 10 }, 422],
      [{}, 422],
    ] as const;
    const before = await everything();
    for (const [body, status] of refusals) {
      assert.equal((await ana.post(`/instances/${id}/migrate`, body)).status, status, JSON.stringify(body));
    }
    assert.equal((await ana.post('/instances/1/migrate', { target_type: 'cpu' })).status, 404);
    assert.equal((await ana.post('/instances/1/migrate/estimate', { target_type: 'cpu' })).status, 404);
    await backend.control.setRequirement(ana.user.email, 'balance', false);
    assert.equal((await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu' })).status, 402);
    assert.deepEqual(await everything(), before);
    await backend.control.setRequirement(ana.user.email, 'balance', true);
    const { new_instance_id } = (await ana.post(`/instances/${id}/migrate`, { target_type: 'cpu' })).body;
    assert.equal((await ana.post(`/instances/${new_instance_id}/migrate`, { target_type: 'gpu' })).status, 400);
    await backend.control.setRequirement(ana.user.email, 'storage', false);
    assert.equal((await ana.post(`/instances/${new_instance_id}/migrate`, { target_type: 'gpu' })).status, 400);
  });
});
