import { plainName } from '../../language/plain-name';
import { type Access, type Item, listedBy } from '../cleanup/inventory';

/** US$ per hour of the dearest GPU known (contract.md, section 5), where the market does not tell. */
const DEAREST = 4;
/** US$ per hour of the CPU that may come with an instance: 25 a month without a discount (contract.md, 4.2). */
const STANDBY_CPU = 25 / 720;
/** The API's own default for what it may rent by itself (contract.md, 9.4). */
const DEFAULT_MAX_PRICE = 2;

/** A request that may rent something. */
export interface RentingRequest {
  readonly operationId: string;
  readonly body: unknown;
}

/**
 * What a request makes the account pay for each hour, at most.
 * @returns US$ per hour; 0 for what costs nothing by the hour
 */
export async function priceOf({ operationId, body }: RentingRequest, access: Access): Promise<number> {
  const asked = (body ?? {}) as Item;
  const offers = async (): Promise<readonly Item[]> => (await listedBy('listOffers', access, '?limit=100')) ?? [];
  switch (operationId) {
    case 'createInstance':
      return STANDBY_CPU + dearest(await offers(), ({ id }) => String(id) === String(asked.offer_id));
    case 'restoreSnapshot':
      return STANDBY_CPU + dearest(await offers(), ({ gpu_name }) => sameGpu(gpu_name, asked.gpu_name));
    case 'deployWithWizard':
    case 'migrateInstance': {
      const most = typeof asked.max_price === 'number' ? asked.max_price : DEFAULT_MAX_PRICE;
      if (asked.gpu_name === undefined) return most;
      return (
        STANDBY_CPU +
        Math.min(
          most,
          dearest(await offers(), ({ gpu_name }) => sameGpu(gpu_name, asked.gpu_name)),
        )
      );
    }
    case 'createFinetuneJob': {
      const gpus = typeof asked.num_gpus === 'number' ? asked.num_gpus : 1;
      const each = (await offers()).map((offer) => ({
        ...offer,
        dph_total: Number(offer.dph_total) / Number(offer.num_gpus ?? 1),
      }));
      return gpus * dearest(each, ({ gpu_name }) => String(gpu_name).startsWith(String(asked.gpu_type ?? 'A100')));
    }
    default:
      return 0;
  }
}

/** The dearest of the offers that are meant; of all when none is: what nobody knows is not taken for cheap. */
function dearest(offers: readonly Item[], isMeant: (offer: Item) => boolean): number {
  const prices = (some: readonly Item[]): number[] => some.map(({ dph_total }) => Number(dph_total)).filter(Number.isFinite);
  const meant = prices(offers.filter(isMeant));
  if (meant.length > 0) return Math.max(...meant);
  const all = prices(offers);
  return all.length > 0 ? Math.max(...all) : DEAREST;
}

function sameGpu(one: unknown, other: unknown): boolean {
  return plainName(String(one)) === plainName(String(other));
}
