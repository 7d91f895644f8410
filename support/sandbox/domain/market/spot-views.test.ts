import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DomainError } from '../errors';
import { BASE_MODELS, findModel } from '../training/finetune-models';
import { trainingCost } from '../training/training';
import { GPU_MODELS } from './catalogue';
import { rankEfficiency } from './efficiency';
import { rankForLlm } from './llm';
import { Market } from './market';
import { marketRows } from './market-view';
import { predictPrices } from './prediction';
import { rankProviders } from './providers';
import { rankReliability } from './reliability';
import { safeWindows } from './safe-windows';
import { monitorSpot, spotAvailability } from './spot-monitor';

const MARKETS = ['dumont', 'b', 'c'].map(
  (seed, index) => new Market(seed, new Date(Date.UTC(2026, 2, 2 + index, 23 - 7 * index, 30))),
);
const ascending = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other);
const refusal = (status: number) => (error: unknown) => error instanceof DomainError && error.status === status;

describe('one market, seven views (resolutions J6)', () => {
  it('shows the same price of a GPU in every view: the lowest of its offers', () => {
    for (const market of MARKETS) {
      for (const { name } of GPU_MODELS) {
        const lowest = Math.min(...market.offersOf(name).map((offer) => offer.dph_total));
        const views = {
          prediction: predictPrices(market, name).current_price,
          monitor: monitorSpot(market, {}).items.find((item) => item.gpu_name === name)?.spot_price,
          llm: rankForLlm(market, { min_vram: 4 }).rankings.find((row) => row.gpu_name === name)?.price_per_hour,
          availability: spotAvailability(market, { min_available: 1 }).gpus.find((row) => row.gpu_name === name)?.spot_price,
          training: trainingCost(market, { model: 'phi-3-mini', min_vram: 4 }).items.find((item) => item.gpu_name === name)
            ?.spot_price,
          market: marketRows(market, { hours: 1, limit: 1000, gpu_name: name }).data[0]?.min_price,
        };
        const expected = Object.fromEntries(Object.keys(views).map((view) => [view, lowest]));
        assert.deepEqual(views, expected, name);
      }
    }
  });

  it('predicts each hour as the mean of that hour in the last seven days, the current hour first', () => {
    for (const market of MARKETS) {
      const { predictions_24h, predicted_lowest_price, best_time_to_rent } = predictPrices(market, 'RTX-4090');
      assert.deepEqual(
        predictions_24h.map(({ hour_utc }) => hour_utc),
        Array.from({ length: 24 }, (_, ahead) => (market.now.getUTCHours() + ahead) % 24),
      );
      const week = market.history('rtx4090').filter(({ at }) => market.now.getTime() - at.getTime() < 7 * 86_400_000);
      for (const { hour_utc, predicted_price } of predictions_24h) {
        const prices = week.filter(({ at }) => at.getUTCHours() === hour_utc).map(({ spotPrice }) => spotPrice);
        assert.equal(prices.length, 7);
        const expected = prices.reduce((total, price) => total + price, 0) / 7;
        assert.ok(Math.abs(predicted_price - expected) < 0.00006, `${hour_utc} h`);
      }
      const [lowest] = ascending(predictions_24h.map(({ predicted_price }) => predicted_price));
      assert.equal(predicted_lowest_price, lowest);
      assert.equal(predictions_24h.find(({ hour_utc }) => hour_utc === best_time_to_rent)?.predicted_price, lowest);
    }
  });

  it('tells the trend against the day before', () => {
    for (const market of MARKETS) {
      for (const item of monitorSpot(market, {}).items) {
        const day = market.history(item.gpu_name).slice(-25, -1);
        const usual = day.reduce((total, { spotPrice }) => total + spotPrice, 0) / 24;
        const wanted = item.spot_price > usual * 1.05 ? 'up' : item.spot_price < usual * 0.95 ? 'down' : 'stable';
        assert.equal(item.price_trend, wanted, item.gpu_name);
      }
    }
    const trends = new Set(MARKETS.flatMap((market) => monitorSpot(market, {}).items.map((item) => item.price_trend)));
    assert.ok(trends.size >= 2, 'not every price stands still');
  });

  it('ranks the safe hours by the interruptions of their history', () => {
    for (const market of MARKETS) {
      const { windows, worst_window } = safeWindows(market, 'rtx4090');
      assert.equal(windows.length, 24);
      assert.deepEqual(
        windows.map((window) => window.avg_interruption_rate),
        ascending(windows.map((window) => window.avg_interruption_rate)),
      );
      const rates = new Map<string, { rentals: number; interruptions: number }>();
      const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
      for (const { at, rentals, interruptions } of market.history('rtx4090')) {
        const slot = `${weekday.format(at)} ${at.getUTCHours()}`;
        const sum = rates.get(slot) ?? { rentals: 0, interruptions: 0 };
        rates.set(slot, { rentals: sum.rentals + rentals, interruptions: sum.interruptions + interruptions });
      }
      const rateOf = (slot: string): number => (rates.get(slot)?.interruptions ?? 0) / (rates.get(slot)?.rentals ?? 1);
      for (const { day_of_week, hour_utc, avg_interruption_rate } of windows) {
        assert.ok(Math.abs(avg_interruption_rate - rateOf(`${day_of_week} ${hour_utc}`)) < 0.00006);
      }
      const worst = Math.max(...[...rates.keys()].map(rateOf));
      assert.ok(Math.abs((worst_window?.avg_interruption_rate ?? 0) - worst) < 0.00006);
      assert.ok(worst > 0.1, 'the worst hour of the week is a real risk');
    }
  });

  it('filters by GPU in any spelling; an unknown one is an empty list in a query and 404 in a path', () => {
    const [market] = MARKETS as [Market];
    assert.deepEqual(
      monitorSpot(market, { gpu_name: 'rtx_3090' }).items.map((item) => item.gpu_name),
      ['RTX 3090'],
    );
    assert.deepEqual(monitorSpot(market, { gpu_name: 'xyz' }), {
      items: [],
      total_gpus_monitored: 0,
      avg_savings_percent: 0,
      best_deal: null,
      generated_at: market.now.toISOString(),
    });
    assert.deepEqual(spotAvailability(market, { gpu_name: 'xyz', min_available: 1 }).gpus, []);
    assert.deepEqual(rankReliability(market, { gpu_name: 'xyz', min_score: 0, limit: 50 }).items, []);
    assert.deepEqual(marketRows(market, { gpu_name: 'xyz', hours: 24, limit: 100 }).data, []);
    assert.throws(() => predictPrices(market, 'xyz'), refusal(404));
    assert.throws(() => safeWindows(market, 'xyz'), refusal(404));
  });

  it('counts as available what is on offer', () => {
    for (const market of MARKETS) {
      const { gpus, total_available } = spotAvailability(market, { min_available: 1 });
      const offered = market.offers.reduce((total, offer) => total + offer.num_gpus, 0);
      assert.equal(total_available, offered);
      for (const row of gpus) assert.equal(row.best_offer_id, market.offersOf(row.gpu_name)[0]?.id);
    }
  });
});

