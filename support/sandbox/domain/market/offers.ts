import { DomainError } from '../errors';
import { sameGpu } from './catalogue';
import type { Market, Offer } from './market';
import { regionOf } from './places';

/** The filters of `instance offers` (contract.md 2.1); one that is left out lets everything through. GB, Mbps and US$ per hour. */
export interface OfferFilter {
  readonly gpu_name?: string | undefined;
  /** At least so many. */
  readonly num_gpus?: number | undefined;
  readonly min_gpu_ram?: number | undefined;
  readonly min_cpu_cores?: number | undefined;
  readonly min_cpu_ram?: number | undefined;
  readonly min_disk?: number | undefined;
  readonly min_inet_down?: number | undefined;
  readonly max_price?: number | undefined;
  readonly min_reliability?: number | undefined;
  readonly region?: string | undefined;
  readonly verified_only?: boolean | undefined;
  readonly static_ip?: boolean | undefined;
  readonly machine_type?: string | undefined;
}

/** What this account can rent now, cheapest first: the market without what it has already taken (resolutions G18). */
export function availableOffers(market: Market, taken: ReadonlySet<number>, filter: OfferFilter = {}): Offer[] {
  return market.offers.filter((offer) => !taken.has(offer.id) && passes(offer, filter));
}

/** The offer with that id; 400 when the market has none such or this account has taken it. */
export function offerById(market: Market, taken: ReadonlySet<number>, id: number): Offer {
  const offer = market.offers.find((candidate) => candidate.id === id && !taken.has(id));
  if (!offer) throw new DomainError(400, `Offer ${id} is not available`, { offer_id: id });
  return offer;
}

const atLeast = (value: number, minimum: number | undefined): boolean => minimum === undefined || value >= minimum;

function passes(offer: Offer, filter: OfferFilter): boolean {
  return (
    (filter.gpu_name === undefined || sameGpu(offer.gpu_name, filter.gpu_name)) &&
    atLeast(offer.num_gpus, filter.num_gpus) &&
    atLeast(offer.gpu_ram, filter.min_gpu_ram) &&
    atLeast(offer.cpu_cores, filter.min_cpu_cores) &&
    atLeast(offer.cpu_ram, filter.min_cpu_ram) &&
    atLeast(offer.disk_space, filter.min_disk) &&
    atLeast(offer.inet_down, filter.min_inet_down) &&
    (filter.max_price === undefined || offer.dph_total <= filter.max_price) &&
    atLeast(offer.reliability, filter.min_reliability) &&
    (filter.region === undefined || regionOf(offer.geolocation) === filter.region.toUpperCase()) &&
    (!filter.verified_only || offer.verified) &&
    (!filter.static_ip || offer.static_ip) &&
    (filter.machine_type === undefined || offer.machine_type === filter.machine_type)
  );
}
