import { edit, sandboxFault as fault } from '../building';
import type { SourceFault } from '../fault';

/** The views of the spot market. */
export const SPOT_FAULTS: readonly SourceFault[] = [
  fault(
    'unknown-gpu-gets-the-first',
    [6],
    'uma GPU que não existe recebe os números de outra',
    edit(
      'domain/market/market.ts',
      'if (model === undefined) throw',
      'if (model === undefined) return GPU_MODELS[0] as GpuModel;\n    if (model === undefined) throw',
    ),
  ),
  fault(
    'monitor-refuses-unknown-gpu',
    [6],
    'filtrar o monitor por uma GPU que não existe responde 404 em vez de uma lista vazia',
    edit(
      'domain/market/spot-monitor.ts',
      '  const names = market.gpus()',
      '  if (gpuName !== undefined) market.gpu(gpuName);\n  const names = market.gpus()',
    ),
  ),
  fault(
    'monitor-filter-ignored',
    [6],
    'o monitor e a disponibilidade ignoram a GPU pedida',
    edit(
      'domain/market/spot-monitor.ts',
      'return gpuName === undefined ? names : names.filter((name) => sameGpu(name, gpuName));',
      'return names;',
    ),
  ),
  fault(
    'monitor-shows-the-average',
    [6],
    'o monitor mostra o preço médio das ofertas como se fosse o menor',
    edit(
      'domain/market/spot-monitor.ts',
      '  const spot = market.spotPrice(name);',
      '  const spot = roundTo(mean(market.offersOf(name).map((offer) => offer.dph_total)), 4);',
    ),
  ),
  fault(
    'availability-price-of-the-dearest',
    [6],
    'a disponibilidade mostra o preço da oferta mais cara',
    edit(
      'domain/market/spot-monitor.ts',
      '    spot_price: market.spotPrice(name),',
      '    spot_price: (offers.at(-1) as Offer).dph_total,',
    ),
  ),
  fault(
    'llm-price-is-on-demand',
    [6],
    'o ranking para LLM usa o preço sob demanda no lugar do spot',
    edit('domain/market/llm.ts', 'market.spotPrice(model.name)', 'market.onDemandPrice(model.name)'),
  ),
  fault(
    'training-cost-price-is-on-demand',
    [6],
    'o custo de treino usa o preço sob demanda no lugar do spot',
    edit(
      'domain/training/training.ts',
      'const spot = market.spotPrice(gpu.name);',
      'const spot = market.onDemandPrice(gpu.name);',
    ),
  ),
  fault(
    'prediction-current-price-of-yesterday',
    [6],
    'o preço atual da previsão é o de ontem',
    edit(
      'domain/market/prediction.ts',
      'const current = market.spotPrice(name);',
      'const current = market.history(name).at(-25)?.spotPrice ?? market.spotPrice(name);',
    ),
  ),
  fault(
    'prediction-begins-an-hour-late',
    [6],
    'a previsão começa na próxima hora, e não na atual',
    edit('domain/market/prediction.ts', 'market.now.getUTCHours() + ahead)', 'market.now.getUTCHours() + ahead + 1)'),
  ),
  fault(
    'best-time-is-the-dearest',
    [6],
    'a melhor hora para alugar é a mais cara',
    edit(
      'domain/market/prediction.ts',
      '({ predicted_price }) => predicted_price === lowest',
      '({ predicted_price }) => predicted_price === Math.max(...predictions.map((each) => each.predicted_price))',
    ),
  ),
  fault(
    'windows-most-interrupted-first',
    [6],
    'as janelas seguras vêm da mais para a menos interrompida',
    edit(
      'domain/market/safe-windows.ts',
      'one.avg_interruption_rate - other.avg_interruption_rate',
      'other.avg_interruption_rate - one.avg_interruption_rate',
    ),
  ),
  fault(
    'best-window-is-the-second',
    [6],
    'a melhor janela é a segunda da lista',
    edit('domain/market/safe-windows.ts', 'windows[0] ?? null', 'windows[1] ?? null'),
  ),
  fault(
    'llm-vram-filter-ignored',
    [6],
    'o ranking para LLM ignora a VRAM mínima',
    edit('domain/market/llm.ts', 'Math.max(query.min_vram, needOfSize', 'Math.max(0, needOfSize'),
  ),
  fault(
    'llm-vram-filter-excludes-the-minimum',
    [6],
    'o ranking para LLM deixa de fora as GPUs com exatamente a VRAM pedida',
    edit('domain/market/llm.ts', 'model.vramGb >= vramGb', 'model.vramGb > vramGb'),
  ),
  fault(
    'llm-model-size-ignored',
    [6],
    'o ranking para LLM ignora o tamanho do modelo',
    edit('domain/market/llm.ts', "needOfSize(query.model_size ?? '')", "needOfSize('')"),
  ),
  fault(
    'llm-price-filter-ignored',
    [6],
    'o ranking para LLM ignora o preço máximo',
    edit('domain/market/llm.ts', 'price_per_hour <= (query.max_price ?? Number.POSITIVE_INFINITY)', 'price_per_hour > 0'),
  ),
  fault(
    'score-filter-ignored',
    [6],
    'a confiabilidade ignora a nota mínima',
    edit('domain/market/reliability.ts', 'overall_score >= query.min_score', 'overall_score >= 0'),
  ),
  fault(
    'availability-counts-offers',
    [6],
    'a disponibilidade conta ofertas em vez de GPUs',
    edit('domain/market/spot-monitor.ts', '    available_now: gpusOf(offers),', '    available_now: offers.length,'),
  ),
  fault(
    'availability-minimum-ignored',
    [6],
    'a disponibilidade ignora o mínimo de GPUs pedido',
    edit('domain/market/spot-monitor.ts', 'available_now >= query.min_available', 'available_now >= 0'),
  ),
  fault(
    'availability-fewest-first',
    [6],
    'a disponibilidade lista primeiro as GPUs que menos há',
    edit('domain/market/spot-monitor.ts', 'other.available_now - one.available_now', 'one.available_now - other.available_now'),
  ),
  fault(
    'training-cost-ignores-the-model',
    [6],
    'treinar um modelo grande custa o mesmo que treinar um pequeno',
    edit('domain/training/training.ts', ' * model.parameters, 4)', ', 4)'),
    edit('domain/training/training.ts', 'Math.max(model.minVramGb, query.min_vram)', 'query.min_vram'),
  ),
  fault(
    'training-cost-on-too-small-gpus',
    [6],
    'o custo de treino oferece GPUs em que o modelo não cabe',
    edit('domain/training/training.ts', 'Math.max(model.minVramGb, query.min_vram)', 'query.min_vram'),
  ),
  fault(
    'training-cost-dearest-first',
    [6],
    'o custo estimado do treino é o da GPU mais cara',
    edit('domain/training/training.ts', 'one.estimated_cost - other.estimated_cost', 'other.estimated_cost - one.estimated_cost'),
  ),
  fault(
    'training-cost-accepts-unknown-model',
    [6],
    'o custo de treino de um modelo desconhecido é o de outro modelo',
    edit(
      'domain/training/finetune-models.ts',
      'bareName(model.id) === bareName(name.trim()))',
      'bareName(model.id) === bareName(name.trim())) ?? BASE_MODELS[0]',
    ),
  ),
  fault(
    'savings-percent-of-the-spot',
    [6],
    'o monitor calcula a economia sobre o preço spot, e não sobre o sob demanda',
    edit('domain/market/spot-monitor.ts', '(100 * (onDemand - spot)) / onDemand', '(100 * (onDemand - spot)) / spot'),
  ),
];
