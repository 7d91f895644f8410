import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginByApi } from '../../suite/targets/session';
import { type Received, requestJson } from '../../suite/wire/http';
import { startBackend } from './backend';
import { type DeviationName, UNDECLARED_SECRETS } from './deviations';

type Ask = (method: string, path: string, body?: unknown) => Promise<Received>;
type Fields = Readonly<Record<string, unknown>>;

const fields = ({ body }: Received): Fields => body as Fields;

const JOB = { job_name: 'x', model_id: 'unsloth/llama-3-8b-bnb-4bit' };

/** A machine that runs, rented over the API. */
async function running(ask: Ask): Promise<unknown> {
  const { offers } = fields(await ask('GET', '/api/v1/instances/offers?min_disk=100')) as { offers: readonly { id: number }[] };
  const { id } = fields(await ask('POST', '/api/v1/instances', { offer_id: offers[0]?.id }));
  while (fields(await ask('GET', `/api/v1/instances/${id}`)).status !== 'running');
  return id;
}

const SEEN: Readonly<Record<DeviationName, (ask: Ask) => Promise<void>>> = {
  'email-inside-user': async (ask) => {
    const { email, user } = fields(await ask('GET', '/api/auth/me'));
    assert.deepEqual([email, (user as Fields).email], [undefined, 'test@example.com']);
  },
  'snapshot-id-for-id': async (ask) => {
    const made = fields(await ask('POST', '/api/v1/snapshots', { name: 'x', instance_id: await running(ask) }));
    assert.deepEqual([made.id, typeof made.snapshot_id], [undefined, 'string']);
  },
  'bare-lists': async (ask) => assert.ok(Array.isArray((await ask('GET', '/api/v1/metrics/market')).body)),
  'sync-does-nothing': async (ask) => {
    const id = await running(ask);
    const { status, body } = await ask('POST', `/api/v1/instances/${id}/sync`);
    assert.deepEqual([status, (body as Fields).success], [200, false]);
    assert.equal(fields(await ask('GET', '/api/v1/snapshots')).count, 0);
  },
  'unknown-id-is-500': async (ask) => assert.equal((await ask('DELETE', '/api/v1/instances/1')).status, 500),
  'unknown-settings': async (ask) => {
    const shown = [await ask('GET', '/api/v1/settings'), await ask('GET', '/api/v1/auth/me')].map(({ body }) =>
      JSON.stringify(body),
    );
    for (const secret of Object.values(UNDECLARED_SECRETS)) for (const text of shown) assert.ok(text.includes(secret));
  },
  'flat-settings': async (ask) => {
    const { settings, restic_repo } = fields(await ask('GET', '/api/v1/settings'));
    assert.deepEqual([settings, typeof restic_repo], [undefined, 'string']);
  },
  'stopped-for-paused': async (ask) => {
    const id = await running(ask);
    await ask('POST', `/api/v1/instances/${id}/pause`);
    const { status, actual_status } = fields(await ask('GET', `/api/v1/instances/${id}`));
    assert.deepEqual([status, actual_status], ['paused', 'stopped']);
  },
  'no-balance': async (ask) => assert.equal((await ask('GET', '/api/v1/balance')).status, 404),
  'stopped-everywhere': async (ask) => {
    const id = await running(ask);
    await ask('POST', `/api/v1/instances/${id}/pause`);
    assert.equal(fields(await ask('GET', `/api/v1/instances/${id}`)).status, 'stopped');
  },
  'slow-start': async (ask) => {
    const { offers } = fields(await ask('GET', '/api/v1/instances/offers?min_disk=100')) as { offers: readonly { id: number }[] };
    assert.equal(fields(await ask('POST', '/api/v1/instances', { offer_id: offers[0]?.id })).actual_status, null);
  },
  'exact-gpu-names': async (ask) => assert.equal(fields(await ask('GET', '/api/v1/instances/offers?gpu_name=rtx4090')).count, 0),
  'other-spelling': async (ask) => assert.match(JSON.stringify(await ask('GET', '/api/v1/instances/offers')), /"RTX_4090"/),
  'incomplete-details': async (ask) =>
    assert.equal(fields(await ask('GET', `/api/v1/instances/${await running(ask)}`)).total_dph, null),
  'nameless-snapshots': async (ask) => {
    await ask('POST', '/api/v1/snapshots', { name: 'x', instance_id: await running(ask) });
    const { snapshots } = fields(await ask('GET', '/api/v1/snapshots')) as { snapshots: readonly Fields[] };
    assert.deepEqual([snapshots.length, snapshots[0]?.name], [1, undefined]);
  },
  'restore-into-existing': async (ask) => {
    const { status, body } = await ask('POST', '/api/v1/snapshots/restore', { snapshot_id: 'x', gpu_name: 'rtx4090' });
    assert.deepEqual([status, (body as { details: readonly Fields[] }).details[0]?.loc], [422, ['query', 'instance_id']]);
  },
  'standby-tells-little': async (ask) => assert.ok(!('orphans' in fields(await ask('GET', '/api/v1/standby/status')))),
  'jobs-by-id': async (ask) => {
    const { id, job_id } = fields(await ask('POST', '/api/v1/finetune/jobs', JOB));
    assert.deepEqual([typeof id, job_id], ['string', undefined]);
  },
  'cancel-tells-nothing': async (ask) => {
    const { id } = fields(await ask('POST', '/api/v1/finetune/jobs', JOB));
    assert.equal(fields(await ask('POST', `/api/v1/finetune/jobs/${id}/cancel`)).status, undefined);
  },
  'other-analytics': async (ask) => assert.ok('items' in fields(await ask('GET', '/api/v1/metrics/spot/llm-gpus'))),
  'estimate-in-minutes': async (ask) => {
    const estimate = await ask('POST', `/api/v1/instances/${await running(ask)}/migrate/estimate`, { target_type: 'cpu' });
    assert.equal(typeof fields(estimate).estimated_time_minutes, 'number');
  },
  'missing-operations': async (ask) => assert.equal((await ask('GET', '/api/v1/agent/status')).status, 405),
};

for (const [name, look] of Object.entries(SEEN) as [DeviationName, (ask: Ask) => Promise<void>][]) {
  test(`a backend deviates: ${name}`, async (t) => {
    const asking = async (deviations: readonly DeviationName[]): Promise<Ask> => {
      const backend = await startBackend({ deviations });
      t.after(() => backend.close());
      const token = await loginByApi(backend.baseUrl, { email: 'test@example.com', password: 'testpass123', secrets: [] });
      return (method, path, body) => requestJson({ method, url: backend.baseUrl + path, token, body, timeoutMs: 10_000 });
    };
    await look(await asking([name]));
    await assert.rejects(async () => look(await asking([])), 'without the deviation it is not seen');
  });
}
