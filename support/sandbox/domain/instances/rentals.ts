import path from 'node:path';
import type { Platform } from '../accounts/platform';
import type { Tenant } from '../accounts/tenant';
import { DomainError } from '../errors';
import type { Offer } from '../market/market';
import { imageFiles } from './image';
import { pricePerHourNow } from './instance-cost';
import { Instance, type Order } from './instances';
import { Volume } from './volumes';

/** What a rental asks for beside the offer. */
export interface RentalRequest extends Omit<Order, 'offer' | 'label'> {
  /** Named after its id when left out. */
  readonly label?: string | undefined;
  readonly withStandby: boolean;
}

/** 402 when the account has no balance left. */
export function demandBalance(tenant: Tenant): void {
  if (tenant.wallet.balance <= 0) throw new DomainError(402, 'Insufficient balance');
}

/**
 * Rents an offer that this account has not taken: the machine starts with the files of its image, billing begins, and the CPU standby is
 * ordered when the account has that switched on. `startMs`: how long it is `creating`. 402 without balance, 400 when the disk is larger
 * than the offer's.
 */
export function rent(platform: Platform, tenant: Tenant, offer: Offer, request: RentalRequest, startMs: number): Instance {
  demandBalance(tenant);
  if (request.diskGb > offer.disk_space) {
    const details = { disk_size: request.diskGb, disk_space: offer.disk_space };
    throw new DomainError(400, `Offer ${offer.id} has only ${offer.disk_space} GB of disk`, details);
  }
  const id = platform.nextInstanceId();
  const { image, diskGb, ports, label = `instance-${id}` } = request;
  const volume = new Volume(path.join(tenant.folder, 'volumes', String(id)));
  const instance = new Instance(id, { offer, label, image, diskGb, ports }, volume, tenant.clock, startMs);
  fillWithImage(tenant, instance);
  tenant.instances.set(id, instance);
  tenant.takenOffers.add(offer.id);
  if (request.withStandby && instance.kind === 'gpu' && tenant.standby.enabled && tenant.has('gcp')) tenant.standby.pair(id);
  startBilling(tenant, instance);
  return instance;
}

/** Stops the machine and what it costs but for its disk; 409 unless it runs. */
export function pause(tenant: Tenant, instance: Instance): void {
  instance.pause();
  tenant.standby.pairs.get(instance.id)?.gpuPaused();
  tenant.usage.close(instance.id, tenant.clock.now());
  tenant.wallet.meter(instance.id, pricePerHourNow(tenant, instance));
}

/** Starts a paused machine again; 409 unless it is paused. */
export function resume(tenant: Tenant, instance: Instance): void {
  instance.resume();
  tenant.standby.pairs.get(instance.id)?.gpuResumed();
  startBilling(tenant, instance);
}

/** Ends the rental: disk and billing end, the offer is free again. What became of the CPU standby, see `Standby.gpuDestroyed`. */
export function destroy(
  tenant: Tenant,
  instance: Instance,
  reason = 'user_request',
  destroyStandby = true,
): 'none' | 'destroyed' | 'kept' {
  tenant.instances.delete(instance.id);
  tenant.takenOffers.delete(instance.order.offer.id);
  tenant.usage.close(instance.id, tenant.clock.now());
  tenant.wallet.stop(instance.id);
  instance.volume.remove();
  tenant.pruneStorage();
  return tenant.standby.gpuDestroyed(instance.id, reason, destroyStandby);
}

/** Ends a rental that came to nothing: nobody pays for it. */
export function revoke(tenant: Tenant, instance: Instance): void {
  tenant.usage.forget(instance.id);
  tenant.wallet.forgive(instance.id);
  destroy(tenant, instance);
}

/** Ends a pair and destroys its CPU; a GPU that is still there costs the less. 404 when there is no such pair. */
export function unpair(tenant: Tenant, gpuInstanceId: number): void {
  tenant.standby.remove(gpuInstanceId);
  const instance = tenant.instances.get(gpuInstanceId);
  if (instance) tenant.wallet.meter(gpuInstanceId, pricePerHourNow(tenant, instance));
}

/** The image's files are the base that the backup counts the first snapshot against (resolutions J3 d). */
function fillWithImage(tenant: Tenant, { volume, order }: Instance): void {
  for (const [name, content] of imageFiles(order.image)) {
    volume.write(name, content);
    tenant.store.keep(content);
  }
  volume.baseline = volume.manifest();
}

function startBilling(tenant: Tenant, instance: Instance): void {
  const { offer } = instance.order;
  const billed = { instanceId: instance.id, gpuName: offer.gpu_name, numGpus: offer.num_gpus, pricePerHour: offer.dph_total };
  tenant.usage.open(billed, tenant.clock.now());
  tenant.wallet.meter(instance.id, pricePerHourNow(tenant, instance));
}
