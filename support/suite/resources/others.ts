import type { DumontWorld } from '../../world';
import { waitFor } from '../language/waiting';
import type { OtherUser } from '../targets/other-user';
import { BASE_MODEL } from './job';
import type { Resource } from './resource';

/** Brings something into being, at rest, and tells its id. */
type Maker = (other: OtherUser, patienceMs: number) => Promise<unknown>;

const MAKERS: Readonly<Partial<Record<Resource['kind'], Maker>>> = {
  instance: runningInstance,
  snapshot: storedSnapshot,
  job: runningJob,
  'standby-cpu': readyPair,
};

/**
 * Gives another user a resource and notes its id under the placeholder.
 * @throws Error in Portuguese for what one user cannot hide from another
 */
export async function prepareForOtherUser({ kind, written, placeholder }: Resource, world: DumontWorld): Promise<void> {
  const make = MAKERS[kind];
  if (!make || placeholder === null)
    throw new Error(`${written} não é algo que outro usuário possa ter; diga, por exemplo, "a instância <alheia>".`);
  const other = await world.otherUser();
  world.memory.store(placeholder, await make(other, world.suite.settings.patienceMs));
  await other.rememberBelongings();
}

async function runningInstance(other: OtherUser, patienceMs: number): Promise<number> {
  const { offers } = await other.does<{ offers: { id: number }[] }>('listOffers');
  const [offer] = offers;
  if (!offer) throw new Error('a preparação do outro usuário não deu certo: nenhuma oferta está disponível agora.');
  const { id } = await other.does<{ id: number }>('createInstance', { body: { offer_id: offer.id, label: 'alheia' } });
  await waitFor({
    look: () => other.does<{ status: string }>('getInstance', { params: { instance_id: id } }),
    holds: ({ status }) => status === 'running',
    name: ({ status }) => status,
    wanted: `a instância ${id} do outro usuário deveria ficar em execução`,
    patienceMs,
  });
  return id;
}

async function storedSnapshot(other: OtherUser, patienceMs: number): Promise<string> {
  const instanceId = await runningInstance(other, patienceMs);
  const { id } = await other.does<{ id: string }>('createSnapshot', { body: { name: 'alheio', instance_id: instanceId } });
  return id;
}

async function runningJob(other: OtherUser, patienceMs: number): Promise<string> {
  const body = { job_name: 'alheio', model_id: BASE_MODEL };
  const { job_id: id } = await other.does<{ job_id: string }>('createFinetuneJob', { body });
  const state = ({ jobs }: JobList): string => jobs.find(({ job_id }) => job_id === id)?.status ?? 'ausente';
  await waitFor({
    look: () => other.does<JobList>('listFinetuneJobs'),
    holds: (list) => state(list) === 'running',
    name: state,
    wanted: `o job ${id} do outro usuário deveria ficar em execução`,
    patienceMs,
  });
  return id;
}

async function readyPair(other: OtherUser, patienceMs: number): Promise<number> {
  await other.does('configureStandby', { body: { enabled: true } });
  const id = await runningInstance(other, patienceMs);
  const state = ({ associations }: Associations): string => associations[String(id)]?.state ?? 'ausente';
  await waitFor({
    look: () => other.does<Associations>('listStandbyAssociations'),
    holds: (list) => state(list) === 'ready',
    name: state,
    wanted: `a CPU standby da GPU ${id} do outro usuário deveria ficar pronta`,
    patienceMs,
  });
  return id;
}

interface JobList {
  readonly jobs: readonly { readonly job_id: string; readonly status: string }[];
}

interface Associations {
  readonly associations: Readonly<Record<string, { readonly state: string }>>;
}