describe('training cost', () => {
  it('follows the formula on every GPU with enough VRAM, and the total is the lowest', () => {
    for (const market of MARKETS) {
      for (const model of BASE_MODELS) {
        const { estimated_cost, items } = trainingCost(market, { model: model.id, min_vram: 8 });
        assert.deepEqual(
          items.map((item) => item.gpu_name).sort(),
          GPU_MODELS.filter((gpu) => gpu.vramGb >= model.minVramGb)
            .map(({ name }) => name)
            .sort(),
        );
        for (const item of items) {
          const epochHours = 60 / (item.tflops / 10) / 60;
          assert.ok(Math.abs(item.estimated_cost - item.spot_price * 1.2 * epochHours * model.parameters) < 0.00006);
        }
        assert.equal(estimated_cost, Math.min(...items.map((item) => item.estimated_cost)));
      }
    }
  });

  it('costs more for the 70B model than for the 8B one', () => {
    for (const market of MARKETS) {
      const costOf = (model: string): number => trainingCost(market, { model, min_vram: 8 }).estimated_cost ?? 0;
      assert.ok(costOf('llama-3-70b') > costOf('llama-3-8b'));
    }
  });

  it('knows a model without publisher and suffix, and refuses an unknown one with 422', () => {
    for (const name of ['llama-3-8b', 'Llama-3-8B', 'unsloth/llama-3-8b', 'llama-3-8b-bnb-4bit', 'unsloth/llama-3-8b-bnb-4bit']) {
      assert.equal(findModel(name)?.id, 'unsloth/llama-3-8b-bnb-4bit', name);
    }
    assert.equal(findModel('phi-3-mini')?.parameters, 3.8);
    assert.equal(findModel('qwen2-7b')?.id, 'unsloth/Qwen2-7B-bnb-4bit');
    for (const name of ['llama-3', 'llama-3-9b', '', 'gpt-4']) {
      assert.throws(() => trainingCost(MARKETS[0] as Market, { model: name, min_vram: 8 }), refusal(422), name);
    }
  });
});

