import type { Platform } from '../accounts/platform';
import type { Tenant } from '../accounts/tenant';
import { DomainError } from '../errors';
import { availableOffers } from '../market/offers';
import type { Instance } from './instances';
import { rent } from './rentals';
import type { Snapshot } from './snapshots';
import { folderBelowWorkspace } from './volumes';

export interface Restored {
  readonly instance: Instance;
  readonly files: number;
}

/**
 * Rents the cheapest offer of a GPU (of any GPU when none is named) that has room for the disk that the snapshot was taken of, and brings
 * the snapshot's files into `targetPath` of it. The new instance runs when this returns: the data could not be there otherwise. 400 for
 * a path outside /workspace, 402 without balance, 409 when nothing fits.
 */
export function restoreSnapshot(
  platform: Platform,
  tenant: Tenant,
  snapshot: Snapshot,
  { gpuName, targetPath }: { gpuName?: string | undefined; targetPath: string },
): Restored {
  const folder = folderBelowWorkspace(targetPath);
  const { image, diskGb, ports } = snapshot.origin;
  const filter = { num_gpus: 1, min_disk: diskGb, gpu_name: gpuName };
  const offer = availableOffers(platform.market, tenant.takenOffers, filter)[0];
  if (!offer) throw new DomainError(409, `No ${gpuName ?? 'GPU'} offer available with ${diskGb} GB of disk`);
  const label = `restore-${snapshot.name}`;
  const instance = rent(platform, tenant, offer, { image, diskGb, ports, label, withStandby: true }, 0);
  return { instance, files: tenant.snapshots.restore(snapshot, instance.volume, folder) };
}
