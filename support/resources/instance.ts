import type { DumontWorld } from '../world';
import { chooseCheapestOffer } from './offers';
import { ABSENT, lookUp, type Resource } from './resource';
import type { Situation } from './situations';
import { become } from './waiting';

const STATUS_OF: Partial<Record<Situation, string>> = {
  'em criação': 'creating',
  'em execução': 'running',
  'em execução em uma CPU': 'running',
  pausada: 'paused',
};

/** An instance, GPU or CPU, known by the id noted under `placeholder`. */
export function instance(placeholder: string): Resource {
  const self: Resource = {
    written: `a instância <${placeholder}>`,
    situations: ['em criação', 'em execução', 'em execução em uma CPU', 'pausada'],

    async look(world) {
      const { status, body } = await world.look(`dumont instance get <${placeholder}>`, [200, 404]);
      if (status === 404)
        return (await isListed(world, placeholder)) ? { ...ABSENT, exists: true, state: 'ainda na lista' } : ABSENT;
      const item = body as Record<string, unknown>;
      const agreed = item.status === item.actual_status;
      return { exists: true, state: agreed ? String(item.status) : `${item.status} (de fato ${item.actual_status})`, item };
    },

    // Both fields must tell it: what was asked for and what really is.
    isIn: (situation, { item }) =>
      item !== undefined &&
      [item.status, item.actual_status].every((status) => status === STATUS_OF[situation]) &&
      (situation !== 'em execução em uma CPU' || item.num_gpus === 0),

    findInList: (reply, world) => lookUp(reply, 'instances', ['id'], world.memory.recall(placeholder)),

    async prepare(situation, world) {
      if (situation === 'em criação') await world.control.stopTime((await world.account()).email); // it would soon run
      if (!world.memory.has('ID')) world.memory.store('ID', (await chooseCheapestOffer({}, world)).id);
      const created = (await world.prepare('dumont instance create offer_id=<ID>')) as { id: number };
      world.memory.store(placeholder, created.id);
      await become(self, situation === 'em criação' ? situation : 'em execução', world);
      if (situation === 'em execução em uma CPU') await moveToCpu(self, placeholder, world);
      if (situation !== 'pausada') return;
      await world.prepare(`dumont instance pause <${placeholder}>`);
      await become(self, 'pausada', world);
    },
  };
  return self;
}

/** A CPU is not rented from the offers: work moves to it from a GPU. */
async function moveToCpu(self: Resource, placeholder: string, world: DumontWorld): Promise<void> {
  const moved = (await world.prepare(`dumont instance migrate <${placeholder}> target_type=cpu`)) as { new_instance_id: number };
  world.memory.store(placeholder, moved.new_instance_id);
  await become(self, 'em execução em uma CPU', world);
}

async function isListed(world: DumontWorld, placeholder: string): Promise<boolean> {
  const { body } = await world.look('dumont instance list');
  const { list, listName, item } = lookUp(body, 'instances', ['id'], world.memory.recall(placeholder));
  if (!list) throw new Error(`a resposta de \`dumont instance list\` não tem a lista "${listName}".`);
  return item !== undefined;
}
