import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Control } from './control';
import { connectControl } from './control-client';
import { serveControl } from './control-server';
import { type Backend, openBackend, Session, send } from './testing/backend';

const channels: [string, (backend: Backend) => Promise<{ control: Control; close(): Promise<void> }>][] = [
  ['in process', async ({ control }) => ({ control, close: async () => {} })],
  [
    'over HTTP',
    async ({ control }) => {
      const channel = await serveControl(control);
      return { control: connectControl(channel.url), close: channel.close };
    },
  ],
];

for (const [name, open] of channels) {
  describe(`control ${name}`, () => {
    let backend: Backend;
    let control: Control;
    let close: () => Promise<void>;
    before(async () => {
      backend = await openBackend();
      ({ control, close } = await open(backend));
    });
    after(async () => {
      await close();
      await backend.close();
    });
    const login = async (wishes: Parameters<Control['createUser']>[0] = {}): Promise<Session> => {
      const user = await control.createUser(wishes);
      const credentials = { username: user.email, password: user.password };
      const { body } = await send(backend.url, 'POST', '/auth/login', { body: credentials });
      return new Session(user, backend.url, body.token);
    };

    it('makes users with everything, or without what they shall lack, and removes them', async () => {
      const session = await login({ email: 'ana@example.com', password: 'senha', lacks: ['storage', 'history'] });
      assert.deepEqual([session.user.email, session.user.password, session.user.secrets.length], ['ana@example.com', 'senha', 5]);
      assert.equal((await session.get('/snapshots')).status, 400);
      assert.equal((await session.get('/savings/summary')).body.total_hours, 0);
      await assert.rejects(control.createUser({ email: 'ANA@example.com' }), /already exists/);
      await control.removeUser('ana@example.com');
      await control.removeUser('ana@example.com');
      assert.equal((await session.get('/auth/me')).status, 401);
    });

    it('gives and takes what the document asks of an account', async () => {
      const session = await login();
      const { email } = session.user;
      const { total_hours } = (await session.get('/savings/summary')).body;
      assert.ok(total_hours > 0);
      for (const [requirement, target] of [
        ['vast_key', '/instances'],
        ['storage', '/snapshots'],
      ] as const) {
        await control.setRequirement(email, requirement, false);
        assert.equal((await session.get(target)).status, 400);
        await control.setRequirement(email, requirement, true);
        assert.equal((await session.get(target)).status, 200);
      }
      await control.setRequirement(email, 'history', false);
      assert.equal((await session.get('/savings/summary')).body.total_hours, 0);
      await control.setRequirement(email, 'history', true);
      await control.setRequirement(email, 'history', true);
      assert.equal((await session.get('/savings/summary')).body.total_hours, total_hours);
      await control.setRequirement(email, 'dataset', false);
      const job = { job_name: 'my-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit' };
      assert.equal((await session.post('/finetune/jobs', job)).status, 400);
      await control.setRequirement(email, 'balance', false);
      assert.deepEqual((await session.get('/balance')).body, { credit: 0, balance: 0 });
      await control.setRequirement(email, 'balance', true);
      assert.deepEqual((await session.get('/balance')).body, { credit: 100, balance: 0 });
    });

    it('writes files into a volume and shows what volumes and snapshots hold', async () => {
      const session = await login();
      const { email } = session.user;
      const { id } = await session.runningInstance();
      const content = Buffer.from([0, 255, 10, 13, 200]);
      await control.writeFile(email, id, 'data/bytes.bin', content.toString('base64'));
      const manifest = await control.volumeManifest(email, id);
      assert.equal(manifest['data/bytes.bin'], createHash('sha256').update(content).digest('hex'));
      const saved = (await session.post('/snapshots', { name: 'all', instance_id: id })).body;
      assert.deepEqual(await control.snapshotManifest(email, saved.id), manifest);
      for (const outside of ['../escape', '/etc/passwd', '.', '']) {
        await assert.rejects(control.writeFile(email, id, outside, ''), /Not a file below/);
      }
    });

    it('deletes a file of an instance, and not what its snapshots keep', async () => {
      const session = await login();
      const { email } = session.user;
      const { id } = await session.runningInstance();
      await control.writeFile(email, id, 'data/bytes.bin', Buffer.from('bytes').toString('base64'));
      const saved = (await session.post('/snapshots', { name: 'all', instance_id: id })).body;
      await control.deleteFile(email, id, 'data/bytes.bin');
      assert.ok(!('data/bytes.bin' in (await control.volumeManifest(email, id))));
      assert.ok('data/bytes.bin' in (await control.snapshotManifest(email, saved.id)));
      for (const none of ['data/bytes.bin', 'data', '../escape', '']) {
        await assert.rejects(control.deleteFile(email, id, none), /No file/);
      }
    });

    it('lets time go by for one user, who pays for what ran in it', async () => {
      const [session, other] = [await login({ lacks: ['history'] }), await login({ lacks: ['history'] })];
      const { id, gpu_name, dph_total } = await session.runningInstance();
      await other.runningInstance();
      await control.passTime(session.user.email, 10);
      const bill = async (of: Session): Promise<unknown> => (await of.get('/savings/breakdown')).body.gpu_breakdown;
      const [billed] = (await bill(session)) as { gpu: string; hours: number; cost: number }[];
      assert.equal(billed?.gpu, gpu_name);
      assert.ok(billed.hours >= 10 && billed.hours < 10.1, `${billed.hours} hours`);
      assert.ok(Math.abs(billed.cost - 10 * dph_total) < 0.1, `US$ ${billed.cost}`);
      assert.ok((await session.get('/balance')).body.credit < 100 - 9.9 * dph_total);
      assert.equal((await session.post(`/instances/${id}/pause`)).status, 200);
      await control.passTime(session.user.email, 10);
      assert.deepEqual(await bill(session), [billed]);
      assert.ok((await other.get('/balance')).body.credit > 99);
      await assert.rejects(control.passTime(session.user.email, -1), /only goes forward/);
    });

    it('stops the time of one user, until some is let pass', async () => {
      const session = await login();
      await control.stopTime(session.user.email);
      const { id: offer_id } = await session.cheapestOffer();
      const { id } = (await session.post('/instances', { offer_id })).body;
      await (await login()).runningInstance();
      assert.equal((await session.get(`/instances/${id}`)).body.status, 'creating');
      await control.passTime(session.user.email, 1);
      assert.equal((await session.get(`/instances/${id}`)).body.status, 'running');
    });

    it('ends jobs and holds them in the queue, and takes dependencies down', async () => {
      const session = await login();
      const job = { job_name: 'my-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit' };
      const { job_id } = (await session.post('/finetune/jobs', job)).body;
      await control.finishJob(session.user.email, job_id, 'completed');
      assert.equal((await session.get('/finetune/jobs')).body.jobs[0].status, 'completed');
      await control.holdNextJob(session.user.email);
      await session.post('/finetune/jobs', job);
      await control.passTime(session.user.email, 1);
      assert.equal((await session.get('/finetune/jobs')).body.jobs[0].status, 'queued');
      await control.setDependency('gcp', 'degraded');
      const health = await send(backend.url, 'GET', 'health');
      assert.equal(health.body.status, 'degraded');
      await control.setDependency('gcp', 'healthy');
    });

    it('rejects, saying why, what it does not know', async () => {
      const { user } = await login();
      await assert.rejects(control.expiredToken('nobody@example.com'), /User nobody@example.com not found/);
      await assert.rejects(control.volumeManifest(user.email, 1), /Instance 1 not found/);
      await assert.rejects(control.snapshotManifest(user.email, 'ffffffff'), /Snapshot ffffffff not found/);
      await assert.rejects(control.finishJob(user.email, 'ffffffff', 'failed'), /not found/);
      await assert.rejects(control.setDependency('moon', 'offline'), /moon/);
      await assert.rejects(control.setRequirement(user.email, 'wings' as 'gcp', true), /wings/);
    });
  });
}

describe('control server', () => {
  it('lets nobody in without the key, and calls nothing but the functions of the channel', async () => {
    const backend = await openBackend();
    const channel = await serveControl(backend.control);
    try {
      const { origin, hash } = new URL(channel.url);
      const post = async (name: string, key: string): Promise<number> =>
        (await fetch(`${origin}/${name}`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: '[]' })).status;
      assert.equal(await post('createUser', 'guess'), 401);
      assert.equal(await post('constructor', hash.slice(1)), 404);
      assert.equal(await post('createUser', hash.slice(1)), 200);
      await assert.rejects(connectControl(`${origin}/#guess`).createUser({}), /Wrong control key/);
    } finally {
      await channel.close();
      await backend.close();
    }
    await assert.rejects(connectControl(channel.url).createUser({}));
  });
});
