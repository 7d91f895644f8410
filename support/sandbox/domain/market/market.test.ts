import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { mean, sum } from '../numbers';
import { GPU_MODELS } from './catalogue';
import { demandAt, HISTORY_HOURS, HOUR_MS } from './machines';
import { Market } from './market';
import { regionOf } from './places';

const NIGHT = new Date('2026-03-01T04:10:00Z'); // a Sunday: least demand
const RUSH = new Date('2026-03-04T16:59:59Z'); // a Wednesday: most demand
const MARKETS = ['dumont', 'b', 'c', 'd', 'e'].flatMap((seed) => [new Market(seed, NIGHT), new Market(seed, RUSH)]);

const pricesOf = (market: Market): number[] => market.offers.map((offer) => offer.dph_total);

describe('market', () => {
  it('is the same for the same seed and hour, another for another seed', () => {
    const market = new Market('dumont', new Date('2026-03-04T16:00:00Z'));
    const later = new Market('dumont', new Date('2026-03-04T16:59:59.999Z'));
    assert.deepEqual(later.offers, market.offers);
    assert.deepEqual(later.machines, market.machines);
    assert.notDeepEqual(pricesOf(new Market('other', market.now)), pricesOf(market));
    assert.notDeepEqual(pricesOf(new Market('dumont', new Date('2026-03-04T17:00:00Z'))), pricesOf(market));
  });

  it('always offers what parallel journeys need (resolutions G18)', () => {
    for (const market of MARKETS) {
      const gpuOffers = market.offers.filter((offer) => offer.num_gpus > 0);
      const cheap4090 = market
        .offersOf('rtx4090')
        .filter((offer) => offer.dph_total <= 0.5 && offer.disk_space >= 200 && offer.num_gpus === 1);
      assert.ok(cheap4090.length >= 8, `${cheap4090.length} cheap RTX 4090`);
      assert.ok(gpuOffers.length >= 20);
      assert.ok(gpuOffers.filter((offer) => offer.num_gpus >= 2).length >= 3);
      assert.ok(
        market.offersOf('rtx4090').some((offer) => offer.dph_total > 0.5 && offer.num_gpus === 1),
        'a price filter matters',
      );
      assert.ok(gpuOffers.some((offer) => offer.gpu_name !== 'RTX 4090' && offer.gpu_ram >= 16 && offer.dph_total < 0.3));
      assert.equal(new Set(gpuOffers.map((offer) => regionOf(offer.geolocation))).size, 3);
      assert.ok(gpuOffers.some((offer) => offer.verified && offer.static_ip) && gpuOffers.some((offer) => !offer.verified));
      const cpuOffers = market.offersOf('cpu');
      assert.ok(cpuOffers.length >= 3);
      for (const offer of cpuOffers)
        assert.ok(offer.num_gpus === 0 && offer.gpu_ram === 0 && offer.cpu_cores >= 4 && offer.cpu_ram >= 8);
    }
  });

  it('lists offers with unique ids from the cheapest to the dearest', () => {
    for (const { offers } of MARKETS) {
      assert.equal(new Set(offers.map(({ id }) => id)).size, offers.length);
      assert.deepEqual(
        offers.map((offer) => offer.dph_total),
        offers.map((offer) => offer.dph_total).sort((one, other) => one - other),
      );
    }
  });

  it('has one spot price per GPU: the lowest of its offers, in any spelling', () => {
    for (const market of MARKETS) {
      for (const { name } of GPU_MODELS) {
        const own = market.offers.filter((offer) => offer.gpu_name === name).map((offer) => offer.dph_total);
        assert.equal(market.spotPrice(name.toLowerCase().replaceAll(' ', '_')), Math.min(...own));
        assert.ok(market.onDemandPrice(name) > market.spotPrice(name), name);
      }
    }
    assert.throws(() => MARKETS[0]?.spotPrice('xyz'), new DomainError(404, 'No offers for GPU: xyz'));
  });

  it('makes its offers from the last hour of its history, and their reliability from all of it', () => {
    for (const market of MARKETS.slice(0, 4)) {
      for (const { name } of GPU_MODELS) {
        const history = market.history(name);
        assert.equal(history.length, HISTORY_HOURS);
        const present = history.at(-1);
        assert.equal(present?.at.getTime(), Math.floor(market.now.getTime() / HOUR_MS) * HOUR_MS);
        assert.deepEqual(
          present?.onOffer.map(({ machine }) => machine.id).sort(),
          market
            .offersOf(name)
            .map((offer) => offer.machine_id)
            .sort(),
        );
        assert.equal(present?.spotPrice, market.spotPrice(name));
        const interruptible = market.machines.filter((machine) => machine.gpuName === name && machine.type === 'interruptible');
        assert.equal(present?.rentals, sum(interruptible.map((machine) => machine.hours.at(-1)?.rentals ?? 0)));
      }
      for (const offer of market.offers) {
        const machine = market.machines.find(({ id }) => id === offer.machine_id);
        const { overall, uptime, priceStability, performance } = machine?.scores ?? {
          overall: 0,
          uptime: 0,
          priceStability: 0,
          performance: 0,
        };
        const online = machine?.hours.filter((hour) => hour.state !== 'offline') ?? [];
        assert.ok(Math.abs(uptime - (100 * online.length) / HISTORY_HOURS) <= 0.05);
        assert.ok(
          Math.abs(overall - (0.5 * uptime + 0.2 * priceStability + 0.3 * performance)) <= 0.0501,
          'overall comes from its parts',
        );
        assert.equal(Math.round(offer.reliability * 1000), Math.round(overall * 10));
      }
    }
  });

  it('is dearer and less reliable in the afternoon of a working day than at night or on a Sunday', () => {
    const spotAt = (wanted: (at: Date) => boolean): number =>
      mean(
        MARKETS.flatMap((market) =>
          market
            .history('rtx4090')
            .filter(({ at }) => wanted(at))
            .map(({ spotPrice }) => spotPrice),
        ),
      );
    const workday = (at: Date): boolean => at.getUTCDay() >= 1 && at.getUTCDay() <= 5;
    const afternoon = (at: Date): boolean => at.getUTCHours() >= 14 && at.getUTCHours() < 18;
    const night = (at: Date): boolean => at.getUTCHours() >= 2 && at.getUTCHours() < 6;
    const busy = spotAt((at) => workday(at) && afternoon(at));
    assert.ok(busy > 1.05 * spotAt((at) => workday(at) && night(at)));
    assert.ok(busy > 1.01 * spotAt((at) => !workday(at) && afternoon(at)));
    assert.ok(demandAt(RUSH.getTime()) > 0.99 && demandAt(NIGHT.getTime()) < 0.01);
  });

  it('interrupts interruptible machines only, and never offers a rented or offline one', () => {
    for (const market of MARKETS) {
      const interruptions = (type: string): number =>
        market.machines
          .filter((machine) => machine.type === type)
          .flatMap((machine) => machine.hours)
          .reduce((total, hour) => total + hour.interruptions, 0);
      assert.equal(interruptions('on-demand'), 0);
      assert.ok(interruptions('interruptible') > 100);
      const stateOf = (id: number) => market.machines.find((machine) => machine.id === id)?.hours.at(-1)?.state;
      for (const offer of market.offers) assert.equal(stateOf(offer.machine_id), 'free');
    }
    const states = MARKETS.flatMap((market) => market.machines.map((machine) => machine.hours.at(-1)?.state));
    assert.deepEqual(new Set(states), new Set(['free', 'rented', 'offline']), 'some machines are not to be had');
  });
});
