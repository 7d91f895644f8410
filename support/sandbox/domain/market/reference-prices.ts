import { DomainError } from '../errors';
import { roundTo } from '../numbers';
import type { ReplyOf } from '../wire';
import { CPU_NAME, findGpu, sameGpu } from './catalogue';

/** US$ per hour of one GPU on Dumont and of the comparable machine of the three large clouds. */
export interface ReferencePrices {
  readonly dumont: number;
  readonly aws: number;
  readonly gcp: number;
  readonly azure: number;
}

const prices = (dumont: number, aws: number, gcp: number, azure: number): ReferencePrices => ({ dumont, aws, gcp, azure });

/** contract.md, section 5; its `A100 80GB` is the catalogue's `A100`. The last row is a 4-core machine at the clouds' list prices. */
const LISTED: ReadonlyMap<string, ReferencePrices> = new Map([
  ['RTX 3060', prices(0.2, 2.1, 1.89, 2.05)],
  ['RTX 3090', prices(0.25, 2.1, 1.89, 2.05)],
  ['RTX 4070', prices(0.4, 2.5, 2.2, 2.4)],
  ['RTX 4090', prices(0.44, 4.1, 3.67, 3.95)],
  ['A100', prices(1.89, 32.77, 29.13, 27.2)],
  ['H100', prices(2.49, 65, 52, 48)],
  [CPU_NAME, prices(0.05, 0.17, 0.134, 0.169)],
]);

/** contract.md, section 5, gives 0.40 and 4.00 for a GPU without a listed price; GCP and Azure keep the RTX 4090's proportion to AWS. */
const FALLBACK = prices(0.4, 4, 3.58, 3.85);

/** The name of a GPU that has a price, however it is spelt; undefined for one that nobody knows. */
function pricedName(gpuName: string): string | undefined {
  return findGpu(gpuName)?.name ?? [...LISTED.keys()].find((listed) => sameGpu(listed, gpuName));
}

/** What an hour of that GPU, in any spelling, costs elsewhere; a GPU without a listed price gets the general one. */
export function referencePrices(gpuName: string): ReferencePrices {
  const name = pricedName(gpuName);
  return (name === undefined ? undefined : LISTED.get(name)) ?? FALLBACK;
}

/** An hour of one GPU here and in the three large clouds, side by side; 404 for an unknown GPU. */
export function gpuComparison(gpuName: string): ReplyOf<'compareGpuPrices'> {
  const name = pricedName(gpuName);
  if (name === undefined || name === CPU_NAME) throw new DomainError(404, `GPU not found: ${gpuName}`);
  const { dumont, aws, gcp, azure } = referencePrices(name);
  return { gpu_type: name, dumont, aws, gcp, azure, savings_vs_aws_percent: roundTo((100 * (aws - dumont)) / aws, 2) };
}
