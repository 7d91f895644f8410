import type { DumontWorld } from '../../world';
import { ABSENT, lookUp, type Resource } from './resource';
import type { Situation } from './situations';
import { waitForState } from './waiting';

const STATUS_OF: Partial<Record<Situation, string>> = {
  'na fila': 'queued',
  'em execução': 'running',
  concluído: 'completed',
  cancelado: 'cancelled',
};

/** The smallest model there is: what is trained does not matter to who only needs a job. */
export const BASE_MODEL = 'unsloth/llama-3-8b-bnb-4bit';

/** A queue moves on within a moment: where the target can, it is held, so that the job is still there when the scenario comes to it. */
async function holdQueue(world: DumontWorld): Promise<void> {
  const { control } = world.suite.target;
  if (control) await control.holdNextJob((await world.account()).email);
}

/** A fine-tuning job, known by the id noted under `placeholder`. */
export function job(placeholder: string): Resource {
  const self: Resource = {
    kind: 'job',
    written: `o job <${placeholder}>`,
    placeholder,
    situations: ['na fila', 'em execução', 'concluído', 'cancelado'],

    async look(world) {
      const { body } = await world.look('dumont finetune jobs');
      const { list, listName, item } = self.findInList(body, world);
      if (!list) throw new Error(`a resposta de \`dumont finetune jobs\` não tem a lista "${listName}".`);
      return item ? { exists: true, state: String(item.status), item } : ABSENT;
    },

    isIn: (situation, { item }) => item !== undefined && item.status === STATUS_OF[situation],

    findInList: (reply, world) => lookUp(reply, 'jobs', ['job_id', 'id'], world.memory.recall(placeholder)),

    async prepare(situation, world) {
      if (situation === 'na fila') await holdQueue(world);
      const created = (await world.prepare(`dumont finetune create job_name=my-lora model_id=${BASE_MODEL}`)) as {
        job_id: string;
      };
      world.memory.store(placeholder, created.job_id);
      if (situation === 'na fila') return;
      await waitForState(self, 'em execução', world);
      if (situation === 'cancelado') await world.prepare(`dumont finetune cancel <${placeholder}>`);
      if (situation === 'concluído') await world.control.finishJob((await world.account()).email, created.job_id, 'completed');
      await waitForState(self, situation, world);
    },
  };
  return self;
}
