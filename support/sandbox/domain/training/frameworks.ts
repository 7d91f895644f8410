/** What a framework in a project says about it; `vramGb` is what its usual work needs at least. */
export interface Framework {
  readonly name: string;
  /** Normalised names of the packages that bring it. */
  readonly packages: readonly string[];
  /** Words in the name of a base image that bring it. */
  readonly images: readonly string[];
  readonly vramGb: number;
  readonly purpose: 'training' | 'inference' | undefined;
  readonly work: string;
}

const framework = (
  name: string,
  packages: readonly string[],
  vramGb: number,
  purpose: Framework['purpose'],
  work: string,
  images: readonly string[] = [],
): Framework => ({ name, packages: [name, ...packages], images, vramGb, purpose, work });

/** The larger needs follow resolutions J5 f: an LLM of 7 or 8B needs 16 GB, image generation (SDXL) 12. */
export const FRAMEWORKS: readonly Framework[] = [
  framework('torch', ['torchvision', 'torchaudio', 'pytorch'], 8, undefined, 'deep learning', ['pytorch']),
  framework('tensorflow', ['tensorflow-gpu', 'tf-nightly'], 8, undefined, 'deep learning', ['tensorflow']),
  framework('jax', ['jaxlib', 'flax'], 8, undefined, 'deep learning', ['jax']),
  framework('keras', [], 8, 'training', 'training of neural networks'),
  framework('lightning', ['pytorch-lightning'], 8, 'training', 'training of neural networks'),
  framework('onnxruntime', ['onnxruntime-gpu'], 8, 'inference', 'inference with exported models'),
  framework('transformers', [], 16, undefined, 'language models'),
  framework('sentence-transformers', [], 8, 'inference', 'text embeddings'),
  framework('diffusers', [], 12, 'inference', 'image generation'),
  framework('vllm', [], 16, 'inference', 'serving of language models', ['vllm']),
  framework('text-generation', [], 16, 'inference', 'serving of language models', ['text-generation-inference']),
  framework('llama-cpp-python', [], 8, 'inference', 'inference with quantised language models', ['llama.cpp']),
  framework('whisper', ['openai-whisper', 'faster-whisper'], 10, 'inference', 'speech recognition'),
  framework('ultralytics', [], 8, undefined, 'object detection'),
  framework('accelerate', [], 8, undefined, 'work on several devices'),
  framework('peft', [], 16, 'training', 'fine-tuning of language models'),
  framework('trl', [], 16, 'training', 'fine-tuning of language models'),
  framework('unsloth', [], 16, 'training', 'fine-tuning of language models'),
  framework('bitsandbytes', [], 16, 'training', 'fine-tuning with quantised weights'),
  framework('deepspeed', [], 24, 'training', 'training of large models'),
];

/** The framework that a package (normalised name) brings, or undefined. */
export function frameworkOfPackage(name: string): Framework | undefined {
  return FRAMEWORKS.find(({ packages }) => packages.includes(name));
}

/** The framework that a base image brings by its name, or undefined. */
export function frameworkOfImage(image: string): Framework | undefined {
  return FRAMEWORKS.find(({ images }) => images.some((word) => image.includes(word)));
}
