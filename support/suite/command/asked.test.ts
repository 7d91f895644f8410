import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckedExchange, checkExchange } from '../../contract/checker';
import { temporaryFolder } from '../../testing/temporary-folder';
import type { Exchange } from '../wire/exchange';
import { askedBy, isAsAsked, withoutPurpose } from './asked';

const FOLDER = temporaryFolder('asked');

function exchange(method: string, address: string, requestBody?: unknown): Exchange & CheckedExchange {
  const { pathname: path, searchParams: query } = new URL(address, 'http://api');
  const operationId = path.endsWith('/offers') ? 'listOffers' : 'createInstance';
  const reply = { status: 200, responseBody: undefined, responseIsJson: true, failure: null, durationMs: 1 };
  return { kind: 'call', method, path, query, operationId, requestBody, ...reply };
}

test('finds a request as asked, in whichever type and spelling it went', () => {
  const asked = askedBy(['instance', 'offers', 'gpu_name=rtx4090', 'max_price=0.50'], FOLDER);
  assert.ok(asked);
  for (const [query, is] of [
    ['gpu_name=RTX+4090&max_price=0.5&verified=true', true],
    ['gpu_name=rtx4090&max_price=0.50', true],
    ['gpu_name=rtx4090', false],
    ['gpu_name=rtx3090&max_price=0.5', false],
  ] as const) {
    assert.equal(isAsAsked(asked, exchange('GET', `/api/v1/instances/offers?${query}`)), is, query);
  }
  const create = askedBy(['instance', 'create', 'offer_id=7', 'label=test-gpu'], FOLDER);
  assert.ok(create);
  assert.equal(
    isAsAsked(create, exchange('POST', '/api/v1/instances', { offer_id: '7', label: 'test-gpu', disk_size: 100 })),
    true,
  );
  assert.equal(isAsAsked(create, exchange('POST', '/api/v1/instances', { offer_id: 7 })), false);
  assert.equal(isAsAsked(create, exchange('GET', '/api/v1/instances/offers')), false);
});

test('asks nothing of a command line that the contract does not know', () => {
  for (const argv of [['instance', 'gett'], ['instance', 'get'], ['--help']]) assert.equal(askedBy(argv, FOLDER), null);
});

test('what the command itself asks for is no difference, and what the CLI makes of it is', async () => {
  const wrong = askedBy(['instance', 'offers', 'max_price=-1'], FOLDER);
  const right = askedBy(['instance', 'offers', 'max_price=1'], FOLDER);
  const pointers = async (asked: typeof wrong): Promise<string[]> => {
    const mismatches = await checkExchange(exchange('GET', '/api/v1/instances/offers?max_price=-1'));
    return (await withoutPurpose(asked, mismatches)).filter(({ part }) => part === 'request').map(({ pointer }) => pointer);
  };
  assert.deepEqual(await pointers(wrong), []);
  assert.deepEqual(await pointers(right), ['/query/max_price']);
});
