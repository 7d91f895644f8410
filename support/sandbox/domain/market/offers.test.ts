import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DomainError } from '../errors';
import { Market, type Offer } from './market';
import { availableOffers, type OfferFilter, offerById } from './offers';
import { regionOf } from './places';

const market = new Market('dumont', new Date('2026-03-02T15:00:00Z'));
const NOTHING_TAKEN: ReadonlySet<number> = new Set();
const listed = (filter: OfferFilter): Offer[] => availableOffers(market, NOTHING_TAKEN, filter);

/** Each filter with what it must hold of every offer that it lets through, and of none that it holds back. */
const FILTERS: readonly [filter: OfferFilter, holds: (offer: Offer) => boolean][] = [
  [{ gpu_name: 'rtx_4090' }, ({ gpu_name }) => gpu_name === 'RTX 4090'],
  [{ num_gpus: 2 }, ({ num_gpus }) => num_gpus >= 2],
  [{ min_gpu_ram: 24 }, ({ gpu_ram }) => gpu_ram >= 24],
  [{ min_cpu_cores: 16 }, ({ cpu_cores }) => cpu_cores >= 16],
  [{ min_cpu_ram: 64 }, ({ cpu_ram }) => cpu_ram >= 64],
  [{ min_disk: 200 }, ({ disk_space }) => disk_space >= 200],
  [{ min_inet_down: 500 }, ({ inet_down }) => inet_down >= 500],
  [{ max_price: 0.5 }, ({ dph_total }) => dph_total <= 0.5],
  [{ min_reliability: 0.97 }, ({ reliability }) => reliability >= 0.97],
  [{ region: 'eu' }, ({ geolocation }) => regionOf(geolocation) === 'EU'],
  [{ verified_only: true }, ({ verified }) => verified],
  [{ static_ip: true }, ({ static_ip }) => static_ip],
  [{ machine_type: 'interruptible' }, ({ machine_type }) => machine_type === 'interruptible'],
];

for (const [filter, holds] of FILTERS) {
  test(`${JSON.stringify(filter)} lets through all that is so and nothing else`, () => {
    const wanted = market.offers.filter(holds);
    assert.deepEqual(listed(filter), wanted);
    assert.ok(wanted.length > 0 && wanted.length < market.offers.length, `${wanted.length} of ${market.offers.length}`);
  });
}

test('filters add up, and one that says no asks for nothing', () => {
  const both = listed({ gpu_name: 'RTX 4090', max_price: 0.5 });
  assert.deepEqual(
    both,
    listed({ max_price: 0.5 }).filter(({ gpu_name }) => gpu_name === 'RTX 4090'),
  );
  assert.deepEqual(listed({ verified_only: false, static_ip: false }), market.offers);
});

test('a limit that an offer just meets lets it through', () => {
  const [offer] = market.offers;
  assert.ok(offer);
  const { dph_total: max_price, disk_space: min_disk, reliability: min_reliability } = offer;
  assert.ok(listed({ max_price, min_disk, min_reliability }).includes(offer));
});

test('what an account has taken is no longer on offer to it', () => {
  const [offer] = market.offers;
  assert.ok(offer);
  const taken = new Set([offer.id]);
  assert.ok(!availableOffers(market, taken).includes(offer));
  const unavailable = (error: unknown): boolean => error instanceof DomainError && error.status === 400;
  assert.throws(() => offerById(market, taken, offer.id), unavailable);
  assert.throws(() => offerById(market, NOTHING_TAKEN, -1), unavailable);
  assert.equal(offerById(market, NOTHING_TAKEN, offer.id), offer);
});
