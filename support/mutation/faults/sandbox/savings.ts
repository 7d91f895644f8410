import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** What was saved: sums, periods, hibernations. */
export const SAVINGS_FAULTS: readonly SourceFault[] = [
  fault(
    'savings-against-gcp',
    [7],
    'a economia total é calculada contra a GCP, e não contra a AWS',
    edit('domain/savings/savings.ts', 'total_savings: hundredths(aws - cost)', 'total_savings: hundredths(gcp - cost)'),
  ),
  fault(
    'hibernation-added-to-the-savings',
    [7],
    'a economia total soma também a da hibernação',
    edit(
      'domain/savings/savings.ts',
      'total_savings: hundredths(aws - cost)',
      'total_savings: hundredths(aws - cost + sum(hibernations.map(({ savedCents }) => savedCents)))',
    ),
  ),
  fault('week-of-five-days', [7], 'a semana conta só cinco dias', edit('domain/savings/savings.ts', 'week: 7', 'week: 5')),
  fault('month-of-ninety-days', [7], 'o mês conta noventa dias', edit('domain/savings/savings.ts', 'month: 30,', 'month: 90,')),
  fault(
    'day-is-a-week',
    [7],
    'o período de um dia conta a semana inteira',
    edit('domain/savings/savings.ts', 'day: 1,', 'day: 7,'),
  ),
  fault(
    'everything-is-only-today',
    [7],
    'o período de tudo esquece o passado',
    edit('domain/savings/savings.ts', 'all: Number.POSITIVE_INFINITY', 'all: 0'),
  ),
  fault(
    'period-ignored-by-the-breakdown',
    [7],
    'a divisão por GPU ignora o período',
    edit(
      'domain/savings/savings.ts',
      'const records = inLastDays(ledger.records(now), DAYS_OF[period], now);',
      'const records = ledger.records(now);',
    ),
  ),
  fault(
    'period-ignored-by-the-comparison',
    [7],
    'a comparação com as nuvens ignora o período',
    edit(
      'domain/savings/savings.ts',
      'const { cost, aws, gcp, azure } = totalsOf(inLastDays(ledger.records(now), DAYS_OF[period], now));',
      'const { cost, aws, gcp, azure } = totalsOf(ledger.records(now));',
    ),
  ),
  fault(
    'breakdown-loses-a-gpu',
    [7],
    'a divisão por GPU perde a que menos economizou',
    edit(
      'domain/savings/savings.ts',
      'gpu_breakdown: rows.sort((one, other) => other.savings - one.savings)',
      'gpu_breakdown: rows.sort((one, other) => other.savings - one.savings).slice(0, 1)',
    ),
  ),
  fault(
    'breakdown-rounds-to-dollars',
    [7],
    'a divisão por GPU arredonda a economia para dólares inteiros',
    edit(
      'domain/savings/savings.ts',
      '      hours: hundredths(centihours),\n      cost: hundredths(cost),',
      '      hours: hundredths(centihours),\n      cost: Math.round(hundredths(cost)),',
    ),
    edit(
      'domain/savings/savings.ts',
      '      azure: hundredths(azure),\n      savings: hundredths(aws - cost),',
      '      azure: hundredths(azure),\n      savings: hundredths(aws) - Math.round(hundredths(cost)),',
    ),
  ),
  fault(
    'history-without-the-current-month',
    [7],
    'o histórico termina no mês passado',
    edit('domain/savings/savings.ts', 'ordinal(now) - months + 1 + index', 'ordinal(now) - months + index'),
  ),
  fault(
    'history-months-ignored',
    [7],
    'o histórico traz sempre seis meses',
    edit('domain/savings/savings.ts', 'Array.from({ length: months }', 'Array.from({ length: 6 }'),
  ),
  fault(
    'history-loses-the-first-record',
    [7],
    'o histórico esquece o primeiro registro de uso do mês',
    edit('domain/savings/savings.ts', 'byMonth.get(month) ?? []', '(byMonth.get(month) ?? []).slice(1)'),
  ),
  fault(
    'comparison-swaps-two-clouds',
    [7],
    'a comparação troca a GCP pela Azure',
    edit('domain/savings/savings.ts', 'gcp: against(gcp), azure: against(azure)', 'gcp: against(azure), azure: against(gcp)'),
  ),
  fault(
    'hibernations-lose-the-last',
    [7],
    'a economia da hibernação esquece a última',
    edit(
      'domain/savings/savings.ts',
      'const hibernations = ledger.hibernations();',
      'const hibernations = ledger.hibernations().slice(0, -1);',
    ),
  ),
  fault(
    'real-savings-days-ignored',
    [7],
    'a economia real ignora quantos dias foram pedidos',
    edit(
      'domain/savings/savings.ts',
      'inLastDays(ledger.hibernations(), days, now)',
      'inLastDays(ledger.hibernations(), 30, now)',
    ),
  ),
  fault(
    'summary-without-hibernation',
    [7],
    'o resumo mostra zero de economia com a hibernação',
    edit(
      'domain/savings/savings.ts',
      'auto_hibernate_savings: hundredths(sum(hibernations.map(({ savedCents }) => savedCents)))',
      'auto_hibernate_savings: 0',
    ),
  ),
  fault(
    'no-history-is-an-error',
    [7],
    'uma conta sem uso recebe um erro em vez de zeros',
    edit(
      'handlers/savings.ts',
      '  return ok(savingsSummary(',
      "  if (tenant.usage.records(tenant.clock.now()).length === 0) throw new (require('../domain/errors').DomainError)(404, 'No usage');\n  return ok(savingsSummary(",
    ),
  ),
  fault(
    'running-instances-not-billed',
    [7],
    'a instância em execução só entra nas contas depois de destruída',
    edit(
      'domain/savings/usage.ts',
      '    return this.sessions\n',
      '    return this.sessions\n      .filter(({ until }) => until !== undefined)\n',
    ),
  ),
  fault(
    'destroyed-instances-forgotten',
    [7],
    'o uso de uma instância destruída some das contas',
    edit(
      'domain/savings/usage.ts',
      'if (session.instanceId === instanceId) session.until ??= at;',
      'if (session.instanceId === instanceId && !session.until) session.until = new Date(0);',
    ),
    edit(
      'domain/savings/usage.ts',
      '      .flatMap((session) => billed(session, now))',
      '      .filter(({ until }) => until?.getTime() !== 0)\n      .flatMap((session) => billed(session, now))',
    ),
  ),
  fault(
    'percent-of-our-own-cost',
    [7],
    'a porcentagem economizada é calculada sobre o custo na Dumont',
    edit('domain/savings/savings.ts', '(100 * (reference - cost)) / reference', '(100 * (reference - cost)) / (cost || 1)'),
  ),
];
