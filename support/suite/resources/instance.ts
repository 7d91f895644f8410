import type { AccountClient } from './account-client';
import { hasStatus } from './instance-status';
import { cheapestOf } from './offers';
import { ABSENT, demandList, lookUp, type Resource } from './resource';
import type { Situation } from './situations';
import { waitForState } from './waiting';

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
    atRest: 'em execução',

    async look(client) {
      const { status, body } = await client.look('getInstance', idOf(client), [200, 404]);
      if (status === 404) return (await isListed(client)) ? { ...ABSENT, exists: true, state: 'ainda na lista' } : ABSENT;
      const item = body as Record<string, unknown>;
      const { status: asked, actual_status: actual } = item;
      const differ = asked != null && actual != null && asked !== actual;
      return { exists: true, state: differ ? `${asked} (de fato ${actual})` : String(asked ?? actual), item };
    },

    isIn: (situation, { item }) =>
      item !== undefined &&
      hasStatus(item, STATUS_OF[situation]) &&
      (situation !== 'em execução em uma CPU' || item.num_gpus === 0),

    findInList: (reply, memory) => lookUp(reply, 'instances', ['id'], memory.recall(placeholder)),

    async prepare(situation, client, { offer } = {}) {
      if (situation === 'em criação') await client.control.stopTime((await client.account()).email); // it would soon run
      const offerId = offer === undefined ? cheapestOf(await client.ask('listOffers')).id : client.memory.recall(offer);
      const { id } = await client.ask<{ id: number }>('createInstance', { body: { offer_id: offerId, label: client.label } });
      client.memory.store(placeholder, id);
      if (situation === 'em criação') return;
      await waitForState(self, 'em execução', client);
      if (situation === 'pausada') await client.ask('pauseInstance', idOf(client));
      if (situation === 'em execução em uma CPU') client.memory.store(placeholder, await moveToCpu(client));
      if (situation !== 'em execução') await waitForState(self, situation, client);
    },
  };

  function idOf({ memory }: AccountClient): { params: { instance_id: string } } {
    return { params: { instance_id: String(memory.recall(placeholder)) } };
  }

  async function isListed(client: AccountClient): Promise<boolean> {
    const { body } = await client.look('listInstances');
    return demandList(self.findInList(body, client.memory), 'listInstances') !== undefined;
  }

  /** A CPU is not rented from the offers: work moves to it from a GPU. @returns the id of the CPU instance */
  async function moveToCpu(client: AccountClient): Promise<number> {
    const body = { target_type: 'cpu' };
    return (await client.ask<{ new_instance_id: number }>('migrateInstance', { ...idOf(client), body })).new_instance_id;
  }

  return self;
}
