import type { Platform } from '../accounts/platform';
import type { Tenant } from '../accounts/tenant';
import { DomainError } from '../errors';
import type { Offer } from '../market/market';
import { availableOffers } from '../market/offers';
import { roundTo } from '../numbers';
import type { Instance } from './instances';
import { totalBytes } from './manifest';
import type { MigrationStep } from './migration-steps';
import { destroy, rent, revoke } from './rentals';
import type { Snapshot } from './snapshots';
import { WORKSPACE } from './volumes';

/** The smallest machine that a workload without GPU is moved to (contract.md 5). */
const CPU_TARGET = { min_cpu_cores: 4, min_cpu_ram: 8 };
/** Minutes to start the target and bring its system up (contract.md 9.3); the transfer of the data comes on top. */
const START_MINUTES = 5;

/** Where to: GB of disk, US$ per hour at most. */
export interface MigrationTarget {
  readonly target_type: string;
  readonly gpu_name?: string | undefined;
  readonly max_price: number;
  readonly region?: string | undefined;
  readonly disk_size: number;
}

export interface Estimate {
  readonly offers: readonly Offer[];
  /** Minutes. */
  readonly time: number;
  /** US$. */
  readonly cost: number;
}

export interface Migration {
  readonly instance: Instance;
  readonly snapshot: Snapshot;
  readonly steps: readonly MigrationStep[];
}

/**
 * What would be rented, how long it takes and what it costs; without a fitting offer `offers` is empty. Nothing changes. 400 for a target
 * that makes no sense for this instance, 409 unless it runs.
 */
export function estimate(platform: Platform, tenant: Tenant, source: Instance, target: MigrationTarget): Estimate {
  validate(source, target);
  const offers = fittingOffers(platform, tenant, target);
  const [offer] = offers;
  if (!offer) return { offers, time: 0, cost: 0 };
  const time = START_MINUTES + Math.floor(transferSeconds(source, offer) / 60);
  return { offers, time, cost: roundTo((offer.dph_total * time) / 60, 6) };
}

/**
 * Moves an instance: snapshot, cheapest fitting offer, new machine, its data; only then the source goes, unless it is to be kept. When a
 * step fails, what was done is undone, nobody pays for it, and the source is as it was. 400 and 409 as in `estimate`, 409 too when no offer fits, 402 without
 * balance, 503 at the step that the control channel lets fail.
 */
export function migrate(
  platform: Platform,
  tenant: Tenant,
  source: Instance,
  target: MigrationTarget,
  destroySource: boolean,
): Migration {
  const failing = tenant.migrationFailure;
  tenant.migrationFailure = null;
  const steps: MigrationStep[] = [];
  const formerBaseline = source.volume.baseline;
  let snapshot: Snapshot | undefined;
  let instance: Instance | undefined;
  const step = <Result>(name: MigrationStep, work: () => Result): Result => {
    if (name === failing) throw new DomainError(503, `Migration failed at ${name}`, { step: name, steps_completed: steps });
    const result = work();
    steps.push(name);
    return result;
  };
  try {
    step('validate_source', () => validate(source, target));
    const taken = step('create_snapshot', () => snapshotOf(tenant, source));
    snapshot = taken;
    const offer = step('search_offers', () => cheapestOffer(platform, tenant, target));
    const created = step('create_instance', () => successor(platform, tenant, source, offer, target));
    instance = created;
    step('ssh_ready', () => created.demandRunning('reached'));
    step('restore_snapshot', () => tenant.snapshots.restore(taken, created.volume));
    if (destroySource) step('destroy_source', () => destroy(tenant, source));
    return { instance: created, snapshot: taken, steps };
  } catch (error) {
    if (snapshot) tenant.snapshots.delete(snapshot.id);
    source.volume.baseline = formerBaseline;
    if (instance) revoke(tenant, instance);
    tenant.pruneStorage();
    throw error;
  }
}

/** 400 for an unknown or the same kind of machine, or a GPU without its name; 409 unless the source runs. */
function validate(source: Instance, { target_type: type, gpu_name: gpuName }: MigrationTarget): void {
  if (type !== 'gpu' && type !== 'cpu') throw new DomainError(400, `Unknown target_type ${type}: use gpu or cpu`);
  if (type === source.kind) throw new DomainError(400, `Instance ${source.id} is already a ${type} instance`);
  if (type === 'gpu' && gpuName === undefined) throw new DomainError(400, 'gpu_name is required for target_type=gpu');
  source.demandRunning('migrated');
}

function fittingOffers(platform: Platform, tenant: Tenant, target: MigrationTarget): Offer[] {
  const filter = { max_price: target.max_price, region: target.region, min_disk: target.disk_size };
  const offers = availableOffers(platform.market, tenant.takenOffers, {
    ...filter,
    ...(target.target_type === 'cpu' ? CPU_TARGET : { num_gpus: 1, gpu_name: target.gpu_name }),
  });
  return target.target_type === 'cpu' ? offers.filter((offer) => offer.num_gpus === 0) : offers;
}

function cheapestOffer(platform: Platform, tenant: Tenant, target: MigrationTarget): Offer {
  const [offer] = fittingOffers(platform, tenant, target);
  if (!offer) throw new DomainError(409, noOfferFor(target));
  return offer;
}

/** The sentence that says why nothing fits. */
export function noOfferFor({ target_type, gpu_name, max_price, disk_size, region }: MigrationTarget): string {
  const where = region === undefined ? '' : ` in ${region}`;
  return `No ${target_type === 'cpu' ? 'CPU' : gpu_name} offer at or under ${max_price} per hour with ${disk_size} GB of disk${where}`;
}

function snapshotOf(tenant: Tenant, source: Instance): Snapshot {
  const tags = ['migration', `from-${source.id}`];
  return tenant.snapshots.take(source, { name: `migration-${source.id}`, tags, path: WORKSPACE });
}

/** It runs as soon as it is there: the command answers when the data has arrived, which takes a machine that is up. */
function successor(platform: Platform, tenant: Tenant, source: Instance, offer: Offer, target: MigrationTarget): Instance {
  const { label, image, ports } = source.order;
  return rent(platform, tenant, offer, { label, image, ports, diskGb: target.disk_size, withStandby: true }, 0);
}

function transferSeconds(source: Instance, { inet_down: mbps }: Offer): number {
  return (totalBytes(source.volume.manifest()) * 8) / (mbps * 1_000_000);
}
