import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { eventually } from '../../testing/processes';
import { serve } from '../../testing/serve';
import { temporaryFolder } from '../../testing/temporary-folder';
import { callApi } from '../targets/api';
import { loginByApi } from '../targets/session';
import { RecordingProxy } from '../wire/proxy';
import { AccountGuard } from './account-guard';
import { Ledger } from './cleanup/ledger';
import { readLedger } from './cleanup/ledger-folder';
import { isSettled } from './cleanup/ledger-records';
import { leftoverInWords, settle } from './cleanup/settling';

// What a scenario creates on an account that others use, seen by the sandbox behind a proxy, as on a deployment.

const USER = { email: 'dona@example.com', password: 'senha-da-dona', secrets: [] };
const CREATE = 'createInstance';

let sandbox: Sandbox;
let token: string;
const proxies: RecordingProxy[] = [];
before(async () => {
  sandbox = await startSandbox();
  await sandbox.control.createUser(USER);
  token = await loginByApi(sandbox.url, USER);
});
after(async () => {
  for (const proxy of proxies) await proxy.close();
  await sandbox.close();
});

afterEach(async () => {
  for (const instance_id of await instances()) await callApi(sandbox.url, 'deleteInstance', { token, params: { instance_id } });
});

interface Guarded {
  readonly proxy: RecordingProxy;
  readonly ledger: Ledger;
}

async function guarded({ baseUrl = sandbox.url, ceiling = 10, folder = temporaryFolder('ledger') } = {}): Promise<Guarded> {
  const run = { type: 'run', run: 'r', baseUrl, account: USER.email, host: 'h', pid: 1 } as const;
  const ledger = new Ledger({ file: path.join(folder, 'r.jsonl'), run, place: 'features/02.feature:7' });
  const guard = new AccountGuard({ baseUrl, ledger, ceiling });
  const proxy = await RecordingProxy.start(baseUrl, {
    onExchange: (request, exchange) => guard.observe(request, exchange),
    refusal: (request) => guard.refusal(request),
  });
  proxies.push(proxy);
  return { proxy, ledger };
}

const cheapest = async (): Promise<{ id: number; dph_total: number }> => {
  const { body } = await callApi(sandbox.url, 'listOffers', { token });
  return (body as { offers: { id: number; dph_total: number }[] }).offers[0] ?? { id: 0, dph_total: 0 };
};

/** @returns the id of the instance, null when the request was lost or held back */
const rent = async ({ proxy }: { proxy: { url: string } }, body: object = {}): Promise<number | null> => {
  const { id: offer_id } = await cheapest();
  const reply = await callApi(proxy.url, CREATE, { token, body: { offer_id, ...body } }).catch(() => null);
  return (reply?.body as { id?: number } | undefined)?.id ?? null;
};

const instances = async (): Promise<string[]> => {
  const { body } = await callApi(sandbox.url, 'listInstances', { token });
  return (body as { instances: { id: number }[] }).instances.map(({ id }) => String(id));
};

const settled = ({ ledger }: Guarded, baseUrl = sandbox.url) => settle(ledger, { baseUrl, token, patienceMs: 5000 });

