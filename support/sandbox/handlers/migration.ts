import { estimate, migrate, noOfferFor } from '../domain/instances/migrations';
import { needing } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

/** GB of disk that an estimate reckons with: what a migration rents when it does not say. */
const ESTIMATED_DISK = 100;

function estimateMigration({
  platform,
  tenant,
  params,
  body,
}: CallOf<'estimateMigration', 'max_price'>): ReplyOf<'estimateMigration'> {
  const instance = tenant.instance(params.instance_id);
  const target = { ...body, disk_size: ESTIMATED_DISK };
  const { offers, time, cost } = estimate(platform, tenant, instance, target);
  const source = {
    id: instance.id,
    type: instance.kind,
    gpu_name: instance.gpuName,
    cost_per_hour: instance.order.offer.dph_total,
  };
  const [offer] = offers;
  if (!offer) {
    const nothing = { target: null, estimated_time: null, estimated_cost: null, offers_available: 0 };
    return ok({ available: false, error: noOfferFor(target), source, ...nothing });
  }
  return ok({
    available: true,
    error: null,
    source,
    target: {
      type: offer.num_gpus > 0 ? 'gpu' : 'cpu',
      gpu_name: offer.gpu_name,
      cost_per_hour: offer.dph_total,
      offer_id: offer.id,
    },
    estimated_time: time,
    estimated_cost: cost,
    offers_available: offers.length,
  });
}

function migrateInstance({
  platform,
  tenant,
  params,
  body,
}: CallOf<'migrateInstance', 'max_price' | 'disk_size' | 'auto_destroy_source'>): ReplyOf<'migrateInstance'> {
  const source = tenant.instance(params.instance_id);
  const { instance, snapshot, steps } = migrate(platform, tenant, source, body, body.auto_destroy_source);
  return ok({
    success: true,
    new_instance_id: instance.id,
    old_instance_id: source.id,
    snapshot_id: snapshot.id,
    steps_completed: [...steps],
  });
}

export const migrationHandlers = {
  estimateMigration: needing(['vast_key'], estimateMigration),
  migrateInstance: needing(['vast_key', 'storage'], migrateInstance),
};
