import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginByApi } from '../../suite/targets/session';
import { type Received, requestJson } from '../../suite/wire/http';
import { startBackend } from './backend';
import { type DeviationName, UNDECLARED_SECRETS } from './deviations';

type Ask = (method: string, path: string, body?: unknown) => Promise<Received>;
type Fields = Readonly<Record<string, unknown>>;

const fields = ({ body }: Received): Fields => body as Fields;

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
