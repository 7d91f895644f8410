import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Backend, openBackend, type Session } from '../testing/backend';

describe('instances over HTTP', () => {
  let backend: Backend;
  let ana: Session;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());
  const login = async (): Promise<Session> => {
    ana = await backend.login();
    return ana;
  };

  it('offers what fits the filters, the cheapest first, whatever the spelling of the GPU', async () => {
    await login();
    const { body } = await ana.get('/instances/offers?gpu_name=rtx_4090&max_price=0.50&min_disk=200');
    assert.ok(body.count >= 8);
    assert.deepEqual(new Set(body.offers.map((offer: { gpu_name: string }) => offer.gpu_name)), new Set(['RTX 4090']));
    const { body: multiple } = await ana.get('/instances/offers?num_gpus=2&limit=3');
    assert.ok(multiple.count > 0 && multiple.offers.every((offer: { num_gpus: number }) => offer.num_gpus >= 2));
    assert.ok((await ana.get('/instances/offers')).body.count >= 20);
    assert.equal((await ana.get('/instances/offers?limit=5')).body.count, 5);
    assert.deepEqual((await ana.get('/instances/offers?gpu_name=banana')).body, { offers: [], count: 0 });
    const all = (await ana.get('/instances/offers?limit=100')).body.count;
    for (const filter of [
      'region=EU',
      'verified_only=true',
      'static_ip=true',
      'machine_type=on-demand',
      'min_reliability=0.95',
    ]) {
      const found = (await ana.get(`/instances/offers?limit=100&${filter}`)).body.count;
      assert.ok(found > 0 && found < all, filter);
    }
  });

  it('creates, starts, pauses, resumes and destroys', async () => {
    await login();
    const offer = await ana.cheapestOffer();
    await backend.control.stopTime(ana.user.email); // on a slow machine it would run before the reply is made
    const created = await ana.post('/instances', { offer_id: offer.id, label: 'test-gpu', disk_size: 100, ports: [8080] });
    assert.equal(created.status, 201);
    assert.deepEqual(
      [created.body.status, created.body.dph_total, created.body.label],
      ['creating', offer.dph_total, 'test-gpu'],
    );
    const { id } = created.body;
    await backend.control.passTime(ana.user.email, 1);
    const running = await ana.until(`/instances/${id}`, ({ status }) => status === 'running');
    assert.deepEqual(
      Object.entries(running).filter(([name, value]) => value === null && name !== 'cpu_standby'),
      [],
      'every field is filled',
    );
    assert.deepEqual([running.total_dph, running.disk_space], [offer.dph_total, 100]);
    assert.ok(Object.keys(running.ports).includes('8080/tcp'));
    assert.equal((await ana.post(`/instances/${id}/pause`)).body.success, true);
    const paused = (await ana.get(`/instances/${id}`)).body;
    assert.deepEqual([paused.status, paused.actual_status], ['paused', 'paused']);
    assert.ok(Math.abs(paused.total_dph - (100 * 0.04) / 720) < 1e-5);
    assert.deepEqual((await ana.get('/instances?status=running')).body.instances, []);
    assert.equal((await ana.post(`/instances/${id}/resume`)).status, 200);
    assert.equal((await ana.get(`/instances/${id}`)).body.status, 'running');
    assert.equal((await ana.delete(`/instances/${id}`)).body.success, true);
    assert.equal((await ana.get(`/instances/${id}`)).status, 404);
    assert.deepEqual((await ana.get('/instances')).body, { instances: [], count: 0 });
  });

  it('refuses with 409 what the state does not allow', async () => {
    const slow = await openBackend({ timings: { instanceStart: 60_000 } });
    try {
      const session = await slow.login();
      const { id: offer_id } = await session.cheapestOffer();
      const { id } = (await session.post('/instances', { offer_id })).body;
      for (const action of ['pause', 'resume', 'sync']) {
        assert.equal((await session.post(`/instances/${id}/${action}`)).status, 409, action);
      }
      assert.equal((await session.post(`/instances/${id}/migrate`, { target_type: 'cpu' })).status, 409);
      assert.equal((await session.post(`/instances/${id}/migrate/estimate`, { target_type: 'cpu' })).status, 409);
      assert.equal((await session.delete(`/instances/${id}`)).status, 200);
    } finally {
      await slow.close();
    }
    await login();
    const { id } = await ana.runningInstance();
    assert.equal((await ana.post(`/instances/${id}/resume`)).status, 409);
    await ana.post(`/instances/${id}/pause`);
    assert.equal((await ana.post(`/instances/${id}/pause`)).status, 409);
    assert.equal((await ana.post(`/instances/${id}/sync`)).status, 409);
    assert.equal((await ana.get(`/instances/${id}`)).body.status, 'paused');
  });

  it('takes an offer off the market of its tenant only, and gives it back', async () => {
    await login();
    const other = await backend.login();
    const offer = await ana.cheapestOffer();
    const { id } = await ana.runningInstance();
    assert.notEqual((await ana.cheapestOffer()).id, offer.id);
    assert.equal((await other.cheapestOffer()).id, offer.id);
    const again = await ana.post('/instances', { offer_id: offer.id });
    assert.deepEqual([again.status, again.body.details], [400, { offer_id: offer.id }]);
    await ana.delete(`/instances/${id}`);
    assert.equal((await ana.cheapestOffer()).id, offer.id);
  });

  it('keeps tenants apart: the id of another is unknown', async () => {
    await login();
    const { id } = await ana.runningInstance();
    const bia = await backend.login();
    assert.deepEqual((await bia.get('/instances')).body.instances, []);
    assert.equal((await bia.get(`/instances/${id}`)).status, 404);
    assert.equal((await bia.delete(`/instances/${id}`)).status, 404);
    assert.equal((await bia.post(`/snapshots`, { name: 'theirs', instance_id: id })).status, 404);
    for (const action of ['pause', 'resume', 'sync']) {
      assert.equal((await bia.post(`/instances/${id}/${action}`)).status, 404, action);
    }
    assert.equal((await ana.get(`/instances/${id}`)).body.status, 'running');
  });

  it('refuses what the account lacks, what is not on offer, and a disk that does not fit', async () => {
    const poor = await backend.login({ lacks: ['balance'] });
    const { id: offer_id, disk_space } = await poor.cheapestOffer();
    assert.equal((await poor.post('/instances', { offer_id })).status, 402);
    assert.equal((await poor.post('/instances/wizard', { gpu_name: 'rtx4090' })).status, 402);
    assert.deepEqual((await poor.get('/instances')).body.instances, []);
    const keyless = await backend.login({ lacks: ['vast_key'] });
    // Lacking the key comes before a body that makes no sense.
    const refused = await keyless.post('/instances', { offer_id: 'x' });
    assert.deepEqual([refused.status, refused.body], [400, { error: 'Vast.ai API key not configured' }]);
    await login();
    assert.equal((await ana.post('/instances', { offer_id: 1 })).status, 400);
    assert.equal((await ana.post('/instances', { offer_id, disk_size: disk_space + 1 })).status, 400);
    assert.equal((await ana.post('/instances', { offer_id, disk_size: 9 })).status, 422);
    assert.equal((await ana.get('/instances')).body.count, 0);
  });

  it('lets the wizard rent the cheapest offer of a GPU, and says 409 when there is none', async () => {
    await login();
    const cheapest = await ana.cheapestOffer();
    const { status, body } = await ana.post('/instances/wizard', { gpu_name: 'rtx4090' });
    assert.equal(status, 201);
    assert.deepEqual(
      [body.optimization.offer_id, body.label, body.disk_space, body.gpu_name],
      [cheapest.id, 'wizard-rtx4090', 50, 'RTX 4090'],
    );
    for (const wishes of [{ gpu_name: 'banana' }, { gpu_name: 'cpu' }, { gpu_name: 'rtx4090', max_price: 0.01 }]) {
      assert.equal((await ana.post('/instances/wizard', wishes)).status, 409);
    }
  });

  it('says 503 while Vast.ai is offline', async () => {
    await login();
    await backend.control.setDependency('vast', 'offline');
    assert.equal((await ana.get('/instances')).status, 503);
    await backend.control.setDependency('vast', 'healthy');
    assert.equal((await ana.get('/instances')).status, 200);
  });

  it('charges the balance for what runs', async () => {
    await login();
    assert.deepEqual((await ana.get('/balance')).body, { credit: 100, balance: 0 });
    const usageBefore = (await ana.get('/savings/summary')).body.total_cost_dumont;
    const { id } = await ana.runningInstance();
    assert.ok((await ana.get('/savings/summary')).body.total_cost_dumont > usageBefore);
    await ana.delete(`/instances/${id}`);
  });
});
