/** One GPU that the platform knows; `vramGb` in GB, `tflops` FP16-class, `tokensPerSecond` and `batch` as LLM inference and training reach them. */
export interface GpuModel {
  readonly name: string;
  readonly vramGb: number;
  readonly tflops: number;
  readonly tokensPerSecond: number;
  readonly batch: number;
}

/** The name that an offer or instance without a GPU carries. */
export const CPU_NAME = 'CPU';

const gpu = (name: string, vramGb: number, tflops: number, tokensPerSecond: number, batch: number): GpuModel => ({
  name,
  vramGb,
  tflops,
  tokensPerSecond,
  batch,
});

/** The catalogue (contract.md, section 5). Every reply spells a GPU as here (resolutions G19). */
export const GPU_MODELS: readonly GpuModel[] = [
  gpu('RTX 4090', 24, 82.6, 150, 32),
  gpu('RTX 4080', 16, 48.7, 100, 24),
  gpu('RTX 4070 Ti', 12, 40.1, 80, 16),
  gpu('RTX 3090', 24, 35.6, 120, 32),
  gpu('RTX 3080', 10, 29.8, 70, 12),
  gpu('RTX 3080 Ti', 12, 34.1, 85, 16),
  gpu('RTX 3070', 8, 20.3, 50, 8),
  gpu('A100', 80, 312, 400, 128),
  gpu('A100 PCIE', 40, 156, 250, 64),
  gpu('H100', 80, 756, 600, 128),
  gpu('H100 PCIE', 80, 378, 450, 128),
  gpu('A6000', 48, 38.7, 180, 48),
  gpu('A40', 48, 37.4, 170, 48),
  gpu('RTX 5090', 32, 104, 200, 40),
  gpu('RTX 5080', 16, 56, 130, 24),
  gpu('L4', 24, 30.3, 90, 24),
  gpu('L40', 48, 90.5, 200, 48),
  gpu('V100', 16, 14.1, 60, 16),
  gpu('A5000', 24, 27.8, 95, 24),
  gpu('A4000', 16, 19.2, 65, 16),
];

const spelling = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

const BY_SPELLING: ReadonlyMap<string, GpuModel> = new Map(GPU_MODELS.map((model) => [spelling(model.name), model]));

/** The catalogue's GPU for any spelling of its name (case, space, `_` and `-` do not count), or undefined (resolutions G19). */
export function findGpu(name: string): GpuModel | undefined {
  return BY_SPELLING.get(spelling(name));
}

/** Whether two spellings name the same GPU; also true of names that the catalogue does not have, such as `CPU`. */
export function sameGpu(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}