/** A backend before the sandbox that spoils some replies, or answers in its place. */
function spoiling(spoil: (line: string, outgoing: http.ServerResponse) => 'answered' | 'cut' | null): Promise<string> {
  return serve((incoming, outgoing) => {
    const what = spoil(`${incoming.method} ${incoming.url}`, outgoing);
    if (what === 'answered') return;
    const { method, headers, url } = incoming;
    const onward = http.request(new URL(url ?? '/', sandbox.url), { method, headers }, (reply) => {
      if (what === 'cut') {
        reply.resume().on('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(reply.statusCode ?? 0, reply.headers);
      reply.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
}

test('the intent is on the disk before the request leaves, the outcome before the reply is seen; what was created is destroyed', async () => {
  const folder = temporaryFolder('ledger');
  const atRequest: string[] = [];
  const baseUrl = await spoiling((line) => {
    if (line === 'POST /api/v1/instances') atRequest.push(...readLedger(path.join(folder, 'r.jsonl')).map(({ type }) => type));
    return null;
  });
  const stage = await guarded({ baseUrl, folder });
  await rent(stage);
  assert.deepEqual(atRequest, ['run', 'intent']);
  assert.deepEqual(
    readLedger(stage.ledger.file).map(({ type }) => type),
    ['run', 'intent', 'outcome'],
  );
  assert.equal((await instances()).length, 1);
  assert.deepEqual(await settled(stage), { leftovers: [], found: [] });
  assert.deepEqual(await instances(), []);
  assert.ok(isSettled(Ledger.reopen(stage.ledger.file).state));
});

test('a refused request created nothing; what the CLI destroyed is not destroyed again', async () => {
  const stage = await guarded();
  await rent(stage, { disk_size: 1 });
  assert.ok(isSettled(stage.ledger.state));
  const instance_id = (await rent(stage)) ?? 0;
  await callApi(stage.proxy.url, 'deleteInstance', { token, params: { instance_id } });
  assert.deepEqual(
    stage.ledger.alive.map(({ kind }) => kind),
    ['standby'],
  );
});

test('past the ceiling nothing is rented: the request is held back, with what it would cost', async () => {
  const stage = await guarded({ ceiling: 0.01 });
  assert.equal(await rent(stage), null);
  const [exchange] = stage.proxy.takeExchanges();
  assert.match(
    exchange?.failure ?? '',
    /^retido pela suíte: a até US\$ \d,\d\d por hora isto custaria US\$ 0,\d\d, e com os US\$ 0,00 já comprometidos passaria do teto de US\$ 0,01 da execução; se for o que você quer, aumente DUMONT_MAX_COST$/,
  );
  assert.deepEqual(await instances(), []);
  assert.ok(isSettled(stage.ledger.state));
});

test('what the other scenarios of the run have rented counts too', async () => {
  const folder = temporaryFolder('ledger');
  const quarterOfAnHour = ((await cheapest()).dph_total + 25 / 720) / 4; // its CPU standby may come with it
  const ceiling = 1.5 * quarterOfAnHour;
  const [first, second] = [await guarded({ ceiling, folder }), await guarded({ ceiling, folder })];
  assert.ok((await rent(first)) !== null);
  assert.equal(await rent(second), null);
  await settled(first);
  assert.ok((await rent(second)) !== null, 'what is gone costs only the time that it was there');
});

test('where no ledger can be written nothing is created', async () => {
  const stage = await guarded({ folder: '/dev/null' });
  assert.equal(await rent(stage), null);
  assert.match(
    stage.proxy.takeExchanges()[0]?.failure ?? '',
    /^retido pela suíte: não consegui registrar em disco o que seria criado \(\w+ em \/dev\/null\/r\.jsonl\), e sem registro nada se cria$/,
  );
  assert.deepEqual(await instances(), []);
});

test('a machine of a request whose reply is lost is found, told and destroyed; what others rented meanwhile stays', async () => {
  const direct = { proxy: { url: sandbox.url } };
  const other = await rent(direct, { label: 'de-outra-pessoa' });
  const stage = await guarded({ baseUrl: await spoiling((line) => (line === 'POST /api/v1/instances' ? 'cut' : null)) });
  await rent(stage, { label: 'minha' });
  const meanwhile = await rent(direct, { label: 'de-outra-pessoa' });
  assert.equal(stage.ledger.state.unknown.length, 1);
  const { leftovers, found } = await settled(stage);
  assert.deepEqual([leftovers, found.length], [[], 1]);
  const others = [other, meanwhile].map(String);
  assert.deepEqual((await instances()).sort(), others.sort());
});

test('of several machines that may be the lost one none is destroyed: they are named', async () => {
  const stage = await guarded({ baseUrl: await spoiling((line) => (line === 'POST /api/v1/instances' ? 'cut' : null)) });
  await rent(stage);
  const id = await rent({ proxy: { url: sandbox.url } });
  const { leftovers } = await settled(stage);
  assert.match(
    leftovers.map(leftoverInWords).join(),
    new RegExp(
      `^o que createInstance pode ter criado \\(US\\$ \\d,\\d\\d por hora\\): o pedido ficou sem resposta, e apareceram na conta .*instância ${id}.*: confira; para remover: dumont instance delete \\d+ ou dumont instance delete \\d+$`,
    ),
  );
  assert.equal((await instances()).length, 2);
});

test('what a success does not name under the name of the contract is looked for', async () => {
  const stage = await guarded({
    baseUrl: await serve((incoming, outgoing) => {
      const { method, headers, url } = incoming;
      const onward = http.request(new URL(url ?? '/', sandbox.url), { method, headers }, (reply) => {
        let text = '';
        reply.on('data', (chunk) => {
          text += chunk;
        });
        const renamed = method === 'POST' && url?.endsWith('/instances');
        reply.on('end', () =>
          outgoing.writeHead(reply.statusCode ?? 0).end(renamed ? text.replace('"id":', '"machine":') : text),
        );
      });
      incoming.pipe(onward);
    }),
  });
  await rent(stage);
  const { leftovers, found } = await settled(stage);
  assert.deepEqual([leftovers, found.length, await instances()], [[], 1, []]);
});

test('what the API fails to destroy because it is not there counts as gone; what it fails to destroy and lists is named', async () => {
  let broken = false;
  const baseUrl = await spoiling((line, outgoing) => {
    if (!broken || !line.startsWith('DELETE /api/v1/instances/')) return null;
    outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"Internal server error"}');
    return 'answered';
  });
  const stage = await guarded({ baseUrl });
  const id = await rent(stage);
  broken = true;
  const { leftovers } = await settled(stage, baseUrl);
  assert.match(
    leftovers.map(leftoverInWords).join(),
    new RegExp(
      `^instância ${id} \\(US\\$ \\d,\\d\\d por hora\\): DELETE /api/v1/instances/${id} respondeu 500; para remover: dumont instance delete ${id}$`,
    ),
  );
  await callApi(sandbox.url, 'deleteInstance', { token, params: { instance_id: id ?? 0 } });
  assert.deepEqual(await settled(stage, baseUrl), { leftovers: [], found: [] });
});

test('a backend that fails to end a pair that never was leaves nothing to tell', async () => {
  const baseUrl = await spoiling((line, outgoing) => {
    if (!line.startsWith('DELETE /api/v1/standby/')) return null;
    outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"error":"Internal server error"}');
    return 'answered';
  });
  const stage = await guarded({ baseUrl });
  await rent(stage);
  assert.deepEqual(await settled(stage, baseUrl), { leftovers: [], found: [] });
  assert.ok(isSettled(stage.ledger.state));
});

test('a request whose sender is gone before it leaves never leaves, and nothing is looked for', async () => {
  const seen: string[] = [];
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = (): void => {};
  const listed = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const baseUrl = await serve((incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`;
    seen.push(line);
    if (line !== 'GET /api/v1/instances') return void outgoing.writeHead(404).end('{}');
    asked();
    void released.then(() => outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"instances":[]}'));
  });
  const stage = await guarded({ baseUrl });
  const reply = callApi(stage.proxy.url, CREATE, { token, body: { offer_id: 1 } }).catch(() => null);
  await listed;
  stage.proxy.takeExchanges(); // its command has ended
  release();
  await eventually(
    'the intent is settled',
    () => stage.ledger.state.unknown.length === 0 && recordsOf(stage).includes('outcome'),
  );
  assert.equal(await reply, null);
  assert.deepEqual(
    seen.filter((line) => line.startsWith('POST')),
    [],
  );
});

test('a request that reached nobody created nothing', async () => {
  const stage = await guarded({ baseUrl: 'http://127.0.0.1:9' });
  assert.equal(await callApi(stage.proxy.url, CREATE, { token, body: { offer_id: 1 } }).catch(() => null), null);
  assert.deepEqual(recordsOf(stage), ['run', 'intent', 'outcome']);
  assert.ok(isSettled(stage.ledger.state));
});

test('what may have been created counts against the ceiling as if it had', async () => {
  const quarterOfAnHour = ((await cheapest()).dph_total + 25 / 720) / 4;
  const stage = await guarded({
    baseUrl: await spoiling((line) => (line === 'POST /api/v1/instances' ? 'cut' : null)),
    ceiling: 1.5 * quarterOfAnHour,
  });
  await rent(stage);
  await rent(stage);
  assert.match(stage.proxy.takeExchanges().at(-1)?.failure ?? '', /passaria do teto/);
  assert.equal((await instances()).length, 1);
});

test('a record after one that was cut off is not lost with it', async () => {
  const stage = await guarded();
  await rent(stage);
  appendFileSync(stage.ledger.file, '{"at":"2026-11');
  for (const resource of stage.ledger.alive) stage.ledger.end(resource);
  assert.ok(isSettled(Ledger.reopen(stage.ledger.file).state));
});

const recordsOf = ({ ledger }: Guarded): string[] => readLedger(ledger.file).map(({ type }) => type);
