import type { components } from '../../contract/dumont.types';
import { totalBytes } from '../domain/instances/manifest';
import { restoreSnapshot as restore } from '../domain/instances/restores';
import { type Snapshot, shortIdOf } from '../domain/instances/snapshots';
import { needing } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { created, done, ok } from './replies';

function syncInstance({
  platform,
  tenant,
  params,
  query,
}: CallOf<'syncInstance', 'force' | 'source_path'>): ReplyOf<'syncInstance'> {
  const instance = tenant.instance(params.instance_id);
  instance.demandSyncable(platform.timings.minimumSyncGap, query.force);
  const name = `sync-${instance.syncs + 1}`;
  const tags = [`instance-${instance.id}`, 'auto-sync', name];
  const snapshot = tenant.snapshots.take(instance, { name, tags, path: query.source_path });
  instance.synced();
  return ok({
    success: true,
    instance_id: instance.id,
    snapshot_id: snapshot.id,
    files_new: snapshot.changes.created,
    files_changed: snapshot.changes.changed,
    files_unmodified: snapshot.changes.unmodified,
    data_added: humanBytes(snapshot.bytesAdded),
    data_added_bytes: snapshot.bytesAdded,
    duration_seconds: Number((snapshot.durationMs / 1000).toFixed(3)),
    is_incremental: true, // a new volume has the base of its image as parent, so that there always is one (resolutions J3 d)
  });
}

function createSnapshot({ tenant, body }: CallOf<'createSnapshot', 'source_path'>): ReplyOf<'createSnapshot'> {
  const instance = tenant.instance(body.instance_id);
  instance.demandRunning('saved');
  const { name, tags = [], source_path: path } = body;
  const snapshot = tenant.snapshots.take(instance, { name, tags, path });
  return created({
    success: true,
    ...snapshotView(snapshot),
    files_new: snapshot.changes.created,
    files_changed: snapshot.changes.changed,
    files_unmodified: snapshot.changes.unmodified,
    data_added: snapshot.bytesAdded,
  });
}

function listSnapshots({ tenant }: CallOf<'listSnapshots'>): ReplyOf<'listSnapshots'> {
  const snapshots = tenant.snapshots.list().map(snapshotView);
  return ok({ snapshots, count: snapshots.length });
}

function restoreSnapshot({ platform, tenant, body }: CallOf<'restoreSnapshot', 'target_path'>): ReplyOf<'restoreSnapshot'> {
  const snapshot = tenant.snapshots.find(body.snapshot_id);
  const { instance, files } = restore(platform, tenant, snapshot, { gpuName: body.gpu_name, targetPath: body.target_path });
  return ok({
    success: true,
    new_instance_id: instance.id,
    snapshot_id: snapshot.id,
    target_path: body.target_path,
    files_restored: files,
    errors: [],
  });
}

function deleteSnapshot({ tenant, params }: CallOf<'deleteSnapshot'>): ReplyOf<'deleteSnapshot'> {
  const snapshot = tenant.snapshots.find(params.snapshot_id);
  tenant.snapshots.delete(snapshot.id);
  tenant.pruneStorage();
  return done(`Snapshot ${shortIdOf(snapshot)} deleted`);
}

function snapshotView(snapshot: Snapshot): components['schemas']['Snapshot'] {
  return {
    id: snapshot.id,
    short_id: shortIdOf(snapshot),
    name: snapshot.name,
    instance_id: snapshot.instanceId,
    time: snapshot.createdAt.toISOString().slice(0, 19).replace('T', ' '),
    hostname: `instance-${snapshot.instanceId}`,
    tags: [...snapshot.tags],
    paths: [snapshot.path],
    files_total: snapshot.manifest.size,
    total_bytes: totalBytes(snapshot.manifest),
  };
}

/** B, KB and MB with one decimal, GB with two (contract.md 5). */
function humanBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
}

export const snapshotHandlers = {
  syncInstance: needing(['vast_key', 'storage'], syncInstance),
  createSnapshot: needing(['vast_key', 'storage'], createSnapshot),
  listSnapshots: needing(['storage'], listSnapshots),
  restoreSnapshot: needing(['vast_key', 'storage'], restoreSnapshot),
  deleteSnapshot: needing(['storage'], deleteSnapshot),
};
