import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadContract } from '../contract/contract';
import { type Answer, type Backend, openBackend, type Session, send } from './testing/backend';

describe('every operation of the contract', () => {
  let backend: Backend;
  let ana: Session;
  before(async () => {
    backend = await openBackend();
    ana = await backend.login();
  });
  after(() => backend.close());

  it('succeeds in the ten journeys, with the replies that the contract describes', async () => {
    const succeeded = new Set<string>(['login']);
    const note = (method: string, target: string, { status }: Answer): void => {
      const path = target.startsWith('/') ? `/api/v1${target}` : `/${target}`;
      const operation = loadContract().match(method, path.replace(/\?.*/, ''))?.operation;
      assert.ok(operation && status < 300, `${method} ${target}: ${status}`);
      succeeded.add(operation.id);
    };
    const get = async (target: string) => {
      const answer = target.startsWith('/') ? await ana.get(target) : await send(backend.url, 'GET', target);
      note('GET', target, answer);
      return answer.body;
    };
    const post = async (target: string, body?: unknown) => {
      const answer = await ana.post(target, body);
      note('POST', target, answer);
      return answer.body;
    };
    const remove = async (target: string) => note('DELETE', target, await ana.delete(target));
    const running = (id: number) => ana.until(`/instances/${id}`, ({ status }) => status === 'running');

    for (const target of ['/auth/me', '/settings', '/balance', 'health', '/metrics/market', '/metrics/efficiency'])
      await get(target);
    for (const target of ['/metrics/providers', '/agent/status', '/metrics/savings/real', '/hibernation/stats'])
      await get(target);
    for (const view of ['summary', 'breakdown', 'history', 'comparison']) await get(`/savings/${view}`);
    for (const view of ['prediction/rtx4090', 'monitor', 'reliability', 'llm-gpus', 'safe-windows/rtx4090', 'availability']) {
      await get(`/metrics/spot/${view}`);
    }
    await get('/metrics/spot/training-cost?model=llama-3-8b');
    await get('/savings/comparison/rtx4090');
    await post('/ai-wizard/analyze', { files: { 'requirements.txt': 'torch==2.1.0\n' } });
    await post('/advisor/recommend', { task: 'Train Llama 3 8B with LoRA' });

    await get('/finetune/models');
    const { job_id } = await post('/finetune/jobs', { job_name: 'my-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit' });
    await get('/finetune/jobs');
    await get(`/finetune/jobs/${job_id}/logs`);
    await post(`/finetune/jobs/${job_id}/cancel`);

    await post('/standby/configure', { enabled: true, gcp_zone: 'europe-west1-b' });
    const { offers } = await get('/instances/offers?gpu_name=rtx4090&max_price=0.50');
    const { id } = await post('/instances', { offer_id: offers[0].id, label: 'test-gpu' });
    await running(id);
    await get('/instances');
    await get(`/instances/${id}`);
    await get('/agent/status');
    await post(`/instances/${id}/pause`);
    await post(`/instances/${id}/resume`);
    await ana.until('/standby/status', ({ associations }) => associations[id].state === 'ready');
    await post(`/standby/associations/${id}/start-sync`);
    await get('/standby/associations');
    await post(`/instances/${id}/sync`);
    const saved = await post('/snapshots', { name: 'backup-v1', instance_id: id });
    await get('/snapshots');
    await remove(`/instances/${id}?reason=gpu_failure&destroy_standby=false`);
    await get('/standby/status');
    await remove(`/standby/associations/${id}`);
    const { new_instance_id } = await post('/snapshots/restore', { snapshot_id: saved.id, gpu_name: 'rtx4090' });
    await post(`/instances/${new_instance_id}/migrate/estimate`, { target_type: 'cpu' });
    await post(`/instances/${new_instance_id}/migrate`, { target_type: 'cpu' });
    await remove(`/snapshots/${saved.id}`);
    await running((await post('/instances/wizard', { gpu_name: 'rtx4090' })).id);
    for (const view of ['summary', 'breakdown', 'history', 'comparison']) await get(`/savings/${view}`);
    await post('/auth/logout');

    assert.deepEqual(
      [...succeeded].sort(),
      loadContract()
        .operations.map((operation) => operation.id)
        .sort(),
    );
  });
});
