import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** The CPU that stands by for a GPU. */
export const STANDBY_FAULTS: readonly SourceFault[] = [
  fault(
    'standby-off-still-pairs',
    [4],
    'com o auto-standby desligado, alugar uma GPU ainda cria uma CPU',
    edit('domain/instances/rentals.ts', 'tenant.standby.enabled && ', ''),
  ),
  fault(
    'gpu-failure-takes-the-cpu',
    [4],
    'a falha da GPU leva a CPU standby junto quando se pede destroy_standby=true',
    edit('domain/instances/standby.ts', "if (destroyStandby && reason === 'user_request')", 'if (destroyStandby)'),
  ),
  fault(
    'any-failure-takes-the-cpu',
    [4],
    'destruir a GPU por falha leva a CPU standby junto',
    edit('domain/instances/standby.ts', "if (destroyStandby && reason === 'user_request')", "if (reason !== '')"),
  ),
  fault(
    'destroy-standby-false-ignored',
    [4],
    'quem destrói a GPU e pede para ficar com a CPU standby a perde',
    edit('domain/instances/standby.ts', "if (destroyStandby && reason === 'user_request')", "if (reason === 'user_request')"),
  ),
  fault(
    'destroying-never-takes-the-cpu',
    [4],
    'destruir a GPU por vontade própria deixa a CPU standby para trás, cobrando',
    edit('domain/instances/standby.ts', "if (destroyStandby && reason === 'user_request')", "if (reason === '')"),
  ),
  fault(
    'orphan-forgets-its-reason',
    [4],
    'a CPU órfã não diz por que a GPU se foi: o motivo é sempre o mesmo',
    edit('domain/instances/standby.ts', 'pair.gpuLost(reason);', "pair.gpuLost('user_request');"),
  ),
  fault(
    'orphans-count-as-active',
    [4],
    'as CPUs órfãs contam como associações ativas',
    edit('handlers/standby.ts', '.filter(({ failure }) => failure === null)', ''),
  ),
  fault(
    'zone-of-the-pair-is-the-first-one',
    [4],
    'a CPU standby nasce na zona inicial da conta, e não na configurada',
    edit('domain/instances/standby.ts', '      zone,\n      ip:', '      zone: INITIAL.gcp_zone,\n      ip:'),
    edit('domain/instances/standby.ts', 'const { gcp_zone: zone, gcp_machine_type', 'const { gcp_machine_type'),
  ),
  fault(
    'configuring-resets-the-zone',
    [4],
    'reconfigurar sem dizer a zona volta à zona inicial',
    edit('domain/instances/standby.ts', '{ ...this.#config, ...Object', '{ ...INITIAL, ...Object'),
  ),
  fault(
    'switching-off-destroys-the-cpus',
    [4],
    'desligar o auto-standby destrói as CPUs que já existem',
    edit(
      'domain/instances/standby.ts',
      '    this.#enabled = enabled;',
      '    this.#enabled = enabled;\n    if (!enabled) this.pairs.clear();',
    ),
  ),
  fault(
    'sync-starts-for-an-orphan',
    [4],
    'a sincronização de uma CPU cuja GPU falhou responde sucesso',
    edit(
      'domain/instances/standby-pair.ts',
      '    if (this.#failure) throw',
      "    if (this.#failure && this.state === 'provisioning') throw",
    ),
  ),
  fault(
    'sync-starts-while-paused',
    [4],
    'a sincronização começa mesmo com a GPU pausada',
    edit('handlers/standby.ts', "  if (!pair.failure) tenant.instance(pair.gpuInstanceId).demandRunning('synced');\n", ''),
  ),
  fault(
    'sync-stops-after-the-first',
    [4],
    'a CPU standby é sincronizada uma vez e nunca mais',
    edit('domain/instances/standby-pair.ts', '1 + Math.floor(sinceFirst / this.syncIntervalMs)', '1'),
  ),
  fault(
    'sync-goes-on-while-paused',
    [4],
    'com a GPU pausada a contagem de sincronizações continua subindo',
    edit('domain/instances/rentals.ts', '  tenant.standby.pairs.get(instance.id)?.gpuPaused();\n', ''),
  ),
  fault(
    'sync-interval-ignored',
    [4],
    'o intervalo de sincronização configurado é ignorado',
    edit('domain/instances/standby.ts', 'sync_interval * 1000', '0 * sync_interval + 30_000'),
  ),
  fault(
    'sync-of-one-starts-all',
    [4],
    'começar a sincronização de uma GPU mostra todas as CPUs como sincronizando',
    edit(
      'handlers/standby-view.ts',
      '    sync_enabled: pair.syncEnabled,\n    gpu_failed',
      '    sync_enabled: true,\n    gpu_failed',
    ),
  ),
  fault(
    'failure-forgets-the-syncs',
    [4],
    'quando a GPU falha, a CPU standby esquece quantas sincronizações recebeu',
    edit(
      'domain/instances/standby-pair.ts',
      '    this.#failure = { reason',
      '    this.#syncEnabled = false;\n    this.#failure = { reason',
    ),
  ),
  fault(
    'gcp-not-needed',
    [4],
    'o auto-standby liga sem credenciais da GCP',
    edit('handlers/standby.ts', "demand(platform, tenant, ['gcp', 'vast_key']);", "demand(platform, tenant, ['vast_key']);"),
  ),
  fault(
    'refused-configure-switches-on',
    [4],
    'sem credenciais da GCP a configuração é recusada, mas o auto-standby fica ligado',
    edit(
      'handlers/standby.ts',
      "  if (enabled) demand(platform, tenant, ['gcp', 'vast_key']);\n  const { standby } = tenant;\n  standby.configure(enabled, changes);",
      "  const { standby } = tenant;\n  standby.configure(enabled, changes);\n  if (enabled) demand(platform, tenant, ['gcp', 'vast_key']);",
    ),
  ),
  fault(
    'regular-cpu-priced-as-spot',
    [4],
    'a CPU regular é anunciada pelo preço da spot',
    edit('domain/instances/standby.ts', 'this.#config.gcp_spot ? SPOT_PER_MONTH : REGULAR_PER_MONTH', 'SPOT_PER_MONTH'),
  ),
];
