import type { AccountClient } from './account-client';

/** What an offer must be like: `a oferta mais barata de "RTX 4090" com 16 GB de VRAM ou mais`. */
export interface OfferWish {
  readonly gpuName?: string;
  readonly vramGb?: number;
}

/** An offer of `dumont instance offers`, as far as choosing needs it. */
export interface Offer {
  readonly id: number;
  readonly gpu_name: string;
  readonly gpu_ram: number;
  readonly num_gpus: number;
  readonly disk_space: number;
  readonly dph_total: number;
}

/** Source of the regular expression of an offer in a sentence. */
export const OFFER_PATTERN = String.raw`a oferta mais barata(?: de "[^"]+")?(?: com \d+ GB de VRAM ou mais)?`;

/** The journeys ask for a disk of 100 GB (2.3), which is also the default. */
const DISK_GB = 100;
/** No GPU has a thousand GB: above it a provider gave the memory in MB (resolutions G20). */
const LARGEST_IN_GB = 1024;

/** Reads what matched OFFER_PATTERN. */
export function readOfferWish(text: string): OfferWish {
  const gpuName = text.match(/de "([^"]+)"/)?.[1];
  const vram = text.match(/com (\d+) GB/)?.[1];
  return { ...(gpuName !== undefined && { gpuName }), ...(vram !== undefined && { vramGb: Number(vram) }) };
}

/**
 * The cheapest offer that fits a wish and has room for the journeys' disk.
 * @throws Error in Portuguese when none does
 */
export async function chooseCheapestOffer(wish: OfferWish, client: AccountClient): Promise<Offer> {
  const filter = wish.gpuName === undefined ? {} : { query: { gpu_name: wish.gpuName } };
  return cheapestOf(await client.ask('listOffers', filter), wish);
}

/**
 * The cheapest offer that fits a wish, of a reply of `instance offers`.
 * @throws Error in Portuguese when none does
 */
export function cheapestOf(reply: unknown, wish: OfferWish = {}): Offer {
  const listed = (reply as { offers?: Offer[] } | undefined)?.offers ?? [];
  const offers = listed
    .filter((offer) => offer.num_gpus > 0 && offer.disk_space >= DISK_GB && vramInGb(offer.gpu_ram) >= (wish.vramGb ?? 0))
    .sort((one, other) => one.dph_total - other.dph_total || one.id - other.id);
  const [cheapest] = offers;
  if (cheapest) return cheapest;
  const found = listed.length === 0 ? 'não veio oferta nenhuma' : `nenhuma das ${listed.length} é assim`;
  throw new Error(`nenhuma oferta serve: deveria haver ${describe(wish)}, mas ${found}.`);
}

function describe({ gpuName, vramGb }: OfferWish): string {
  const vram = vramGb === undefined ? '' : ` e ${vramGb} GB de VRAM`;
  return `uma ${gpuName ?? 'GPU'} com ao menos ${DISK_GB} GB de disco${vram}`;
}

function vramInGb(amount: number): number {
  return amount > LARGEST_IN_GB ? amount / 1024 : amount;
}
