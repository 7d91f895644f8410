import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** The market's offers and their filters. */
export const OFFER_FAULTS: readonly SourceFault[] = [
  fault(
    'price-filter-ignored',
    [2],
    'a busca de ofertas ignora o preço máximo',
    edit('domain/market/offers.ts', '(filter.max_price === undefined || offer.dph_total <= filter.max_price)', 'true'),
  ),
  fault(
    'price-filter-excludes-the-price-itself',
    [2],
    'a busca de ofertas deixa de fora a que custa exatamente o preço máximo',
    edit('domain/market/offers.ts', 'offer.dph_total <= filter.max_price', 'offer.dph_total < filter.max_price'),
  ),
  fault(
    'gpu-filter-by-beginning',
    [2],
    'a busca por RTX 3080 traz também a RTX 3080 Ti',
    edit(
      'domain/market/offers.ts',
      'sameGpu(offer.gpu_name, filter.gpu_name)',
      "offer.gpu_name.toLowerCase().replace(/[ _-]/g, '').startsWith(filter.gpu_name.toLowerCase().replace(/[ _-]/g, ''))",
    ),
  ),
  fault(
    'gpu-spelling-matters',
    [2, 3, 6, 8],
    'só se acha a GPU escrita como no catálogo: rtx_4090 não acha a RTX 4090',
    edit(
      'domain/market/catalogue.ts',
      "name.toLowerCase().replace(/[\\s_-]+/g, '')",
      "name.toLowerCase().replace(/[\\s-]+/g, '')",
    ),
  ),
  fault(
    'gpu-count-filter-ignored',
    [2],
    'a busca de ofertas ignora quantas GPUs foram pedidas',
    edit(
      'domain/market/offers.ts',
      'atLeast(offer.num_gpus, filter.num_gpus)',
      'offer.num_gpus >= Math.min(1, filter.num_gpus ?? 0)',
    ),
  ),
  fault(
    'vram-filter-sums-the-gpus',
    [2],
    'o filtro de VRAM soma a de todas as GPUs da máquina',
    edit(
      'domain/market/offers.ts',
      'atLeast(offer.gpu_ram, filter.min_gpu_ram)',
      'atLeast(offer.gpu_ram * offer.num_gpus, filter.min_gpu_ram)',
    ),
  ),
  fault(
    'cores-filter-ignored',
    [2],
    'a busca de ofertas ignora o mínimo de núcleos',
    edit('domain/market/offers.ts', '    atLeast(offer.cpu_cores, filter.min_cpu_cores) &&\n', ''),
  ),
  fault(
    'ram-filter-ignored',
    [2],
    'a busca de ofertas ignora o mínimo de memória',
    edit('domain/market/offers.ts', '    atLeast(offer.cpu_ram, filter.min_cpu_ram) &&\n', ''),
  ),
  fault(
    'disk-filter-ignored',
    [2],
    'a busca de ofertas ignora o disco mínimo',
    edit('domain/market/offers.ts', '    atLeast(offer.disk_space, filter.min_disk) &&\n', ''),
  ),
  fault(
    'download-filter-ignored',
    [2],
    'a busca de ofertas ignora a velocidade mínima de download',
    edit('domain/market/offers.ts', '    atLeast(offer.inet_down, filter.min_inet_down) &&\n', ''),
  ),
  fault(
    'reliability-filter-ignored',
    [2],
    'a busca de ofertas ignora a confiabilidade mínima',
    edit('domain/market/offers.ts', '    atLeast(offer.reliability, filter.min_reliability) &&\n', ''),
  ),
  fault(
    'region-filter-ignored',
    [2],
    'a busca de ofertas ignora a região',
    edit(
      'domain/market/offers.ts',
      'filter.region === undefined || regionOf(offer.geolocation) === filter.region.toUpperCase()',
      'true',
    ),
  ),
  fault(
    'verified-filter-ignored',
    [2],
    'a busca só por verificadas traz também as outras',
    edit('domain/market/offers.ts', '    (!filter.verified_only || offer.verified) &&\n', ''),
  ),
  fault(
    'static-ip-filter-ignored',
    [2],
    'a busca só por IP fixo traz também as outras',
    edit('domain/market/offers.ts', '    (!filter.static_ip || offer.static_ip) &&\n', ''),
  ),
  fault(
    'machine-type-filter-ignored',
    [2],
    'a busca por tipo de máquina traz todos os tipos',
    edit('domain/market/offers.ts', 'filter.machine_type === undefined || offer.machine_type === filter.machine_type', 'true'),
  ),
  fault(
    'offer-limit-one-too-many',
    [2],
    'a busca de ofertas traz uma a mais do que o limite',
    edit('handlers/offers.ts', 'found.slice(0, query.limit)', 'found.slice(0, query.limit + 1)'),
  ),
  fault(
    'offer-limit-keeps-the-dearest',
    [2],
    'com limite, a busca fica com as ofertas mais caras em vez das mais baratas',
    edit('handlers/offers.ts', 'found.slice(0, query.limit)', 'found.slice(-query.limit)'),
  ),
  fault(
    'offer-count-before-the-limit',
    [2],
    'a contagem de ofertas é a de antes do limite',
    edit('handlers/offers.ts', 'count: offers.length', 'count: found.length'),
  ),
];
