import type { Offer } from '../domain/market/market';
import { availableOffers } from '../domain/market/offers';
import { needing } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

type OfferView = ReplyOf<'listOffers'>['body']['offers'][number];

function listOffers({ platform, tenant, query }: CallOf<'listOffers', 'num_gpus' | 'limit'>): ReplyOf<'listOffers'> {
  // "Accepted, not used" of the contract stays unused, as deployed backends have it.
  const { min_inet_up: _upload, cuda_version: _cuda, ...filter } = query;
  const found = availableOffers(platform.market, tenant.takenOffers, filter);
  const offers = found.slice(0, query.limit).map(offerView);
  return ok({ offers, count: offers.length });
}

function offerView({ machine_type: _type, machine_id, ...offer }: Offer): OfferView {
  return { ...offer, machine_id: String(machine_id) };
}

export const offerHandlers = { listOffers: needing(['vast_key'], listOffers) };