describe('rankings', () => {
  it('ranks GPUs for LLMs by the cost of a token', () => {
    for (const market of MARKETS) {
      const { rankings } = rankForLlm(market, { min_vram: 8 });
      assert.equal(rankings.length, GPU_MODELS.length);
      const costs = rankings.map((row) => row.cost_per_million_tokens);
      assert.deepEqual(costs, ascending(costs));
      const large = rankForLlm(market, { min_vram: 8, model_size: '13B' }).rankings.map((row) => row.vram_gb);
      assert.deepEqual([Math.min(...large) >= 26, large.length > 0], [true, true]);
      const cheap = rankForLlm(market, { min_vram: 8, max_price: 0.3 }).rankings;
      assert.ok(cheap.length > 0 && cheap.length < rankings.length && cheap.every((row) => row.price_per_hour <= 0.3));
    }
  });

  it('gives a machine the same reliability in the spot ranking, the provider ranking and its offer', () => {
    for (const market of MARKETS) {
      const spot = rankReliability(market, { min_score: 0, limit: 200 }).items;
      const providers = rankProviders(market, {
        verified_only: false,
        min_observations: 1,
        min_reliability: 0,
        order_by: 'reliability_score',
        limit: 200,
      }).rankings;
      assert.deepEqual(
        providers.map((row) => row.machine_id),
        spot.map((row) => row.machine_id),
      );
      for (const offer of market.offers.filter(({ num_gpus }) => num_gpus > 0)) {
        const provider = providers.find((row) => row.machine_id === offer.machine_id);
        assert.equal(provider?.reliability_score, offer.reliability);
        assert.ok((provider?.min_price_seen ?? 1e9) <= offer.dph_total && offer.dph_total <= (provider?.max_price_seen ?? 0));
      }
      assert.ok(new Set(spot.map((row) => row.recommendation)).size >= 2, 'not every host is as good as the next');
    }
  });

  it("keeps an offer's score whatever the filter, and ranks the listed ones from 1", () => {
    const query = { verified_only: false, min_reliability: 0, limit: 200 };
    for (const market of MARKETS) {
      const all = rankEfficiency(market, query).rankings;
      const verified = rankEfficiency(market, { ...query, verified_only: true, gpu_name: 'rtx4090' }).rankings;
      assert.ok(verified.length > 0 && verified.length < market.offersOf('rtx4090').length);
      verified.forEach((row, index) => {
        assert.deepEqual([row.rank, row.rank_in_class, row.verified], [index + 1, index + 1, true]);
        assert.equal(row.efficiency_score, all.find(({ offer_id }) => offer_id === row.offer_id)?.efficiency_score);
      });
      assert.equal(all.length, market.offers.filter(({ num_gpus }) => num_gpus > 0).length);
    }
  });

  it('shows the market hour by hour, the newest first', () => {
    const [market] = MARKETS as [Market];
    const { data } = marketRows(market, { gpu_name: 'rtx4090', machine_type: 'interruptible', hours: 168, limit: 1000 });
    assert.equal(data.length, 168);
    const times = data.map((row) => row.timestamp);
    assert.deepEqual(times, times.toSorted().reverse());
    assert.equal(marketRows(market, { hours: 24, limit: 7 }).data.length, 7);
  });
});
