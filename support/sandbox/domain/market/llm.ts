import { clamp, roundTo } from '../numbers';
import { BASE_MODELS } from '../training/finetune-models';
import { needOfSize } from '../training/model-sizes';
import type { QueryOf, ReplyOf, Schema } from '../wire';
import type { GpuModel } from './catalogue';
import type { Market } from './market';

function llmGpu(market: Market, model: GpuModel): Schema<'LlmGpu'> {
  const offers = market.offersOf(model.name);
  const price = market.spotPrice(model.name);
  const costPerMillion = roundTo((price / (model.tokensPerSecond * 3600)) * 1e6, 4);
  return {
    gpu_name: model.name,
    vram_gb: model.vramGb,
    price_per_hour: price,
    estimated_tokens_per_second: model.tokensPerSecond,
    cost_per_million_tokens: costPerMillion,
    recommended_models: BASE_MODELS.filter(({ minVramGb }) => minVramGb <= model.vramGb).map(({ name }) => name),
    efficiency_score: roundTo(clamp(100 - 10 * costPerMillion, 0, 100), 2),
    available_count: offers.length,
    machine_type: offers[0]?.machine_type ?? 'interruptible',
  };
}

/** The GPUs that serve a language model, the cheapest per million tokens (US$) first; `model_size` asks for 2 GB of VRAM per thousand million parameters. */
export function rankForLlm(market: Market, query: QueryOf<'rankLlmGpus', 'min_vram'>): ReplyOf<'rankLlmGpus'> {
  const vramGb = Math.max(query.min_vram, needOfSize(query.model_size ?? '') ?? 0);
  const rankings = market
    .gpus()
    .filter((model) => model.vramGb >= vramGb)
    .map((model) => llmGpu(market, model))
    .filter(({ price_per_hour }) => price_per_hour <= (query.max_price ?? Number.POSITIVE_INFINITY))
    .sort((one, other) => one.cost_per_million_tokens - other.cost_per_million_tokens);
  const fastest = Math.max(...rankings.map((row) => row.estimated_tokens_per_second));
  return {
    rankings,
    best_value: rankings[0] ?? null,
    best_performance: rankings.find((row) => row.estimated_tokens_per_second === fastest) ?? null,
    generated_at: market.now.toISOString(),
  };
}
