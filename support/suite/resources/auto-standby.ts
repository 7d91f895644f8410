import type { Resource } from './resource';
import { waitForState } from './waiting';

/** The account's switch that gives each new GPU a CPU standing by. */
export function autoStandby(): Resource {
  const self: Resource = {
    kind: 'auto-standby',
    written: 'o auto-standby',
    placeholder: null,
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
      if (situation === 'desligado' && (await self.look(world)).state === situation) return;
      const { enabled } = (await world.prepare(`dumont standby configure enabled=${situation === 'ligado'}`)) as {
        enabled?: boolean;
      };
      if (enabled !== (situation === 'ligado')) await waitForState(self, situation, world); // a product that does not tell at once
    },
  };
  return self;
}
