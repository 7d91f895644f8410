import { ABSENT, demandList, lookUp, type Resource } from './resource';

/** A snapshot, known by the id (whole or short) noted under `placeholder`. */
export function snapshot(placeholder: string): Resource {
  const self: Resource = {
    kind: 'snapshot',
    written: `o snapshot <${placeholder}>`,
    placeholder,
    situations: ['guardado'],
    atRest: 'guardado',

    async look(client) {
      const { body } = await client.look('listSnapshots');
      const item = demandList(self.findInList(body, client.memory), 'listSnapshots');
      return item ? { exists: true, state: 'guardado', item } : ABSENT;
    },

    isIn: (situation, { exists }) => situation === 'guardado' && exists,

    findInList: (reply, memory) => lookUp(reply, 'snapshots', ['id', 'short_id'], memory.recall(placeholder)),

    async prepare(_, client, { instance } = {}) {
      if (instance === undefined)
        throw new Error(
          `um snapshot é de uma instância: diga de qual, como em "já tenho o snapshot <${placeholder}> da instância <instance_id>".`,
        );
      const body = { name: 'backup-v1', instance_id: client.memory.recall(instance) };
      client.memory.store(placeholder, (await client.ask<{ id: string }>('createSnapshot', { body })).id); // stored already: the reply says so
    },
  };
  return self;
}
