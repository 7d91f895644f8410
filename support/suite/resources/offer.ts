import { ABSENT, demandList, lookUp, type Resource } from './resource';

/** An offer of the market, known by the id noted under `placeholder`. */
export function offer(placeholder: string): Resource {
  const self: Resource = {
    kind: 'offer',
    written: `a oferta <${placeholder}>`,
    placeholder,
    situations: ['disponível'],
    atRest: null,

    async look(client) {
      const { body } = await client.look('listOffers', { query: { limit: '100' } });
      const item = demandList(self.findInList(body, client.memory), 'listOffers');
      return item ? { exists: true, state: 'disponível', item } : { ...ABSENT, state: 'fora da busca' };
    },

    isIn: (_, { exists }) => exists,

    findInList: (reply, memory) => lookUp(reply, 'offers', ['id'], memory.recall(placeholder)),

    async prepare() {
      throw new Error(
        `a oferta <${placeholder}> não se cria, se escolhe; use, por exemplo, Dado que escolhi a oferta mais barata como <${placeholder}>.`,
      );
    },
  };
  return self;
}
