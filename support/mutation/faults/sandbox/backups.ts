import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** Sync, snapshots and restore. */
export const BACKUP_FAULTS: readonly SourceFault[] = [
  fault(
    'restore-loses-one-file',
    [3, 9],
    'a restauração perde o último arquivo do snapshot',
    edit(
      'domain/instances/snapshots.ts',
      'of manifest) volume.write(folder',
      'of [...manifest].slice(0, -1)) volume.write(folder',
    ),
  ),
  fault(
    'restore-skips-hidden-files',
    [3, 9],
    'a restauração perde os arquivos que começam com ponto',
    edit(
      'domain/instances/snapshots.ts',
      'of manifest) volume.write(folder',
      "of [...manifest].filter(([each]) => !each.startsWith('.'))) volume.write(folder",
    ),
  ),
  fault(
    'restore-flattens-folders',
    [3],
    'a restauração põe na raiz os arquivos que estavam em subpastas',
    edit(
      'domain/instances/snapshots.ts',
      'volume.write(folder + name, this.#store.read(sha256));',
      "volume.write(folder + name.split('/').at(-1), this.#store.read(sha256));",
    ),
  ),
  fault(
    'restore-cuts-the-last-byte',
    [3, 9],
    'a restauração corta o último byte de cada arquivo',
    edit('domain/instances/snapshots.ts', 'this.#store.read(sha256));', 'this.#store.read(sha256).subarray(0, -1));'),
  ),
  fault(
    'snapshot-keeps-the-older-version',
    [3],
    'o snapshot guarda a versão antiga dos arquivos que mudaram desde o anterior',
    edit(
      'domain/instances/snapshots.ts',
      'const manifest = within(volume.manifest(), folder);',
      'const current = within(volume.manifest(), folder);\n    const manifest = new Map([...current].map(([each, entry]) => [each, volume.baseline.get(each) ?? entry] as const));',
    ),
  ),
  fault(
    'sync-forgets-what-it-saw',
    [3],
    'sincronizar de novo conta outra vez como novos os arquivos que já foram',
    edit('domain/instances/snapshots.ts', '    volume.baseline = withFolder(volume.baseline, folder, manifest);\n', ''),
  ),
  fault(
    'sync-uploads-everything-again',
    [3],
    'sincronizar de novo acrescenta ao storage também o que não mudou',
    edit('domain/instances/blobs.ts', 'if (existsSync(file)) return 0;', 'if (existsSync(file)) return content.length;'),
  ),
  fault(
    'changed-counted-as-new',
    [3],
    'a sincronização conta como novos os arquivos que só mudaram',
    edit('domain/instances/manifest.ts', 'changed++;', 'created++;'),
  ),
  fault(
    'snapshots-die-with-the-instance',
    [3],
    'destruir a instância apaga os snapshots dela',
    edit(
      'domain/instances/rentals.ts',
      '  instance.volume.remove();\n',
      '  instance.volume.remove();\n  for (const each of tenant.snapshots.list()) if (each.instanceId === instance.id) tenant.snapshots.delete(each.id);\n',
    ),
  ),
  fault(
    'content-dies-with-the-instance',
    [3],
    'destruir a instância deixa os snapshots na lista, mas sem o conteúdo',
    edit('domain/accounts/tenant.ts', '      ...this.snapshots.list(),\n', ''),
  ),
  fault(
    'deleting-a-snapshot-empties-the-others',
    [3],
    'apagar um snapshot leva junto o conteúdo dos outros',
    edit('handlers/snapshots.ts', 'tenant.pruneStorage();', 'tenant.store.prune(new Set());'),
  ),
  fault(
    'deleting-takes-the-newest',
    [3],
    'apagar um snapshot apaga o mais novo, e não o pedido',
    edit(
      'handlers/snapshots.ts',
      'tenant.snapshots.delete(snapshot.id);',
      'tenant.snapshots.delete((tenant.snapshots.list()[0] ?? snapshot).id);',
    ),
  ),
  fault(
    'short-id-unknown',
    [3],
    'o id curto do snapshot não é aceito nos comandos',
    edit('domain/instances/snapshots.ts', ' ?? this.list().find((snapshot) => shortIdOf(snapshot) === wanted)', ''),
  ),
  fault(
    'snapshots-oldest-first',
    [3],
    'a lista de snapshots vem do mais antigo para o mais novo',
    edit('domain/instances/snapshots.ts', 'return [...this.#byId.values()].reverse();', 'return [...this.#byId.values()];'),
  ),
  fault(
    'tags-dropped',
    [3],
    'as etiquetas dadas ao snapshot se perdem',
    edit(
      'handlers/snapshots.ts',
      'const { name, tags = [], source_path: path } = body;',
      'const { name, source_path: path } = body;\n  const tags: string[] = [];',
    ),
  ),
  fault(
    'source-path-ignored',
    [3],
    'o snapshot de uma pasta guarda a instância inteira',
    edit(
      'handlers/snapshots.ts',
      'tenant.snapshots.take(instance, { name, tags, path });',
      "tenant.snapshots.take(instance, { name, tags, path: '/workspace' });",
    ),
  ),
  fault(
    'target-path-ignored',
    [3],
    'a restauração ignora a pasta de destino',
    edit(
      'domain/instances/restores.ts',
      'tenant.snapshots.restore(snapshot, instance.volume, folder)',
      'tenant.snapshots.restore(snapshot, instance.volume)',
    ),
  ),
  fault(
    'sync-gap-not-kept',
    [3],
    'pode-se sincronizar logo depois de sincronizar, sem force',
    edit('domain/instances/instances.ts', 'if (!force && wait > 0)', 'if (!force && wait > 3600)'),
  ),
  fault(
    'force-ignored',
    [3],
    'sincronizar com force=true é recusado como se não houvesse force',
    edit('domain/instances/instances.ts', 'if (!force && wait > 0)', 'if (wait > 0)'),
  ),
  fault(
    'refused-sync-leaves-a-snapshot',
    [3],
    'a sincronização recusada por vir cedo demais deixa um snapshot na lista',
    edit('handlers/snapshots.ts', '  instance.demandSyncable(platform.timings.minimumSyncGap, query.force);\n', ''),
    edit(
      'handlers/snapshots.ts',
      '  instance.synced();\n',
      '  instance.demandSyncable(platform.timings.minimumSyncGap, query.force);\n  instance.synced();\n',
    ),
  ),
  fault(
    'paused-can-be-synced',
    [3, 2],
    'sincroniza-se uma instância pausada',
    edit('domain/instances/instances.ts', "    this.demandRunning('synced');\n", ''),
  ),
  fault(
    'paused-can-be-saved',
    [3, 2],
    'tira-se snapshot de uma instância pausada',
    edit('handlers/snapshots.ts', "  instance.demandRunning('saved');\n", ''),
  ),
  fault(
    'restore-ignores-the-gpu',
    [3],
    'a restauração aluga a GPU mais barata, e não a pedida',
    edit('domain/instances/restores.ts', ', gpu_name: gpuName }', ' }'),
  ),
  fault(
    'restore-takes-the-dearest',
    [3],
    'a restauração aluga a oferta mais cara da GPU pedida',
    edit(
      'domain/instances/restores.ts',
      'availableOffers(platform.market, tenant.takenOffers, filter)[0]',
      'availableOffers(platform.market, tenant.takenOffers, filter).at(-1)',
    ),
  ),
  fault(
    'restore-shrinks-the-disk',
    [3],
    'a restauração aluga um disco de 10 GB, qualquer que fosse o da instância salva',
    edit(
      'domain/instances/restores.ts',
      'const { image, diskGb, ports } = snapshot.origin;',
      'const { image, ports } = snapshot.origin;\n  const diskGb = 10;',
    ),
  ),
  fault(
    'restore-rents-before-it-fails',
    [3],
    'restaurar um snapshot que não existe é recusado, mas aluga uma GPU',
    edit(
      'handlers/snapshots.ts',
      '  const snapshot = tenant.snapshots.find(body.snapshot_id);\n  const { instance, files }',
      `  const [offer] = platform.market.offersOf('RTX 4090').filter(({ id }) => !tenant.takenOffers.has(id));
  if (offer && !tenant.snapshots.list().some(({ id }) => id.startsWith(body.snapshot_id))) {
    const { rent } = require('../domain/instances/rentals') as typeof import('../domain/instances/rentals');
    rent(platform, tenant, offer, { image: 'ubuntu:22.04', diskGb: 50, ports: [], withStandby: false }, 0);
  }
  const snapshot = tenant.snapshots.find(body.snapshot_id);
  const { instance, files }`,
    ),
  ),
  fault(
    'restore-needs-the-source',
    [3],
    'só se restaura um snapshot enquanto a instância de origem existe',
    edit(
      'domain/instances/restores.ts',
      '  const folder = folderBelowWorkspace(targetPath);',
      '  tenant.instance(snapshot.instanceId);\n  const folder = folderBelowWorkspace(targetPath);',
    ),
  ),
  fault(
    'files-total-one-short',
    [3],
    'o total de arquivos do snapshot conta um a menos',
    edit('handlers/snapshots.ts', 'files_total: snapshot.manifest.size', 'files_total: Math.max(0, snapshot.manifest.size - 1)'),
  ),
  fault(
    'total-bytes-only-the-added',
    [3],
    'o tamanho do snapshot conta só o que foi acrescentado',
    edit('handlers/snapshots.ts', 'total_bytes: totalBytes(snapshot.manifest)', 'total_bytes: snapshot.bytesAdded'),
  ),
  fault(
    'storage-not-needed',
    [3],
    'sincroniza-se sem storage de backup configurado',
    edit(
      'handlers/snapshots.ts',
      "syncInstance: needing(['vast_key', 'storage'], syncInstance)",
      "syncInstance: needing(['vast_key'], syncInstance)",
    ),
  ),
];
