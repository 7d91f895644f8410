import { autoStandby } from './auto-standby';
import { instance } from './instance';
import { ABSENT, type Resource } from './resource';
import { waitForState } from './waiting';

/** The CPU that stands by for a GPU, known by the id of the GPU noted under `placeholder`; it may outlive the GPU as an orphan. */
export function standbyCpu(placeholder: string): Resource {
  const self: Resource = {
    kind: 'standby-cpu',
    written: `a CPU standby da GPU <${placeholder}>`,
    placeholder,
    situations: ['pronta', 'sincronizando', 'órfã'],

    async look(world) {
      const { body } = await world.look('dumont standby associations');
      const associations = (body as { associations?: Record<string, Association> }).associations;
      if (!associations) throw new Error('a resposta de `dumont standby associations` não tem o campo "associations".');
      const item = associations[String(world.memory.recall(placeholder))];
      if (!item) return ABSENT;
      const sync = item.sync_enabled ? `, ${item.sync_count} sincronizações` : '';
      return { exists: true, state: `${item.state}${item.gpu_failed ? ', sem GPU' : ''}${sync}`, item };
    },

    isIn(situation, { item }) {
      if (item === undefined) return false;
      switch (situation) {
        case 'pronta':
          return item.state === 'ready' && item.gpu_failed === false;
        case 'sincronizando':
          return item.sync_enabled === true && Number(item.sync_count) > 0;
        case 'órfã':
          return item.gpu_failed === true && item.state === 'ready';
        default:
          return false;
      }
    },

    findInList(reply, world) {
      const associations = (reply as { associations?: Record<string, Association> } | undefined)?.associations;
      const item = associations?.[String(world.memory.recall(placeholder))];
      return { listName: 'associations', idFields: ['gpu_instance_id'], list: associations && Object.values(associations), item };
    },

    async prepare(situation, world) {
      await autoStandby().prepare('ligado', world);
      await instance(placeholder).prepare('em execução', world);
      await waitForState(self, 'pronta', world);
      if (situation === 'pronta') return;
      if (situation === 'sincronizando') await world.prepare(`dumont standby sync-start <${placeholder}>`);
      else await world.prepare(`dumont instance delete <${placeholder}> reason=gpu_failure destroy_standby=false`);
      await waitForState(self, situation, world);
    },
  };
  return self;
}

interface Association extends Record<string, unknown> {
  readonly state: string;
  readonly gpu_failed: boolean;
  readonly sync_enabled: boolean;
  readonly sync_count: number;
}
