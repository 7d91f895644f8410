import type { Resource } from './resource';
import { become } from './waiting';

/** The account's switch that gives each new GPU a CPU standing by. */
export function autoStandby(): Resource {
  const self: Resource = {
    written: 'o auto-standby',
    situations: ['ligado', 'desligado'],

    async look(world) {
      const { body } = await world.look('dumont standby status');
      const item = body as Record<string, unknown>;
      return { exists: true, state: item.auto_standby_enabled === true ? 'ligado' : 'desligado', item };
    },

    isIn: (situation, { item }) => item?.auto_standby_enabled === (situation === 'ligado'),

    findInList() {
      throw new Error('o auto-standby não é um item de lista; use "o auto-standby fica ligado" ou "fica desligado".');
    },

    async prepare(situation, world) {
      const { state } = await self.look(world);
      if (state === situation) return;
      await world.prepare(`dumont standby configure enabled=${situation === 'ligado'}`);
      await become(self, situation, world);
    },
  };
  return self;
}
