import { unpair } from '../domain/instances/rentals';
import { roundTo } from '../domain/numbers';
import { demand } from '../domain/training/demands';
import { depending } from './depending';
import type { CallOf, ReplyOf } from './operations';
import { done, ok } from './replies';
import { associationViews, orphanViews } from './standby-view';

type ConfigureCall = CallOf<
  'configureStandby',
  'enabled' | 'gcp_machine_type' | 'gcp_disk_size' | 'gcp_spot' | 'sync_interval' | 'auto_failover' | 'auto_recovery'
>;

function getStandbyStatus({ tenant }: CallOf<'getStandbyStatus'>): ReplyOf<'getStandbyStatus'> {
  const { standby } = tenant;
  const { gcp_zone, gcp_machine_type, auto_failover } = standby.config;
  return ok({
    configured: tenant.has('gcp') && standby.everConfigured,
    auto_standby_enabled: standby.enabled,
    active_associations: [...standby.pairs.values()].filter(({ failure }) => failure === null).length,
    associations: associationViews(tenant),
    orphans: orphanViews(tenant),
    config: { gcp_zone, gcp_machine_type, auto_failover },
  });
}

function configureStandby({ platform, tenant, body }: ConfigureCall): ReplyOf<'configureStandby'> {
  const { enabled, ...changes } = body;
  if (enabled) demand(platform, tenant, ['gcp', 'vast_key']);
  const { standby } = tenant;
  standby.configure(enabled, changes);
  if (!enabled) return ok({ success: true, message: 'Auto-standby disabled', enabled });
  const { gcp_zone, gcp_machine_type } = standby.config;
  const config = { gcp_zone, gcp_machine_type, estimated_cost_monthly_usd: roundTo(standby.monthlyPrice, 2) };
  return ok({ success: true, message: 'Auto-standby enabled', enabled, config });
}

function listStandbyAssociations({ tenant }: CallOf<'listStandbyAssociations'>): ReplyOf<'listStandbyAssociations'> {
  return ok({ associations: associationViews(tenant), count: tenant.standby.pairs.size });
}

function startStandbySync({ tenant, params }: CallOf<'startStandbySync'>): ReplyOf<'startStandbySync'> {
  const pair = tenant.standby.find(params.gpu_instance_id);
  if (!pair.failure) tenant.instance(pair.gpuInstanceId).demandRunning('synced');
  pair.startSync();
  return done(`Sync started for GPU ${pair.gpuInstanceId}`);
}

function deleteStandbyAssociation({ tenant, params }: CallOf<'deleteStandbyAssociation'>): ReplyOf<'deleteStandbyAssociation'> {
  unpair(tenant, params.gpu_instance_id);
  return done(`Standby of GPU ${params.gpu_instance_id} destroyed`);
}

export const standbyHandlers = {
  getStandbyStatus,
  configureStandby,
  listStandbyAssociations,
  ...depending('gcp', { startStandbySync }),
  deleteStandbyAssociation,
};
