import { invalidField } from '../errors';
import type { GpuModel } from '../market/catalogue';
import type { Market } from '../market/market';
import { roundTo } from '../numbers';
import type { QueryOf, ReplyOf, Schema } from '../wire';
import { type BaseModel, findModel } from './finetune-models';

/** Storage and transfer on top of the GPU (contract.md, section 5, "Training"). */
const OVERHEAD = 1.2;

type TrainingOption = Schema<'TrainingCost'>;

function ratingOf(tflops: number, price: number): TrainingOption['efficiency_rating'] {
  if (tflops > 100 && price < 1) return 'excellent';
  if (tflops > 50 && price < 0.8) return 'good';
  return tflops > 20 ? 'fair' : 'poor';
}

/** Minutes of one epoch for each thousand million parameters. */
const epochMinutes = (gpu: GpuModel): number => 60 / (gpu.tflops / 10);

function optionOf(market: Market, gpu: GpuModel, model: BaseModel): TrainingOption {
  const spot = market.spotPrice(gpu.name);
  const onDemand = market.onDemandPrice(gpu.name);
  const minutes = epochMinutes(gpu);
  return {
    gpu_name: gpu.name,
    vram_gb: gpu.vramGb,
    tflops: gpu.tflops,
    spot_price: spot,
    ondemand_price: onDemand,
    cost_per_training_hour_spot: roundTo(spot * OVERHEAD, 4),
    cost_per_training_hour_ondemand: roundTo(onDemand * OVERHEAD, 4),
    estimated_epoch_time_minutes: roundTo(minutes, 2),
    estimated_cost: roundTo(spot * OVERHEAD * (minutes / 60) * model.parameters, 4),
    efficiency_rating: ratingOf(gpu.tflops, spot),
    recommended_batch_size: gpu.batch,
    available_count: market.offersOf(gpu.name).length,
  };
}

/**
 * What one epoch of a base model costs (US$) on each GPU with the VRAM for it, the cheapest first (resolutions J6): spot price x 1.2 x epoch
 * hours x parameters in thousands of millions. The model's name needs neither publisher nor suffix; 422 for one that nobody knows.
 */
export function trainingCost(
  market: Market,
  query: QueryOf<'estimateTrainingCost', 'min_vram'>,
): ReplyOf<'estimateTrainingCost'> {
  const model = findModel(query.model);
  if (model === undefined) throw invalidField(['query', 'model'], 'unknown base model', query.model);
  const items = market
    .gpus()
    .filter((gpu) => gpu.vramGb >= Math.max(model.minVramGb, query.min_vram))
    .map((gpu) => optionOf(market, gpu, model))
    .filter(({ spot_price }) => spot_price <= (query.max_price ?? Number.POSITIVE_INFINITY))
    .sort((one, other) => one.estimated_cost - other.estimated_cost);
  const shortest = Math.min(...items.map((item) => item.estimated_epoch_time_minutes));
  return {
    model: query.model,
    estimated_cost: items[0]?.estimated_cost ?? null,
    items,
    most_cost_effective: items[0] ?? null,
    fastest_training: items.find((item) => item.estimated_epoch_time_minutes === shortest) ?? null,
    generated_at: market.now.toISOString(),
  };
}
