import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESOURCE_PATTERNS, readResource } from './reading';
import { lookUp } from './resource';
import { SITUATIONS } from './situations';

const WRITTEN = [
  'a instância <gpu>',
  'a oferta <ID>',
  'o snapshot <backup>',
  'o job <treino>',
  'a CPU standby da GPU <gpu>',
  'o auto-standby',
];

test('each resource that a sentence may name is recognised by one pattern and reads as it was written', () => {
  for (const written of WRITTEN) {
    const matching = RESOURCE_PATTERNS.filter((pattern) => new RegExp(`^(?:${pattern})$`).test(written));
    assert.equal(matching.length, 1, written);
    assert.equal(readResource(written).written, written);
  }
  assert.equal(RESOURCE_PATTERNS.length, WRITTEN.length, 'one of them is not tried here');
});

test('every situation of the vocabulary is said of some resource, and no resource has another', () => {
  const said = WRITTEN.flatMap((written) => readResource(written).situations);
  assert.deepEqual([...new Set(said)].sort(), [...SITUATIONS].sort());
});

const seen = (item: Readonly<Record<string, unknown>> | undefined, exists = item !== undefined) => ({ exists, state: '', item });
const situationsOf = (written: string, item: Readonly<Record<string, unknown>> | undefined): readonly string[] => {
  const resource = readResource(written);
  return resource.situations.filter((situation) => resource.isIn(situation, seen(item)));
};

test('an instance is in a situation when both what was asked for and what really is say so', () => {
  const of = (status: string, actual_status: string, num_gpus = 1): readonly string[] =>
    situationsOf('a instância <gpu>', { status, actual_status, num_gpus });
  assert.deepEqual(of('running', 'running'), ['em execução']);
  assert.deepEqual(of('running', 'running', 0), ['em execução', 'em execução em uma CPU']);
  assert.deepEqual(of('paused', 'paused'), ['pausada']);
  assert.deepEqual(of('creating', 'creating'), ['em criação']);
  assert.deepEqual(of('running', 'creating'), []);
  assert.deepEqual(of('paused', 'running'), []);
  assert.deepEqual(of('running', 'paused'), []);
  assert.deepEqual(situationsOf('a instância <gpu>', undefined), []);
});

test('what deployments call a paused machine is one once that was asked for, and nothing else is', () => {
  const of = (status: string, actual_status: string): readonly string[] =>
    situationsOf('a instância <gpu>', { status, actual_status, num_gpus: 1 });
  assert.deepEqual(of('paused', 'stopped'), ['pausada']);
  assert.deepEqual(of('running', 'stopped'), []);
  assert.deepEqual(of('stopped', 'stopped'), []);
});

test('a standby CPU syncs once it has synced, and is an orphan only when it is ready without its GPU', () => {
  const of = (item: object): readonly string[] =>
    situationsOf('a CPU standby da GPU <gpu>', {
      state: 'ready',
      gpu_failed: false,
      sync_enabled: false,
      sync_count: 0,
      ...item,
    });
  assert.deepEqual(of({}), ['pronta']);
  assert.deepEqual(of({ state: 'provisioning' }), []);
  assert.deepEqual(of({ state: 'syncing', sync_enabled: true }), []);
  assert.deepEqual(of({ state: 'syncing', sync_enabled: true, sync_count: 1 }), ['sincronizando']);
  assert.deepEqual(of({ gpu_failed: true }), ['órfã']);
  assert.deepEqual(of({ gpu_failed: true, state: 'provisioning' }), []);
});

test('jobs, snapshots, offers and the switch', () => {
  assert.deepEqual(situationsOf('o job <treino>', { status: 'queued' }), ['na fila']);
  assert.deepEqual(situationsOf('o job <treino>', { status: 'completed' }), ['concluído']);
  assert.deepEqual(situationsOf('o job <treino>', { status: 'failed' }), []);
  assert.deepEqual(situationsOf('o job <treino>', undefined), []);
  assert.deepEqual(situationsOf('o snapshot <backup>', { id: 'a' }), ['guardado']);
  assert.deepEqual(situationsOf('o snapshot <backup>', undefined), []);
  assert.deepEqual(situationsOf('o auto-standby', { auto_standby_enabled: true }), ['ligado']);
  assert.deepEqual(situationsOf('o auto-standby', { auto_standby_enabled: false }), ['desligado']);
});

test('an item is looked for by any of its ids, as the very value', () => {
  const reply = { jobs: [{ job_id: 'a', id: 'x' }, { job_id: 'b' }, null] };
  assert.deepEqual(lookUp(reply, 'jobs', ['job_id', 'id'], 'x').item, { job_id: 'a', id: 'x' });
  assert.deepEqual(lookUp(reply, 'jobs', ['job_id'], 'x'), {
    listName: 'jobs',
    idFields: ['job_id'],
    list: reply.jobs,
    item: undefined,
  });
  assert.equal(lookUp({ instances: [{ id: 7 }] }, 'instances', ['id'], '7').item, undefined);
  for (const none of [undefined, null, {}, { jobs: 'a' }]) assert.equal(lookUp(none, 'jobs', ['id'], 'a').list, undefined);
});
