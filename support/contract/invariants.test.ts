import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CheckedExchange, checkExchange } from './checker';
import { type Invariant, loadContract } from './contract';
import { exampleExchanges } from './exchanges.fixture';

/** Requests that ask for what the examples of the replies are not. */
const OTHER_QUERIES: Readonly<Record<string, readonly Record<string, string>[]>> = {
  listOffers: [{ gpu_name: 'rtx4090' }, { static_ip: 'true' }],
  listInstances: [{ status: 'paused' }],
  getFinetuneLogs: [{ tail: '1' }],
  monitorSpotPrices: [{ gpu_name: 'rtx4090' }],
  rankSpotReliability: [{ gpu_name: 'rtx4090' }, { min_score: '80' }],
  rankLlmGpus: [{ min_vram: '32' }, { max_price: '0.2' }],
  listSpotAvailability: [{ gpu_name: 'rtx4090' }],
  estimateTrainingCost: [
    { model: 'llama-3-8b', min_vram: '32' },
    { model: 'llama-3-8b', max_price: '0.5' },
  ],
  getMarket: [{ gpu_name: 'H100' }, { machine_type: 'bid' }],
  rankGpuEfficiency: [
    { gpu_name: 'rtx4090' },
    { machine_type: 'bid' },
    { max_price: '0.2' },
    { verified_only: 'true' },
    { min_reliability: '0.98' },
  ],
  rankProviders: [
    { gpu_name: 'rtx4090' },
    { verified_only: 'true' },
    { min_reliability: '0.9' },
    { min_observations: '100' },
    { order_by: 'total_observations' },
  ],
};

/** Changes of a body that one change of one value cannot reach. */
const OTHER_CHANGES: Readonly<Record<string, readonly object[]>> = {
  createInstance: [{ status: 'running', total_dph: 7 }],
  deployWithWizard: [{ status: 'running', total_dph: 7 }],
  rankGpuEfficiency: [{ rankings: [] }],
  getFinetuneLogs: [{ logs: '[2025-01-15T12:03:21Z] step 1/120 loss' }],
};

const WORDS = ['running', 'completed', 'queued', 'gpu', 'platform', 'excellent', 'good', 'wait', 'avoid', '3-5 min', 'RTX 3060'];
const TEXTS = [
  'Jan',
  'Feb',
  'day',
  '0123abcd',
  'a'.repeat(64),
  '/other',
  'a@b.co',
  '7 B',
  '1999-01-15 13:00:00',
  'us-central1-a',
];
const OTHERS = ['1999-01-15T13:00:00Z', 'degraded', 'one\ntwo', 'offline', 'bid'];

/** Values to put in the place of another: of its own kind, and of the kinds that may stand for a null. */
function replacements(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value * 2 + 0.5, value / 3, 0, 100_000, null];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return [...WORDS, ...TEXTS, ...OTHERS, null];
  if (value === null) return [1, 'x', '2025-01-15T13:00:00Z'];
  if (!Array.isArray(value)) return [];
  return value.length === 0
    ? [['x']]
    : [[...value].reverse(), value.slice(1), [...value, value[0]], Array(101).fill(value[0]), []];
}

/** Every body that differs from `body` in one value, or in the name of one key that holds data. */
function* changed(body: unknown): Generator<unknown> {
  yield* replacements(body);
  if (typeof body !== 'object' || body === null) return;
  for (const [key, value] of Object.entries(body).slice(0, Array.isArray(body) ? 2 : undefined)) {
    for (const other of changed(value)) yield Array.isArray(body) ? body.with(Number(key), other) : { ...body, [key]: other };
    if (!Array.isArray(body) && /^\d+$|^RTX /.test(key)) yield { ...body, [key]: undefined, '1': value };
  }
}

function* exchangesNear(id: string): Generator<CheckedExchange> {
  for (const exchange of exampleExchanges(id)) {
    for (const query of OTHER_QUERIES[id] ?? []) yield { ...exchange, query };
    for (const change of OTHER_CHANGES[id] ?? []) {
      yield { ...exchange, responseBody: { ...(exchange.responseBody as object), ...change } };
    }
    for (const responseBody of changed(exchange.responseBody)) yield { ...exchange, responseBody };
  }
}

const keyOf = ({ says, each, at }: Invariant): string => `${says} (${each === undefined ? '' : `${each}/*`}${at})`;

describe('what replies promise', () => {
  for (const { id, invariants } of loadContract().operations.filter((operation) => operation.invariants.length > 0)) {
    it(`can be broken, and can always be evaluated: ${id}`, async () => {
      const unbroken = new Set(invariants.map(keyOf));
      for (const exchange of exchangesNear(id)) {
        // Compared as JSON, as it goes over the wire: a key without a value is not there.
        const { responseBody, ...rest } = exchange;
        for (const { wanted, pointer } of await checkExchange({
          ...rest,
          responseBody: JSON.parse(JSON.stringify(responseBody)),
        })) {
          const generic = (at: string): string => at.replaceAll(/\/(\d+|RTX \d+)(?=\/|$)/g, '/*');
          for (const invariant of invariants) {
            const { says, each, at } = invariant;
            const place = each === undefined ? at : `${each}/*${at}`;
            const reached = generic(pointer) === place || (each === '/cloud_comparison' && pointer.endsWith(at));
            if (wanted === says && reached) unbroken.delete(keyOf(invariant));
          }
        }
      }
      assert.deepEqual([...unbroken], []);
    });
  }
});
