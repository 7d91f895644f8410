import type { AccountClient } from './account-client';
import { ABSENT, demandList, lookUp, type Resource } from './resource';
import type { Situation } from './situations';
import { waitForState } from './waiting';

const STATUS_OF: Partial<Record<Situation, string>> = {
  'na fila': 'queued',
  'em execução': 'running',
  concluído: 'completed',
  cancelado: 'cancelled',
};

/** The smallest model there is: what is trained does not matter to a scenario that only needs a job. */
const BASE_MODEL = 'unsloth/llama-3-8b-bnb-4bit';

/** A queue moves on within a moment: where the target can, it is held, so that the job is still there when the scenario comes to it. */
async function holdQueue(client: AccountClient): Promise<void> {
  if (client.hasControl) await client.control.holdNextJob((await client.account()).email);
}

/** A fine-tuning job, known by the id noted under `placeholder`. */
export function job(placeholder: string): Resource {
  const self: Resource = {
    kind: 'job',
    written: `o job <${placeholder}>`,
    placeholder,
    situations: ['na fila', 'em execução', 'concluído', 'cancelado'],
    atRest: 'em execução',

    async look(client) {
      const { body } = await client.look('listFinetuneJobs');
      const item = demandList(self.findInList(body, client.memory), 'listFinetuneJobs');
      return item ? { exists: true, state: String(item.status), item } : ABSENT;
    },

    isIn: (situation, { item }) => item !== undefined && item.status === STATUS_OF[situation],

    findInList: (reply, memory) => lookUp(reply, 'jobs', ['job_id', 'id'], memory.recall(placeholder)),

    async prepare(situation, client) {
      if (situation === 'na fila') await holdQueue(client);
      const body = { job_name: 'my-lora', model_id: BASE_MODEL };
      const { job_id: id } = await client.ask<{ job_id: string }>('createFinetuneJob', { body });
      client.memory.store(placeholder, id);
      if (situation === 'na fila') return;
      await waitForState(self, 'em execução', client);
      if (situation === 'cancelado') await client.ask('cancelFinetuneJob', { params: { job_id: id } });
      if (situation === 'concluído') await client.control.finishJob((await client.account()).email, id, 'completed');
      await waitForState(self, situation, client);
    },
  };
  return self;
}
