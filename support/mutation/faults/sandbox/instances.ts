import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** Renting, pausing, resuming and destroying, and what it costs. */
export const INSTANCE_FAULTS: readonly SourceFault[] = [
  fault(
    'pause-keeps-billing',
    [2, 7],
    'pausar não para a cobrança da GPU: as horas em pausa entram na conta',
    edit(
      'domain/instances/rentals.ts',
      '  tenant.usage.close(instance.id, tenant.clock.now());\n  tenant.wallet.meter(instance.id, pricePerHourNow(tenant, instance));\n',
      '',
    ),
  ),
  fault(
    'paused-at-the-full-price',
    [2],
    'pausada, a instância mostra o preço de quem está em execução',
    edit('domain/instances/instance-cost.ts', "if (status === 'paused')", "if (status === 'creating')"),
  ),
  fault(
    'pause-drains-the-balance',
    [2],
    'pausada, a instância continua tirando do saldo o preço inteiro da GPU',
    edit(
      'domain/instances/rentals.ts',
      '  tenant.usage.close(instance.id, tenant.clock.now());\n  tenant.wallet.meter(instance.id, pricePerHourNow(tenant, instance));\n',
      '  tenant.usage.close(instance.id, tenant.clock.now());\n',
    ),
  ),
  fault(
    'destroyed-keeps-billing',
    [2, 7],
    'uma instância destruída continua somando horas',
    edit(
      'domain/instances/rentals.ts',
      '  tenant.usage.close(instance.id, tenant.clock.now());\n  tenant.wallet.stop(instance.id);\n',
      '  tenant.wallet.stop(instance.id);\n',
    ),
  ),
  fault(
    'destroyed-drains-the-balance',
    [2],
    'uma instância destruída continua gastando o saldo',
    edit('domain/instances/rentals.ts', '  tenant.wallet.stop(instance.id);\n', ''),
  ),
  fault(
    'balance-never-spent',
    [2],
    'o saldo nunca acaba: as instâncias em execução não o gastam',
    edit('domain/accounts/wallet.ts', 'return (pricePerHour *', 'return (0 * pricePerHour *'),
  ),
  fault(
    'resumed-for-free',
    [2, 7],
    'depois de retomada, a instância não soma mais horas',
    edit('domain/instances/rentals.ts', '?.gpuResumed();\n  startBilling(tenant, instance);', '?.gpuResumed();'),
  ),
  fault(
    'paused-disk-is-free',
    [2],
    'uma instância pausada não paga nem o disco',
    edit(
      'domain/instances/instance-cost.ts',
      'return roundTo((order.diskGb * DISK_PER_GB_MONTH) / HOURS_PER_MONTH, 6);',
      'return 0;',
    ),
  ),
  fault(
    'paused-disk-of-the-offer',
    [2],
    'pausada, a instância paga o disco inteiro da oferta, e não o que pediu',
    edit('domain/instances/instance-cost.ts', 'order.diskGb *', 'order.offer.disk_space *'),
  ),
  fault(
    'standby-left-out-of-the-price',
    [4, 2],
    'o preço por hora da instância esquece o da CPU standby',
    edit(
      'domain/instances/instance-cost.ts',
      'order.offer.dph_total + (tenant.standby.pairs.get(id)?.machine.pricePerHour ?? 0)',
      'order.offer.dph_total',
    ),
  ),
  fault(
    'paused-can-be-paused-again',
    [2],
    'pausar o que já está pausado responde sucesso',
    edit(
      'domain/instances/instances.ts',
      "    this.demandRunning('paused');",
      "    if (this.status === 'creating') throw this.#refusal('paused');",
    ),
  ),
  fault(
    'creating-can-be-paused',
    [2],
    'pausa-se uma instância que ainda está em criação',
    edit(
      'domain/instances/instances.ts',
      "    this.demandRunning('paused');",
      "    if (this.#paused) throw this.#refusal('paused');",
    ),
  ),
  fault(
    'running-can-be-resumed',
    [2],
    'retomar o que já está em execução responde sucesso',
    edit('domain/instances/instances.ts', "    if (this.status !== 'paused') throw this.#refusal('resumed');\n", ''),
  ),
  fault(
    'refused-resume-pauses',
    [2],
    'retomar o que está em execução é recusado, mas deixa a instância pausada',
    edit(
      'domain/instances/instances.ts',
      "if (this.status !== 'paused') throw this.#refusal('resumed');",
      "if (this.status !== 'paused') {\n      const refusal = this.#refusal('resumed');\n      this.#paused = true;\n      throw refusal;\n    }",
    ),
  ),
  fault(
    'zero-balance-rents',
    [2, 3, 8, 9],
    'quem está com a conta zerada ainda aluga: só o saldo negativo é recusado',
    edit('domain/instances/rentals.ts', 'tenant.wallet.balance <= 0', 'tenant.wallet.balance < 0'),
  ),
  fault(
    'unpaid-rent-holds-the-offer',
    [2],
    'sem saldo o aluguel é recusado, mas a oferta some da lista como se estivesse alugada',
    edit(
      'handlers/instances.ts',
      '  demandBalance(tenant);\n  const offer = offerById(platform.market, tenant.takenOffers, body.offer_id);',
      '  const offer = offerById(platform.market, tenant.takenOffers, body.offer_id);\n  tenant.takenOffers.add(offer.id);\n  demandBalance(tenant);',
    ),
  ),
  fault(
    'oversized-disk-rents-anyway',
    [2],
    'um disco maior que o da oferta é recusado, mas a instância fica alugada',
    edit(
      'domain/instances/rentals.ts',
      '  if (request.diskGb > offer.disk_space) {',
      '  const refuse = (): void => {\n    if (request.diskGb <= offer.disk_space) return;',
    ),
    edit('domain/instances/rentals.ts', 'GB of disk`, details);\n  }', 'GB of disk`, details);\n  };'),
    edit(
      'domain/instances/rentals.ts',
      '  startBilling(tenant, instance);\n  return instance;',
      '  startBilling(tenant, instance);\n  refuse();\n  return instance;',
    ),
  ),
  fault(
    'disk-limit-not-checked',
    [2],
    'aluga-se mais disco do que a oferta tem',
    edit(
      'domain/instances/rentals.ts',
      'if (request.diskGb > offer.disk_space)',
      'if (request.diskGb > Number.POSITIVE_INFINITY)',
    ),
  ),
  fault(
    'missing-key-rents',
    [2],
    'uma conta sem a chave da Vast.ai consegue alugar',
    edit('handlers/instances.ts', "createInstance: needing(['vast_key'], createInstance)", 'createInstance'),
  ),
  fault(
    'taken-offer-rented-twice',
    [2],
    'uma oferta já alugada pela conta pode ser alugada de novo',
    edit('domain/market/offers.ts', 'candidate.id === id && !taken.has(id)', 'candidate.id === id'),
  ),
  fault(
    'taken-offers-listed',
    [2],
    'as ofertas que a conta já alugou continuam na lista',
    edit('domain/market/offers.ts', '!taken.has(offer.id) && passes(offer, filter)', 'passes(offer, filter)'),
  ),
  fault(
    'destroyed-offer-never-back',
    [2],
    'a oferta de uma instância destruída nunca volta ao mercado',
    edit('domain/instances/rentals.ts', '  tenant.takenOffers.delete(instance.order.offer.id);\n', ''),
  ),
  fault(
    'unknown-offer-is-404',
    [2],
    'alugar uma oferta que não existe responde 404 em vez de 400',
    edit('domain/market/offers.ts', 'throw new DomainError(400, `Offer', 'throw new DomainError(404, `Offer'),
  ),
  fault(
    'unknown-offer-takes-the-cheapest',
    [2],
    'alugar uma oferta que não existe aluga a mais barata no lugar dela',
    edit(
      'domain/market/offers.ts',
      'candidate.id === id && !taken.has(id));',
      'candidate.id === id && !taken.has(id)) ?? market.offers.find((candidate) => candidate.num_gpus > 0 && !taken.has(candidate.id));',
    ),
  ),
  fault(
    'disk-of-the-offer-shown',
    [2, 8],
    'a instância mostra o disco da oferta, e não o que foi pedido',
    edit('handlers/instance-view.ts', 'disk_space: order.diskGb', 'disk_space: offer.disk_space'),
  ),
  fault(
    'ports-ignored',
    [2],
    'as portas pedidas ao alugar não são abertas',
    edit('handlers/instance-view.ts', '[22, ...order.ports]', '[22]'),
  ),
  fault(
    'skip-standby-ignored',
    [4],
    'quem pede para alugar sem CPU standby ganha uma do mesmo jeito',
    edit('handlers/instances.ts', 'withStandby: !body.skip_standby', 'withStandby: true'),
  ),
  fault(
    'status-filter-ignored',
    [2],
    'a lista de instâncias ignora o filtro por situação',
    edit('handlers/instances.ts', 'query.status === undefined || status === query.status', 'true'),
  ),
  fault(
    'paused-left-out-of-the-list',
    [2],
    'uma instância pausada some da lista de instâncias',
    edit(
      'handlers/instances.ts',
      'query.status === undefined || status === query.status',
      "query.status === undefined ? status !== 'paused' : status === query.status",
    ),
  ),
  fault(
    'resume-starts-over',
    [2, 3],
    'retomar uma instância pausada apaga o disco dela',
    edit('domain/instances/rentals.ts', '  instance.resume();\n', "  instance.resume();\n  instance.volume.clear('');\n"),
  ),
  fault(
    'deleting-one-destroys-the-oldest',
    [2],
    'destruir uma instância destrói a mais antiga da conta, e não a pedida',
    edit(
      'handlers/instances.ts',
      'destroy(tenant, tenant.instance(id), query.reason',
      'destroy(tenant, [...tenant.instances.values()][0] ?? tenant.instance(id), query.reason',
    ),
  ),
];
