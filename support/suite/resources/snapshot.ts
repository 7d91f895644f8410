import { instance } from './instance';
import { ABSENT, lookUp, type Resource } from './resource';

/** The source instance of a prepared snapshot is noted under this name. */
const SOURCE = 'instance_id';

/** A snapshot, known by the id (whole or short) noted under `placeholder`. */
export function snapshot(placeholder: string): Resource {
  const self: Resource = {
    kind: 'snapshot',
    written: `o snapshot <${placeholder}>`,
    placeholder,
    situations: ['guardado'],

    async look(world) {
      const { body } = await world.look('dumont snapshot list');
      const { list, listName, item } = self.findInList(body, world);
      if (!list) throw new Error(`a resposta de \`dumont snapshot list\` não tem a lista "${listName}".`);
      return item ? { exists: true, state: 'guardado', item } : ABSENT;
    },

    isIn: (situation, { exists }) => situation === 'guardado' && exists,

    findInList: (reply, world) => lookUp(reply, 'snapshots', ['id', 'short_id'], world.memory.recall(placeholder)),

    async prepare(_, world) {
      if (!world.memory.has(SOURCE)) await instance(SOURCE).prepare('em execução', world);
      const body = { name: 'backup-v1', instance_id: world.memory.recall(SOURCE) };
      world.memory.store(placeholder, (await world.ask<{ id: string }>('createSnapshot', { body })).id); // stored already: the reply says so
    },
  };
  return self;
}
