import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** The market, the rankings and the health of journey 10. */
export const PLATFORM_FAULTS: readonly SourceFault[] = [
  fault(
    'degraded-looks-healthy',
    [10],
    'com uma dependência fora do ar a saúde geral continua boa',
    edit('handlers/health.ts', "dependencies.worst() === 'healthy' ? 'healthy' : 'degraded'", "'healthy'"),
  ),
  fault(
    'dependencies-never-listed-down',
    [10],
    'a saúde mostra todas as dependências no ar, estejam como estiverem',
    edit('domain/accounts/health.ts', '({ name, status: this.get(name) })', "({ name, status: 'healthy' as const })"),
    edit('handlers/health.ts', "dependencies.worst() === 'healthy' ? 'healthy' : 'degraded'", "'healthy'"),
  ),
  fault(
    'degraded-is-503',
    [10],
    'uma dependência menor fora do ar derruba a página de saúde inteira',
    edit(
      'handlers/health.ts',
      "dependencies.demand('database');",
      'for (const { name } of dependencies.list()) dependencies.demand(name);',
    ),
  ),
  fault(
    'health-without-database',
    [10],
    'sem banco de dados a saúde ainda responde 200',
    edit('handlers/health.ts', "  dependencies.demand('database');\n", ''),
  ),
  fault(
    'rents-while-vast-is-offline',
    [2, 10],
    'com a Vast.ai fora do ar ainda se aluga',
    edit(
      'domain/training/demands.ts',
      'if (dependency) platform.dependencies.demand(dependency);',
      "if (dependency && dependency !== 'vast') platform.dependencies.demand(dependency);",
    ),
  ),
  fault(
    'saves-while-storage-is-offline',
    [3, 10],
    'com o storage fora do ar a sincronização responde sucesso',
    edit(
      'domain/training/demands.ts',
      'if (dependency) platform.dependencies.demand(dependency);',
      "if (dependency && dependency !== 'storage') platform.dependencies.demand(dependency);",
    ),
  ),
  fault(
    'agents-always-healthy',
    [10],
    'os agentes parecem bem mesmo quando aquilo de que dependem caiu',
    edit('domain/accounts/agents.ts', 'status: dependencies.worst(needs)', "status: 'healthy'"),
    edit('domain/accounts/agents.ts', 'status: dependencies.worst(INSTANCE_AGENT_NEEDS)', "status: 'healthy'"),
  ),
  fault(
    'agents-of-everyone',
    [10],
    'a lista de agentes mostra as instâncias das outras contas',
    edit(
      'domain/accounts/platform.ts',
      '  /** An id that no other instance has or had. */',
      '  get everyone(): Tenant[] {\n    return [...this.#tenants.values()];\n  }\n\n  /** An id that no other instance has or had. */',
    ),
    edit(
      'handlers/agents.ts',
      '[...tenant.instances.values()].filter',
      'platform.everyone.flatMap((each) => [...each.instances.values()]).filter',
    ),
  ),
  fault(
    'agents-of-paused-instances',
    [10],
    'uma instância pausada ainda aparece com o seu agente em dia',
    edit('handlers/agents.ts', "instance.status === 'running'", "instance.status !== 'creating'"),
  ),
  fault(
    'agents-without-instances',
    [10],
    'a instância em execução não aparece entre os agentes',
    edit('domain/accounts/agents.ts', 'return [...platform, ...inInstances];', 'return platform;'),
  ),
  fault(
    'market-hours-ignored',
    [10],
    'o histórico do mercado ignora quantas horas foram pedidas',
    edit('domain/market/market-view.ts', 'query.hours * HOUR_MS', '24 * HOUR_MS'),
  ),
  fault(
    'market-type-ignored',
    [10],
    'o histórico do mercado ignora o tipo de máquina',
    edit('domain/market/market-view.ts', 'query.machine_type === undefined || type === query.machine_type', 'true'),
  ),
  fault(
    'market-oldest-first',
    [10],
    'o histórico do mercado vem da hora mais antiga para a atual',
    edit(
      'domain/market/market-view.ts',
      'other.hour.at.getTime() - one.hour.at.getTime()',
      'one.hour.at.getTime() - other.hour.at.getTime()',
    ),
  ),
  fault(
    'ranks-begin-at-zero',
    [10],
    'o ranking de eficiência começa na posição 0',
    edit('domain/market/efficiency.ts', 'rank: index + 1', 'rank: index'),
  ),
  fault(
    'efficiency-worst-first',
    [10],
    'o ranking de eficiência vem do pior para o melhor',
    edit('domain/market/efficiency.ts', 'other.score - one.score', 'one.score - other.score'),
  ),
  fault(
    'efficiency-verified-ignored',
    [10],
    'o ranking de eficiência só de verificadas traz as outras também',
    edit('domain/market/efficiency.ts', '    (offer.verified || !query.verified_only) &&\n', ''),
  ),
  fault(
    'efficiency-place-ignored',
    [10],
    'o ranking de eficiência ignora o lugar pedido',
    edit(
      'domain/market/efficiency.ts',
      'query.geolocation === undefined || standsIn(offer.geolocation, query.geolocation)',
      'true',
    ),
  ),
  fault(
    'provider-order-ignored',
    [10],
    'o ranking de provedores vem sempre por confiabilidade, qualquer que seja a ordem pedida',
    edit(
      'domain/market/providers.ts',
      'other[query.order_by] - one[query.order_by]',
      'other.reliability_score - one.reliability_score',
    ),
  ),
  fault(
    'provider-observations-ignored',
    [10],
    'o ranking de provedores ignora o mínimo de observações',
    edit('domain/market/providers.ts', 'row.total_observations >= query.min_observations', 'row.total_observations >= 0'),
  ),
  fault(
    'provider-place-ignored',
    [10],
    'o ranking de provedores ignora o lugar pedido',
    edit(
      'domain/market/providers.ts',
      "query.geolocation === undefined || standsIn(row.geolocation ?? '', query.geolocation)",
      'row.total_observations >= 0',
    ),
  ),
  fault(
    'provider-limit-one-short',
    [10],
    'o ranking de provedores traz um a menos do que o limite',
    edit('domain/market/providers.ts', '.slice(0, query.limit)', '.slice(0, query.limit - 1)'),
  ),
];
