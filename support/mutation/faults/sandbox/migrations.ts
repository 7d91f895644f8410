import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** Estimating, migrating, and going back when a step fails. */
export const MIGRATION_FAULTS: readonly SourceFault[] = [
  fault(
    'estimate-migrates',
    [9],
    'estimar a migração já migra',
    edit(
      'handlers/migration.ts',
      '  const { offers, time, cost } = estimate(platform, tenant, instance, target);',
      '  const { offers, time, cost } = estimate(platform, tenant, instance, target);\n  if (offers.length > 0) migrate(platform, tenant, instance, target, true);',
    ),
  ),
  fault(
    'estimate-leaves-a-snapshot',
    [9],
    'estimar a migração deixa um snapshot guardado',
    edit(
      'domain/instances/migrations.ts',
      '  const offers = fittingOffers(platform, tenant, target);',
      '  snapshotOf(tenant, source);\n  const offers = fittingOffers(platform, tenant, target);',
    ),
  ),
  fault(
    'estimate-of-the-dearest',
    [9],
    'a estimativa é a da oferta mais cara que serve',
    edit('domain/instances/migrations.ts', '  const [offer] = offers;', '  offers.reverse();\n  const [offer] = offers;'),
  ),
  fault(
    'source-always-kept',
    [9],
    'depois da migração a instância de origem continua, cobrando',
    edit(
      'domain/instances/migrations.ts',
      "if (destroySource) step('destroy_source', () => destroy(tenant, source));",
      "if (destroySource) step('destroy_source', () => undefined);",
    ),
  ),
  fault(
    'source-always-destroyed',
    [9],
    'a migração destrói a origem mesmo quando se pede para ficar com ela',
    edit('domain/instances/migrations.ts', 'if (destroySource) step', 'step'),
  ),
  fault(
    'source-quietly-destroyed',
    [9],
    'a migração diz que ficou com a origem, mas a destrói',
    edit(
      'domain/instances/migrations.ts',
      '    if (destroySource) step',
      '    if (!destroySource) destroy(tenant, source);\n    if (destroySource) step',
    ),
  ),
  fault(
    'migration-loses-the-data',
    [9],
    'a máquina nova chega sem os dados da antiga',
    edit('domain/instances/migrations.ts', 'tenant.snapshots.restore(taken, created.volume)', 'taken.manifest.size'),
  ),
  fault(
    'same-type-accepted',
    [9],
    'migra-se para o mesmo tipo de máquina',
    edit(
      'domain/instances/migrations.ts',
      'if (type === source.kind) throw',
      'if (type === source.kind && source.order.diskGb === 0) throw',
    ),
  ),
  fault(
    'gpu-name-not-needed',
    [9],
    'migrar para GPU sem dizer qual escolhe a mais barata',
    edit(
      'domain/instances/migrations.ts',
      "if (type === 'gpu' && gpuName === undefined) throw",
      "if (type === 'gpu' && gpuName === '') throw",
    ),
  ),
  fault(
    'cpu-target-gets-a-gpu',
    [9],
    'migrar para CPU pode alugar uma máquina com GPU',
    edit(
      'domain/instances/migrations.ts',
      "return target.target_type === 'cpu' ? offers.filter((offer) => offer.num_gpus === 0) : offers;",
      "return target.target_type === 'cpu' ? offers.filter((offer) => offer.num_gpus > 0) : offers;",
    ),
  ),
  fault(
    'gpu-of-the-migration-ignored',
    [9],
    'migrar para uma GPU aluga a mais barata, e não a pedida',
    edit('domain/instances/migrations.ts', '{ num_gpus: 1, gpu_name: target.gpu_name }', '{ num_gpus: 1 }'),
  ),
  fault(
    'migration-price-ignored',
    [9],
    'a migração ignora o preço máximo',
    edit('domain/instances/migrations.ts', 'const filter = { max_price: target.max_price, region', 'const filter = { region'),
  ),
  fault(
    'migration-region-ignored',
    [9],
    'a migração ignora a região pedida',
    edit('domain/instances/migrations.ts', ', region: target.region, min_disk', ', min_disk'),
  ),
  fault(
    'migration-takes-the-dearest',
    [9],
    'a migração aluga a oferta mais cara que serve',
    edit(
      'domain/instances/migrations.ts',
      'const [offer] = fittingOffers(platform, tenant, target);',
      'const offer = fittingOffers(platform, tenant, target).at(-1);',
    ),
  ),
  fault(
    'migration-disk-ignored',
    [9],
    'a migração aluga sempre 100 GB de disco',
    edit('domain/instances/migrations.ts', 'diskGb: target.disk_size, withStandby', 'diskGb: 100, withStandby'),
  ),
  fault(
    'migration-forgets-the-label',
    [9],
    'a máquina nova não leva o nome da antiga',
    edit(
      'domain/instances/migrations.ts',
      'const { label, image, ports } = source.order;',
      'const { image, ports } = source.order;\n  const label = undefined;',
    ),
  ),
  fault(
    'paused-can-be-migrated',
    [9],
    'migra-se uma instância pausada',
    edit('domain/instances/migrations.ts', "  source.demandRunning('migrated');\n", ''),
  ),
  fault(
    'failed-migration-leaves-the-target',
    [9],
    'a migração que falha no meio deixa a máquina nova alugada',
    edit('domain/instances/migrations.ts', '    if (instance) ', '    if (instance && source.order.diskGb === 0) '),
  ),
  fault(
    'failed-migration-leaves-the-snapshot',
    [9],
    'a migração que falha no meio deixa o snapshot dela guardado',
    edit('domain/instances/migrations.ts', '    if (snapshot) tenant.snapshots.delete(snapshot.id);\n', ''),
  ),
  fault(
    'failed-migration-loses-the-source',
    [9],
    'a migração destrói a origem antes de os dados chegarem: se falha no meio, perde tudo',
    edit(
      'domain/instances/migrations.ts',
      "    step('restore_snapshot'",
      "    if (failing === 'restore_snapshot') destroy(tenant, source);\n    step('restore_snapshot'",
    ),
  ),
  fault(
    'failed-migration-pauses-the-source',
    [9],
    'a migração que falha no meio deixa a origem pausada',
    edit(
      'domain/instances/migrations.ts',
      '    source.volume.baseline = formerBaseline;\n',
      "    source.volume.baseline = formerBaseline;\n    if (snapshot && source.status === 'running') source.pause();\n",
    ),
  ),
  fault(
    'migration-without-storage',
    [9],
    'migra-se sem storage de backup configurado',
    edit(
      'handlers/migration.ts',
      "migrateInstance: needing(['vast_key', 'storage'], migrateInstance)",
      "migrateInstance: needing(['vast_key'], migrateInstance)",
    ),
  ),
];
