import type { DumontWorld } from '../../world';
import { waitFor } from '../language/waiting';
import { hasStatus } from './instance-status';
import { cheapestOf } from './offers';
import { ABSENT, lookUp, type Resource } from './resource';
import type { Situation } from './situations';

const STATUS_OF: Partial<Record<Situation, string>> = {
  'em criação': 'creating',
  'em execução': 'running',
  'em execução em uma CPU': 'running',
  pausada: 'paused',
};

/** An instance, GPU or CPU, known by the id noted under `placeholder`. */
export function instance(placeholder: string): Resource {
  const self: Resource = {
    kind: 'instance',
    written: `a instância <${placeholder}>`,
    placeholder,
    situations: ['em criação', 'em execução', 'em execução em uma CPU', 'pausada'],

    async look(world) {
      const { status, body } = await world.look(`dumont instance get <${placeholder}>`, [200, 404]);
      if (status === 404)
        return (await isListed(world, placeholder)) ? { ...ABSENT, exists: true, state: 'ainda na lista' } : ABSENT;
      const item = body as Record<string, unknown>;
      const agreed = item.status === item.actual_status;
      return { exists: true, state: agreed ? String(item.status) : `${item.status} (de fato ${item.actual_status})`, item };
    },

    isIn: (situation, { item }) =>
      item !== undefined &&
      hasStatus(item, STATUS_OF[situation]) &&
      (situation !== 'em execução em uma CPU' || item.num_gpus === 0),

    findInList: (reply, world) => lookUp(reply, 'instances', ['id'], world.memory.recall(placeholder)),

    async prepare(situation, world) {
      if (situation === 'em criação') await world.control.stopTime((await world.account()).email); // it would soon run
      if (!world.memory.has('ID')) world.memory.store('ID', cheapestOf(await world.ask('listOffers')).id);
      const { id } = await world.ask<Rented>('createInstance', { body: { offer_id: world.memory.recall('ID') } });
      world.memory.store(placeholder, id);
      if (situation === 'em criação') return;
      await waitForStatus(id, 'running', world);
      if (situation === 'pausada') {
        await world.ask('pauseInstance', { params: { instance_id: id } });
        await waitForStatus(id, 'paused', world);
      }
      if (situation === 'em execução em uma CPU') world.memory.store(placeholder, await moveToCpu(id, world));
    },
  };
  return self;
}

type Rented = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly status: string;
};

/** Looks over the API, for a preparation. */
async function waitForStatus(id: number, status: string, world: DumontWorld): Promise<void> {
  await waitFor({
    look: () => world.ask<Rented>('getInstance', { params: { instance_id: id } }),
    holds: (item) => hasStatus(item, status),
    name: (item) => `${item.status} (de fato ${item.actual_status})`,
    wanted: `a instância ${id} deveria ficar ${status}`,
    patienceMs: world.suite.settings.patienceMs,
  });
}

/** A CPU is not rented from the offers: work moves to it from a GPU. @returns the id of the CPU instance */
async function moveToCpu(id: number, world: DumontWorld): Promise<number> {
  const target = { params: { instance_id: id }, body: { target_type: 'cpu' } };
  const { new_instance_id } = await world.ask<{ new_instance_id: number }>('migrateInstance', target);
  await waitForStatus(new_instance_id, 'running', world);
  return new_instance_id;
}

async function isListed(world: DumontWorld, placeholder: string): Promise<boolean> {
  const { body } = await world.look('dumont instance list');
  const { list, listName, item } = lookUp(body, 'instances', ['id'], world.memory.recall(placeholder));
  if (!list) throw new Error(`a resposta de \`dumont instance list\` não tem a lista "${listName}".`);
  return item !== undefined;
}
