import { expectThat } from '../language/expectation';
import type { AccountClient } from './account-client';
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
    atRest: 'pronta',

    async look(client) {
      const { body } = await client.look('listStandbyAssociations');
      const associations = (body as { associations?: Record<string, Association> }).associations;
      expectThat(associations !== undefined, 'a resposta de listStandbyAssociations não tem o campo "associations".');
      const item = associations[String(client.memory.recall(placeholder))];
      if (!item) return ABSENT;
      const sync = item.sync_enabled ? `, ${item.sync_count} sincronizações` : '';
      return { exists: true, state: `${item.state ?? 'sem estado'}${item.gpu_failed ? ', sem GPU' : ''}${sync}`, item };
    },

    isIn(situation, { item }) {
      if (item === undefined) return false;
      switch (situation) {
        case 'pronta':
          return isReady(item) && item.gpu_failed === false;
        case 'sincronizando':
          return item.sync_enabled === true && Number(item.sync_count) > 0;
        case 'órfã':
          return item.gpu_failed === true && isReady(item);
        default:
          return false;
      }
    },

    findInList(reply, memory) {
      const associations = (reply as { associations?: Record<string, Association> } | undefined)?.associations;
      const item = associations?.[String(memory.recall(placeholder))];
      return { listName: 'associations', idFields: ['gpu_instance_id'], list: associations && Object.values(associations), item };
    },

    async prepare(situation, client, origin) {
      await autoStandby().prepare('ligado', client);
      await instance(placeholder).prepare('em execução', client, origin);
      await waitForState(self, 'pronta', client);
      if (situation === 'pronta') return;
      const gpu = String(client.memory.recall(placeholder));
      if (situation === 'sincronizando') await client.ask('startStandbySync', { params: { gpu_instance_id: gpu } });
      else {
        const query = { reason: 'gpu_failure', destroy_standby: 'false' };
        await client.ask('deleteInstance', { params: { instance_id: gpu }, query });
      }
      await waitForState(self, situation, client);
    },
  };
  return self;
}

/** Some deployments tell a state only while they synchronize: the CPU itself says that it is there. */
function isReady({ state, cpu_standby }: Readonly<Record<string, unknown>>): boolean {
  return state === undefined ? cpu_standby != null : state === 'ready';
}

/** The standby CPUs of an account and its switch, by name, each with its state, as one compares them between two moments. */
export async function standbyBelongings(client: AccountClient): Promise<Map<string, string>> {
  const { associations } = (await client.look('listStandbyAssociations')).body as { associations: Record<string, Association> };
  const { auto_standby_enabled: standby, config } = (await client.look('getStandbyStatus')).body as Record<string, unknown>;
  return new Map([
    ...Object.entries(associations).map(
      ([gpu, { state, sync_enabled, gpu_failed }]) =>
        [`a CPU standby da GPU ${gpu}`, `${state} (sincroniza: ${sync_enabled}, sem GPU: ${gpu_failed})`] as const,
    ),
    ['o auto-standby', JSON.stringify({ standby, config })],
  ]);
}

interface Association extends Record<string, unknown> {
  readonly state: string;
  readonly gpu_failed: boolean;
  readonly sync_enabled: boolean;
  readonly sync_count: number;
}
