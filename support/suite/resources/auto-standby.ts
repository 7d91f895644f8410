import type { Resource } from './resource';
import { waitForState } from './waiting';

/** The account's switch that gives each new GPU a CPU standing by. */
export function autoStandby(): Resource {
  const self: Resource = {
    kind: 'auto-standby',
    written: 'o auto-standby',
    placeholder: null,
    situations: ['ligado', 'desligado'],
    atRest: null,

    async look(client) {
      const item = (await client.look('getStandbyStatus')).body as Record<string, unknown>;
      return { exists: true, state: item.auto_standby_enabled === true ? 'ligado' : 'desligado', item };
    },

    isIn: (situation, { item }) => item?.auto_standby_enabled === (situation === 'ligado'),

    findInList() {
      throw new Error('o auto-standby não é um item de lista; use "o auto-standby fica ligado" ou "fica desligado".');
    },

    async prepare(situation, client) {
      if (situation === 'desligado' && (await self.look(client)).state === situation) return;
      const body = { enabled: situation === 'ligado' };
      const { enabled } = await client.ask<{ enabled?: boolean }>('configureStandby', { body });
      if (enabled !== body.enabled) await waitForState(self, situation, client); // a product that does not tell at once
    },
  };
  return self;
}
