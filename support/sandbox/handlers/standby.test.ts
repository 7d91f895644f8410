import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Backend, openBackend, type Session } from '../testing/backend';

describe('CPU standby over HTTP', () => {
  let backend: Backend;
  let ana: Session;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());
  const pairedInstance = async (): Promise<number> => {
    ana = await backend.login();
    await ana.post('/standby/configure', { enabled: true, gcp_zone: 'europe-west1-b' });
    return (await ana.runningInstance()).id;
  };
  const ready = (id: number) =>
    ana
      .until('/standby/associations', ({ associations }) => associations[id]?.state === 'ready')
      .then((body) => body.associations[id]);

  it('starts switched off, is configured once somebody did so, and keeps its zone until told another', async () => {
    ana = await backend.login();
    const fresh = (await ana.get('/standby/status')).body;
    assert.deepEqual([fresh.configured, fresh.auto_standby_enabled, fresh.config.gcp_zone], [false, false, 'us-central1-a']);
    const on = (await ana.post('/standby/configure', { gcp_zone: 'europe-west1-b' })).body;
    assert.deepEqual([on.enabled, on.config.gcp_zone, on.config.estimated_cost_monthly_usd], [true, 'europe-west1-b', 7.2]);
    const off = (await ana.post('/standby/configure', { enabled: false })).body;
    assert.deepEqual([off.enabled, off.config], [false, undefined]);
    const later = (await ana.get('/standby/status')).body;
    assert.deepEqual([later.configured, later.auto_standby_enabled, later.config.gcp_zone], [true, false, 'europe-west1-b']);
    assert.equal((await ana.post('/standby/configure', { gcp_zone: 'Marte' })).status, 422);
  });

  it('needs GCP credentials and the key to be switched on, not to be switched off', async () => {
    for (const lacks of [['gcp'], ['vast_key']] as const) {
      const session = await backend.login({ lacks });
      assert.equal((await session.post('/standby/configure', { enabled: true })).status, 400);
      assert.equal((await session.get('/standby/status')).body.auto_standby_enabled, false);
      assert.equal((await session.post('/standby/configure', { enabled: false })).status, 200);
    }
  });

  it('pairs a new GPU with a CPU in the zone of the account, unless told to skip it', async () => {
    const id = await pairedInstance();
    const pair = await ready(id);
    assert.deepEqual(
      [pair.gpu_instance_id, pair.cpu_standby.zone, pair.gpu_failed, pair.sync_enabled, pair.sync_count],
      [id, 'europe-west1-b', false, false, 0],
    );
    const { body } = await ana.get(`/instances/${id}`);
    assert.equal(body.cpu_standby.name, pair.cpu_standby.name);
    assert.ok(Math.abs(body.total_dph - body.dph_total - 0.01) < 1e-9);
    const alone = await ana.runningInstance({ skip_standby: true });
    assert.equal(alone.cpu_standby, null);
    assert.equal((await ana.get('/standby/associations')).body.count, 1);
  });

  it('copies from the GPU to the CPU while the GPU runs', async () => {
    const id = await pairedInstance();
    await ready(id);
    assert.equal((await ana.post(`/standby/associations/${id}/start-sync`)).status, 200);
    const counted = await ana.until('/standby/status', ({ associations }) => associations[id].sync_count > 0);
    assert.deepEqual([counted.associations[id].sync_enabled, counted.associations[id].state], [true, 'syncing']);
    await backend.control.passTime(ana.user.email, 1);
    const later = (await ana.get('/standby/status')).body.associations[id];
    assert.equal(later.sync_count, counted.associations[id].sync_count + 120); // one every 30 s
    assert.equal((await ana.post('/standby/associations/1/start-sync')).status, 404);
  });

  it('takes the CPU along when the user wants the GPU gone', async () => {
    const id = await pairedInstance();
    await ready(id);
    const { body } = await ana.delete(`/instances/${id}?destroy_standby=true&reason=user_request`);
    assert.match(body.message, /CPU standby destroyed/);
    assert.deepEqual((await ana.get('/standby/associations')).body, { associations: {}, count: 0 });
  });

  it('keeps the CPU as an orphan when the GPU failed, or when it was not to go, and forgets it on demand', async () => {
    const cases = [
      ['reason=gpu_failure&destroy_standby=false', 'gpu_failure'],
      ['reason=spot_interruption', 'spot_interruption'],
      ['destroy_standby=false', 'user_request'],
    ] as const;
    for (const [query, reason] of cases) {
      const id = await pairedInstance();
      const pair = await ready(id);
      await ana.post(`/standby/associations/${id}/start-sync`);
      const { body } = await ana.delete(`/instances/${id}?${query}`);
      assert.match(body.message, new RegExp(`CPU standby kept.*${reason}`));
      assert.equal((await ana.get(`/instances/${id}`)).status, 404);
      const status = (await ana.get('/standby/status')).body;
      assert.equal(status.active_associations, 0);
      const [orphan] = status.orphans;
      assert.deepEqual(
        [orphan.gpu_instance_id, orphan.failure_reason, orphan.cpu_standby, orphan.state],
        [id, reason, pair.cpu_standby, 'ready'],
      );
      assert.equal(status.associations[id].sync_enabled, true);
      assert.equal((await ana.post(`/standby/associations/${id}/start-sync`)).status, 409);
      assert.equal((await ana.delete(`/standby/associations/${id}`)).status, 200);
      assert.equal((await ana.delete(`/standby/associations/${id}`)).status, 404);
      assert.deepEqual((await ana.get('/standby/status')).body.orphans, []);
    }
  });

  it('shows nobody the pairs of another', async () => {
    const id = await pairedInstance();
    const bia = await backend.login();
    assert.equal((await bia.get('/standby/associations')).body.count, 0);
    assert.equal((await bia.post(`/standby/associations/${id}/start-sync`)).status, 404);
    assert.equal((await bia.delete(`/standby/associations/${id}`)).status, 404);
  });
});
