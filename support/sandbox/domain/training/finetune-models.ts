/** A base model that can be fine-tuned; `parameters` in thousands of millions, `minVramGb` for LoRA on its 4-bit weights. */
export interface BaseModel {
  readonly id: string;
  readonly name: string;
  readonly parameters: number;
  readonly minVramGb: number;
}

/** The base models (contract.md, section 5, "Fine-tune"). */
export const BASE_MODELS: readonly BaseModel[] = [
  { id: 'unsloth/llama-3-8b-bnb-4bit', name: 'Llama 3 8B', parameters: 8, minVramGb: 16 },
  { id: 'unsloth/llama-3-70b-bnb-4bit', name: 'Llama 3 70B', parameters: 70, minVramGb: 48 },
  { id: 'unsloth/mistral-7b-bnb-4bit', name: 'Mistral 7B', parameters: 7, minVramGb: 12 },
  { id: 'unsloth/gemma-7b-bnb-4bit', name: 'Gemma 7B', parameters: 7, minVramGb: 12 },
  { id: 'unsloth/Qwen2-7B-bnb-4bit', name: 'Qwen2 7B', parameters: 7, minVramGb: 12 },
  {
    id: 'unsloth/Phi-3-mini-4k-instruct-bnb-4bit',
    name: 'Phi-3 Mini 4K',
    parameters: 3.8,
    minVramGb: 8,
  },
];

/** A model id without its publisher and without what its suffixes say of quantisation, context or tuning: `llama-3-8b`. */
function bareName(id: string): string {
  return id
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/-bnb-4bit$/, '')
    .replace(/-instruct$/, '')
    .replace(/-\d+k$/, '');
}

/** The model with exactly that id, or undefined: what a training job asks for. */
export function modelById(id: string): BaseModel | undefined {
  return BASE_MODELS.find((model) => model.id === id);
}

/** The model of that name with or without publisher and suffix, in any case (resolutions J6: `llama-3-8b`), or undefined. */
export function findModel(name: string): BaseModel | undefined {
  return BASE_MODELS.find((model) => bareName(model.id) === bareName(name.trim()));
}
