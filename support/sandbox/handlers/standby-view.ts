import type { components } from '../../contract/dumont.types';
import type { Tenant } from '../domain/accounts/tenant';
import type { StandbyPair } from '../domain/instances/standby-pair';

type Schemas = components['schemas'];

/** The CPU machine of a pair; it has its address once it is up. */
function standbyCpu({ machine, state }: StandbyPair): Schemas['StandbyCpu'] {
  return { name: machine.name, zone: machine.zone, ip: state === 'provisioning' ? null : machine.ip };
}

function associationView(pair: StandbyPair): Schemas['Association'] {
  return {
    gpu_instance_id: pair.gpuInstanceId,
    cpu_standby: standbyCpu(pair),
    sync_enabled: pair.syncEnabled,
    gpu_failed: pair.failure !== null,
    failure_reason: pair.failure?.reason ?? null,
    failed_at: pair.failure?.at.toISOString() ?? null,
    state: pair.state,
    sync_count: pair.syncCount,
  };
}

/** Every pair of the account, orphans included, by the id of its GPU instance. */
export function associationViews({ standby }: Tenant): Schemas['Associations'] {
  return Object.fromEntries([...standby.pairs].map(([id, pair]) => [String(id), associationView(pair)]));
}

/** The CPUs whose GPU is gone. */
export function orphanViews({ standby }: Tenant): Schemas['Orphan'][] {
  return [...standby.pairs.values()].flatMap((pair) => {
    if (!pair.failure) return [];
    const { reason, at } = pair.failure;
    const failure = { failure_reason: reason, failed_at: at.toISOString() };
    return [{ gpu_instance_id: pair.gpuInstanceId, ...failure, cpu_standby: standbyCpu(pair), state: pair.state }];
  });
}

/** The pair as its GPU instance shows it; null without one. */
export function cpuStandbyView(pair: StandbyPair | undefined): Schemas['CpuStandby'] | null {
  if (!pair) return null;
  return {
    enabled: true,
    provider: 'gcp',
    ...standbyCpu(pair),
    machine_type: pair.machine.machineType,
    status: pair.state === 'provisioning' ? 'provisioning' : 'running',
    dph_total: pair.machine.pricePerHour,
    sync_enabled: pair.syncEnabled,
    sync_count: pair.syncCount,
    state: pair.state,
  };
}
