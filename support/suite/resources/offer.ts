import { ABSENT, lookUp, type Resource } from './resource';

/** An offer of the market, known by the id noted under `placeholder`. */
export function offer(placeholder: string): Resource {
  return {
    kind: 'offer',
    written: `a oferta <${placeholder}>`,
    placeholder,
    situations: ['disponível'],

    async look(world) {
      const { body } = await world.look('dumont instance offers limit=100');
      const { list, listName, item } = lookUp(body, 'offers', ['id'], world.memory.recall(placeholder));
      if (!list) throw new Error(`a resposta de \`dumont instance offers\` não tem a lista "${listName}".`);
      return item ? { exists: true, state: 'disponível', item } : { ...ABSENT, state: 'fora da busca' };
    },

    isIn: (_, { exists }) => exists,

    findInList: (reply, world) => lookUp(reply, 'offers', ['id'], world.memory.recall(placeholder)),

    async prepare() {
      throw new Error(
        `a oferta <${placeholder}> não se cria, se escolhe; use, por exemplo, Dado que escolhi a oferta mais barata como <${placeholder}>.`,
      );
    },
  };
}
