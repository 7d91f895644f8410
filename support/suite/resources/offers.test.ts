import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cheapestOf, OFFER_PATTERN, type Offer, readOfferWish } from './offers';

const offer = (id: number, dph_total: number, rest: Partial<Offer> = {}): Offer => ({
  id,
  dph_total,
  gpu_name: 'RTX 4090',
  gpu_ram: 24,
  num_gpus: 1,
  disk_space: 100,
  ...rest,
});

test('a wish is read from the sentence', () => {
  const wishes = {
    'a oferta mais barata': {},
    'a oferta mais barata de "RTX 4090"': { gpuName: 'RTX 4090' },
    'a oferta mais barata com 16 GB de VRAM ou mais': { vramGb: 16 },
    'a oferta mais barata de "A100" com 80 GB de VRAM ou mais': { gpuName: 'A100', vramGb: 80 },
  };
  for (const [written, wish] of Object.entries(wishes)) {
    assert.match(written, new RegExp(`^${OFFER_PATTERN}$`));
    assert.deepEqual(readOfferWish(written), wish);
  }
});

test('the cheapest is a GPU with room for the disk; of two as cheap, the one with the lower number', () => {
  const offers = [
    offer(9, 0.3),
    offer(4, 0.3),
    offer(3, 0.1, { num_gpus: 0 }),
    offer(2, 0.2, { disk_space: 99.9 }),
    offer(1, 0.4),
  ];
  assert.equal(cheapestOf({ offers }).id, 4);
});

test('memory counts in GB, also where a provider tells it in MB', () => {
  const offers = [offer(1, 0.1, { gpu_ram: 8 }), offer(2, 0.2, { gpu_ram: 16_384 }), offer(3, 0.3, { gpu_ram: 16 })];
  assert.equal(cheapestOf({ offers }, { vramGb: 16 }).id, 2);
  assert.equal(cheapestOf({ offers }, { vramGb: 8 }).id, 1);
});

test('when none serves it is said what was wanted and what there was', () => {
  assert.throws(
    () => cheapestOf({ offers: [offer(1, 1)] }, { gpuName: 'A100', vramGb: 80 }),
    /^Error: nenhuma oferta serve: deveria haver uma A100 com ao menos 100 GB de disco e 80 GB de VRAM, mas nenhuma das 1 é assim\.$/,
  );
  for (const empty of [undefined, {}, { offers: [] }]) assert.throws(() => cheapestOf(empty), /mas não veio oferta nenhuma\.$/);
});
