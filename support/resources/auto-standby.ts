import { loadContract } from '../contract/contract';
import type { DumontWorld } from '../world';
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
      const { item, state } = await self.look(world);
      takeBackLater(item, world);
      if (state === situation) return;
      await world.prepare(`dumont standby configure enabled=${situation === 'ligado'}`);
      await become(self, situation, world);
    },
  };
  return self;
}

/** The switch belongs to the account: what it was before is put back when the scenario ends. */
function takeBackLater(before: Readonly<Record<string, unknown>> | undefined, world: DumontWorld): void {
  const { method, path } = loadContract().operation('configureStandby');
  const zone = (before?.config as { gcp_zone?: unknown } | undefined)?.gcp_zone;
  const body = { enabled: before?.auto_standby_enabled === true, ...(typeof zone === 'string' && { gcp_zone: zone }) };
  world.ledger.addUndo('auto-standby', { what: 'auto-standby', method, path, body, onConflict: 'retry' });
}
