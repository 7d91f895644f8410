import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { GPU_MODELS } from '../market/catalogue';
import { Market } from '../market/market';
import { recommend } from './advisor';
import { sizesIn } from './model-sizes';
import { readNeed } from './task-need';

const MARKETS = ['dumont', 'b', 'c'].map((seed) => new Market(seed, new Date('2026-03-02T15:00:00Z')));

/** resolutions.md, J5 f, then what it leaves open. */
const NEEDS: readonly [task: string, vramGb: number][] = [
  ['Train Llama 3 8B with LoRA', 16],
  ['train llama-3-8b', 16],
  ['Train Llama 3 with LoRA', 16],
  ['Fine-tune Llama 3 70B with QLoRA', 48],
  ['unsloth/llama-3-70b-bnb-4bit', 48],
  ['Serve Mistral 7B', 12],
  ['fine-tune gemma-7b', 12],
  ['LoRA on Qwen2-7B', 12],
  ['Phi-3 mini chat', 8],
  ['Run inference with Flux.1', 24],
  ['Generate images with SDXL', 12],
  ['Stable Diffusion XL', 12],
  ['Run a 13B model', 26],
  ['Train a 3.8b model with LoRA', 7.6],
  ['Llama 3 405B inference', 810],
  ['Mixtral 8x7B', 112],
  ['Compare Mistral with Llama 3 70B', 48],
  ['Full fine-tuning of Llama 3 8B', 128],
  ['Full fine-tune of a 2B model', 32],
  ['Train a 1B model from scratch', 16],
  ['Run inference with a fully trained 7B model', 14],
  ['Train Llama 3 8B on the full dataset', 16],
  ['Llama 3 8B in 4bit on a 16GB card', 16],
  ['Do something with a GPU', 24],
];

describe('need of a task', () => {
  for (const [task, vramGb] of NEEDS) {
    it(`"${task}" needs ${vramGb} GB`, () => assert.equal(readNeed(task).vramGb, vramGb));
  }

  it('reads sizes, but neither memory nor bits', () => {
    assert.deepEqual(sizesIn('8B, 70 b, 3.8B and 8x7B on 24GB in 4bit, 4-bit or 16 GB'), [8, 70, 3.8, 56]);
  });
});

describe('recommendation', () => {
  it('is the cheapest GPU of the catalogue that fits, at its spot price, the alternatives being the next ones', () => {
    for (const market of MARKETS) {
      for (const [task, vramGb] of NEEDS.filter(([, need]) => need <= 80)) {
        const { gpu_recommendation, alternatives, required_vram_gb, reasoning } = recommend(market, task);
        const fitting = GPU_MODELS.filter((gpu) => gpu.vramGb >= vramGb)
          .map((gpu) => ({ gpu_name: gpu.name, vram_gb: gpu.vramGb, num_gpus: 1, price_per_hour: market.spotPrice(gpu.name) }))
          .sort((one, other) => one.price_per_hour - other.price_per_hour);
        assert.deepEqual([gpu_recommendation, ...alternatives], fitting.slice(0, 4), task);
        assert.equal(required_vram_gb, vramGb);
        assert.match(reasoning, new RegExp(`${vramGb} GB.*${gpu_recommendation.gpu_name}`));
      }
    }
  });

  it('puts several of a kind together only when no single one is large enough', () => {
    for (const market of MARKETS) {
      const { gpu_recommendation: best, alternatives } = recommend(market, 'Full fine-tuning of Llama 3 8B');
      assert.ok([2, 4, 8].includes(best.num_gpus) && best.num_gpus * best.vram_gb >= 128);
      assert.ok(Math.abs(best.price_per_hour - best.num_gpus * market.spotPrice(best.gpu_name)) < 0.00006);
      for (const other of alternatives) assert.ok(other.price_per_hour >= best.price_per_hour);
    }
  });

  it('gives larger models more disk, and language models a server for inference', () => {
    const [market] = MARKETS as [Market];
    const configOf = (task: string) => recommend(market, task).config;
    assert.ok(configOf('Train Llama 3 70B').disk_size > configOf('Train Llama 3 8B').disk_size);
    assert.ok(configOf('anything').disk_size >= 50);
    assert.match(configOf('Serve Llama 3 8B').image, /vllm/);
    assert.match(configOf('Train Llama 3 8B').image, /pytorch/);
    assert.match(configOf('Run inference with Flux.1').image, /pytorch/);
  });

  it('refuses an empty task and one that no machine holds with 422', () => {
    for (const task of ['', ' \n', 'Llama 3 405B inference']) {
      assert.throws(
        () => recommend(MARKETS[0] as Market, task),
        (error) => error instanceof DomainError && error.status === 422,
        task,
      );
    }
  });
});
