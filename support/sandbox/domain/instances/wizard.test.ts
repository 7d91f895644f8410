import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Market, type Offer } from '../market/market';
import { bestOffer } from './wizard';

const market = new Market('dumont', new Date('2026-03-02T15:00:00Z'));
const [model] = market.offersOf('rtx4090') as [Offer];
const offer = (part: Partial<Offer>): Offer => ({ ...model, ...part });

describe("the wizard's choice", () => {
  it('is the cheapest offer of that GPU with room for the disk', () => {
    const offers = [
      offer({ id: 1, dph_total: 0.4 }),
      offer({ id: 2, dph_total: 0.3, disk_space: 40 }),
      offer({ id: 3, dph_total: 0.35 }),
      offer({ id: 4, dph_total: 0.1, gpu_name: 'RTX 3070' }),
    ];
    const choice = bestOffer(offers, 'rtx_4090');
    assert.deepEqual([choice?.offer.id, choice?.consideredOffers], [3, 2]);
    assert.ok((choice?.reasons.length ?? 0) > 0);
    assert.equal(bestOffer(offers, 'rtx4090', 30)?.offer.id, 2);
  });

  it('breaks a tie by reliability, then by id', () => {
    const offers = [
      offer({ id: 3, dph_total: 0.3, reliability: 0.9 }),
      offer({ id: 2, dph_total: 0.3, reliability: 0.95 }),
      offer({ id: 1, dph_total: 0.3, reliability: 0.95 }),
    ];
    assert.equal(bestOffer(offers, 'RTX 4090')?.offer.id, 1);
  });

  it('is none where nobody offers that GPU, and leaves the list as it was', () => {
    assert.equal(bestOffer(market.offers, 'xyz'), undefined);
    const before = [...market.offers];
    assert.equal(bestOffer(market.offers, 'rtx4090')?.offer, market.offersOf('rtx4090')[0]);
    assert.deepEqual(market.offers, before);
  });
});
