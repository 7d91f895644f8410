/** GB of VRAM for each thousand million parameters in 16 bits: what a model of unknown family needs (resolutions J5 f). */
export const GB_PER_BILLION = 2;

const SIZE = /(?<![\w.])(?:(\d+)\s*x\s*)?(\d+(?:\.\d+)?)\s*b(?![a-z0-9])/gi;

/** Every size that a text names, in thousands of millions of parameters: `8B`, `3.8 b`, `8x7B` (56). `16GB` and `4bit` are none. */
export function sizesIn(text: string): number[] {
  return [...text.matchAll(SIZE)].map(([, experts = '1', billions]) => Number(experts) * Number(billions));
}

/** GB of VRAM for the largest size that a text names, or undefined when it names none. */
export function needOfSize(text: string): number | undefined {
  const sizes = sizesIn(text);
  return sizes.length === 0 ? undefined : GB_PER_BILLION * Math.max(...sizes);
}
