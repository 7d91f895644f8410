import { createHash } from 'node:crypto';
import type { components } from '../../contract/dumont.types';
import type { Tenant } from '../domain/accounts/tenant';
import { pricePerHourNow } from '../domain/instances/instance-cost';
import type { Instance } from '../domain/instances/instances';
import { roundTo } from '../domain/numbers';
import { cpuStandbyView } from './standby-view';

type InstanceView = components['schemas']['Instance'];

const FIRST_PORT = 30_000;
const PORTS = 20_000;
const ROOM_TEMPERATURE = 28;

/** An instance as the wire shows it, every field filled (resolutions J2). */
export function instanceView(tenant: Tenant, instance: Instance): InstanceView {
  const { id, status, order } = instance;
  const { offer } = order;
  return {
    id,
    status,
    actual_status: status,
    gpu_name: offer.gpu_name,
    num_gpus: offer.num_gpus,
    gpu_ram: offer.gpu_ram,
    cpu_cores: offer.cpu_cores,
    cpu_ram: offer.cpu_ram,
    disk_space: order.diskGb,
    dph_total: offer.dph_total,
    ...addressOf(instance),
    start_date: instance.createdAt.toISOString(),
    label: order.label,
    ...metricsOf(instance),
    provider: 'vast.ai',
    cpu_standby: cpuStandbyView(tenant.standby.pairs.get(id)),
    total_dph: pricePerHourNow(tenant, instance),
  };
}

type Address = Pick<InstanceView, 'public_ipaddr' | 'ssh_host' | 'ssh_port' | 'ports'>;

/** Addresses of the ranges that are kept for examples (RFC 5737, RFC 2606): they follow from the id and lead nowhere. */
function addressOf({ id, order }: Instance): Address {
  const mark = createHash('sha256').update(`address/${id}`).digest();
  const sshPort = FIRST_PORT + (mark.readUInt16BE(0) % PORTS);
  const open = [22, ...order.ports].map((port, index) => [`${port}/tcp`, FIRST_PORT + ((sshPort + index - FIRST_PORT) % PORTS)]);
  return {
    public_ipaddr: `198.51.100.${1 + (mark.readUInt8(2) % 254)}`,
    ssh_host: `ssh${1 + (mark.readUInt8(3) % 9)}.vast.example.com`,
    ssh_port: sshPort,
    ports: Object.fromEntries(open),
  };
}

type Metrics = Pick<InstanceView, 'gpu_util' | 'gpu_temp' | 'cpu_util' | 'ram_used' | 'ram_total'>;

/** Nothing computes on a sandbox instance: it shows what an idle machine shows, a little of everything while it runs. */
function metricsOf({ id, status, kind, order }: Instance): Metrics {
  const mark = createHash('sha256').update(`load/${id}`).digest();
  const idle = (index: number, most: number): number =>
    status === 'running' ? roundTo((mark.readUInt8(index) / 255) * most, 1) : 0;
  const ram = order.offer.cpu_ram;
  return {
    gpu_util: kind === 'gpu' ? idle(0, 4) : 0,
    gpu_temp: kind === 'gpu' ? roundTo(ROOM_TEMPERATURE + idle(1, 14), 1) : 0,
    cpu_util: idle(2, 6),
    ram_used: status === 'running' ? roundTo(ram * 0.04 + idle(3, 1), 1) : 0,
    ram_total: ram,
  };
}
