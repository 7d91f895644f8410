import { sameGpu } from '../market/catalogue';
import { byPrice, type Offer } from '../market/market';

/** GB of disk that the wizard rents (contract.md, section 5, "Wizard deploy"). */
export const WIZARD_DISK_GB = 50;

/** The offer that the wizard takes, out of how many, and why in sentences for the client. */
export interface WizardChoice {
  readonly offer: Offer;
  readonly consideredOffers: number;
  readonly reasons: readonly string[];
}

/**
 * The best of `offers` for a GPU in any spelling: the cheapest with room for the disk; of two at the same price the more reliable one, then
 * the lower id (resolutions J8). Undefined when there is none.
 */
export function bestOffer(offers: readonly Offer[], gpuName: string, diskGb = WIZARD_DISK_GB): WizardChoice | undefined {
  const considered = offers.filter((offer) => sameGpu(offer.gpu_name, gpuName) && offer.disk_space >= diskGb).sort(byPrice);
  const [offer, next] = considered;
  if (offer === undefined) return undefined;
  const saved = next === undefined ? 0 : next.dph_total - offer.dph_total;
  const reasons = [`lowest price of ${considered.length} offers: US$ ${offer.dph_total.toFixed(4)} per hour`];
  if (saved > 0) reasons.push(`US$ ${saved.toFixed(4)} per hour less than the next offer`);
  reasons.push(`reliability ${(offer.reliability * 100).toFixed(1)} %, ${offer.verified ? 'verified' : 'unverified'} host`);
  reasons.push(`${diskGb} GB of disk fit into the ${offer.disk_space} GB of the offer`);
  return { offer, consideredOffers: considered.length, reasons };
}
