import { setTimeout as pause } from 'node:timers/promises';
import type { Control } from '../../sandbox/index';
import { callApi } from '../../suite/targets/api';
import type { BackendRequest, CliRequest } from './interceptor';

/** Another customer of the same product, with one of everything. */
export interface OtherTenant {
  /** The request as if the otherTenant had made it: its session, its resources. */
  asOwn(request: CliRequest): BackendRequest;
  leave(): Promise<void>;
}

const DEADLINE_MS = 5_000;
const LOOK_EVERY_MS = 10;

/** Opens an account that rents a GPU with a CPU standby, keeps a snapshot and trains a model. */
export async function openOtherTenant(baseUrl: string, control: Control): Promise<OtherTenant> {
  const user = await control.createUser({});
  const credentials = { username: user.email, password: user.password };
  const { token } = (await callApi(baseUrl, 'login', { body: credentials })).body as { token: string };
  const call = async (operation: string, call: object = {}): Promise<Record<string, unknown>> => {
    const { status, body } = await callApi(baseUrl, operation, { token, ...call });
    if (status >= 400) throw new Error(`${operation} of the otherTenant got ${status}: ${JSON.stringify(body)}`);
    return body as Record<string, unknown>;
  };
  await call('configureStandby', { body: { enabled: true, gcp_zone: 'us-central1-a' } });
  const { offers } = (await call('listOffers')) as { offers: { id: number; disk_space: number }[] };
  const [first, second] = offers.filter(({ disk_space }) => disk_space >= 100);
  if (!first || !second) throw new Error('the market has too few offers for a otherTenant');
  const { id: instance_id } = await call('createInstance', { body: { offer_id: first.id, label: 'other-gpu' } });
  await until(async () => (await call('getInstance', { params: { instance_id } })).status === 'running');
  const { id: snapshot_id } = await call('createSnapshot', { body: { name: 'other-backup', instance_id } });
  const { job_id } = await call('createFinetuneJob', {
    body: { job_name: 'other-lora', model_id: 'unsloth/llama-3-8b-bnb-4bit' },
  });
  await until(async () => {
    const { associations } = (await call('listStandbyAssociations')) as { associations: Record<string, unknown> };
    return Object.keys(associations).length > 0;
  });
  const own: Readonly<Record<string, unknown>> = {
    instance_id,
    gpu_instance_id: instance_id,
    snapshot_id,
    job_id,
    offer_id: second.id,
    ...credentials,
  };
  return {
    asOwn: ({ method, path, query, body, operation }) => ({
      method,
      path: operation ? filled(operation.path, path, own) : path,
      query,
      authorization: `Bearer ${token}`,
      body: isObject(body) ? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, own[key] ?? value])) : body,
    }),
    leave: () => control.removeUser(user.email),
  };
}

/** The path with the otherTenant's ids in the template's places. */
function filled(template: string, path: string, own: Readonly<Record<string, unknown>>): string {
  const given = path.split('/');
  return template
    .split('/')
    .map((segment, index) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      return name !== undefined && name in own ? encodeURIComponent(String(own[name])) : (given[index] ?? segment);
    })
    .join('/');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline; await pause(LOOK_EVERY_MS)) {
    if (await holds()) return;
  }
  throw new Error('the otherTenant waited in vain for its resources');
}
