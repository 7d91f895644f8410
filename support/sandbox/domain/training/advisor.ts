import { DomainError, invalidField } from '../errors';
import type { Market } from '../market/market';
import { roundTo } from '../numbers';
import type { ReplyOf, Schema } from '../wire';
import { type Purpose, readNeed, type TaskNeed } from './task-need';

type Recommendation = Schema<'GpuRecommendation'>;
type Config = ReplyOf<'recommendGpu'>['config'];

const MOST_GPUS_IN_A_MACHINE = 8;
const MOST_ALTERNATIVES = 3;

const PURPOSE_IN_WORDS: Readonly<Record<Purpose, string>> = {
  inference: 'inference',
  lora: 'LoRA',
  full: 'training of all parameters',
};

const TRAINING_IMAGE = 'pytorch/pytorch:2.1.0-cuda12.1-cudnn8-runtime';
const LANGUAGE_INFERENCE_IMAGE = 'vllm/vllm-openai:latest';

function configFor({ purpose, kind, billions = 0 }: TaskNeed): Config {
  const image = purpose === 'inference' && kind === 'language' ? LANGUAGE_INFERENCE_IMAGE : TRAINING_IMAGE;
  // 16-bit weights, once more for each checkpoint that training keeps, on top of the image and the data.
  const copies = purpose === 'inference' ? 1 : 2;
  return { image, disk_size: Math.max(50, 10 * Math.ceil((30 + copies * 2 * billions) / 10)) };
}

/** Every GPU of the market that holds `vramGb` alone or, where `several`, with others of its kind in one machine; cheapest first. */
export function gpusThatFit(market: Market, vramGb: number, several = false): Recommendation[] {
  return market
    .gpus()
    .map((gpu) => {
      const numGpus = 2 ** Math.ceil(Math.log2(Math.max(1, vramGb / gpu.vramGb))); // machines have 1, 2, 4 or 8
      return {
        gpu_name: gpu.name,
        vram_gb: gpu.vramGb,
        num_gpus: numGpus,
        price_per_hour: roundTo(numGpus * market.spotPrice(gpu.name), 4),
      };
    })
    .filter(({ num_gpus }) => num_gpus <= (several ? MOST_GPUS_IN_A_MACHINE : 1))
    .sort((one, other) => one.price_per_hour - other.price_per_hour);
}

/**
 * The cheapest GPU at today's spot price that holds what the task needs, with its setup and the next cheapest ones. Several of a kind are proposed
 * only when no single GPU is large enough. 422 for an empty task, and for one that eight of the largest GPUs cannot hold.
 */
export function recommend(market: Market, task: string): ReplyOf<'recommendGpu'> {
  if (task.trim() === '') throw invalidField(['body', 'task'], 'must say what you want to do', task);
  const need = readNeed(task);
  const single = gpusThatFit(market, need.vramGb);
  const [best, ...others] = single.length > 0 ? single : gpusThatFit(market, need.vramGb, true);
  const demand = `${need.subject} with ${PURPOSE_IN_WORDS[need.purpose]} needs ${roundTo(need.vramGb, 1)} GB of VRAM`;
  if (best === undefined) throw new DomainError(422, `No GPU fits: ${demand}`);
  const chosen = best.num_gpus === 1 ? best.gpu_name : `${best.num_gpus}x ${best.gpu_name}`;
  return {
    gpu_recommendation: best,
    config: configFor(need),
    required_vram_gb: need.vramGb,
    reasoning: `${demand}; ${chosen} is the cheapest choice with at least that, at US$ ${best.price_per_hour} per hour.`,
    alternatives: others.slice(0, MOST_ALTERNATIVES),
  };
}
