import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkExchange } from './checker';
import { changedExchange, exampleExchanges } from './exchanges.fixture';
import type { Mismatch } from './mismatch';

type Offers = { offers: Record<string, unknown>[]; count: unknown };

const told = (mismatches: readonly Mismatch[]): string[] => mismatches.map(({ part, pointer }) => `${part} ${pointer}`);

function first(id: string) {
  const [exchange] = exampleExchanges(id);
  return exchange ?? assert.fail(`no example of ${id}`);
}

describe('a reply', () => {
  it('may not lack a field', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => {
      delete body.count;
    });
    assert.deepEqual(await checkExchange(exchange), [
      {
        operationId: 'listOffers',
        part: 'response',
        pointer: '/count',
        wanted: 'um número inteiro no mínimo 0',
        found: 'nada',
        sentence: 'listOffers: a resposta 200 deveria trazer um número inteiro no mínimo 0 em /count, mas não trouxe nada',
      },
    ]);
  });

  it('may not have a value of another type', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => {
      Object.assign(body.offers[1] ?? {}, { id: '100217' });
    });
    const [mismatch, ...others] = await checkExchange(exchange);
    assert.deepEqual(others, []);
    assert.equal(mismatch?.pointer, '/offers/1/id');
    assert.equal(
      mismatch?.sentence,
      'listOffers: a resposta 200 deveria trazer um número inteiro em /offers/1/id, mas trouxe "100217"',
    );
  });

  it('may not have a field that the contract does not know, whose value is not shown', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => {
      Object.assign(body.offers[0] ?? {}, { 'price/hour': 'hidden' });
    });
    const [mismatch, ...others] = await checkExchange(exchange);
    assert.deepEqual(others, []);
    assert.equal(mismatch?.pointer, '/offers/0/price~1hour');
    assert.equal(
      mismatch?.sentence,
      'listOffers: a resposta 200 não deveria trazer nada em /offers/0/price~1hour, mas trouxe um texto',
    );
  });

  it('is told once for all items of a list that differ in the same way', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => {
      for (const offer of body.offers) delete offer.verified;
    });
    const [mismatch, ...others] = await checkExchange(exchange);
    assert.deepEqual(others, []);
    assert.match(mismatch?.sentence ?? '', /em \/offers\/0\/verified, mas não trouxe nada \(e mais 1 como este\)$/);
  });

  it('is checked through what its schema is composed of', async () => {
    const exchange = changedExchange<Record<string, unknown>>('deployWithWizard', ({ id: _, ...body }) => ({
      ...body,
      surprise: 1,
      optimization: { offer_id: 1, considered_offers: 0, reasons: ['cheapest'] },
    }));
    assert.deepEqual(told(await checkExchange(exchange)).sort(), [
      'response /id',
      'response /optimization/considered_offers',
      'response /surprise',
    ]);
  });

  it('names what a value that may be null should be', async () => {
    const inValue = changedExchange<object>('getInstance', (body) => ({ ...body, start_date: 'yesterday', cpu_standby: 'none' }));
    const mismatches = await checkExchange(inValue);
    assert.deepEqual(told(mismatches), ['response /start_date', 'response /cpu_standby']);
    assert.match(mismatches[0]?.wanted ?? '', /^um texto no formato/);
    assert.equal(mismatches[1]?.wanted, 'um objeto ou null');
  });

  it('must have the fields that another field asks for', async () => {
    const enabled = changedExchange<Record<string, unknown>>('configureStandby', (body) => {
      delete body.config;
    });
    assert.deepEqual(told(await checkExchange(enabled)), ['response /config']);
  });

  it('is checked when it is an error too', async () => {
    const exchange = { ...first('getInstance'), status: 404 };
    assert.deepEqual(await checkExchange({ ...exchange, responseBody: { error: 'Instance 27000001 not found' } }), []);
    assert.deepEqual(told(await checkExchange({ ...exchange, responseBody: { detail: 'Not found' } })), [
      'response /error',
      'response /detail',
    ]);
    const undetailed = { ...exchange, status: 422, responseBody: { error: 'Validation error' } };
    assert.deepEqual(told(await checkExchange(undetailed)), ['response /details']);
  });

  it('must be JSON of the right kind', async () => {
    for (const responseBody of [undefined, '<html>', []]) {
      assert.deepEqual(told(await checkExchange({ ...first('listOffers'), responseBody })), ['response ']);
    }
  });

  it('is cut in the sentence when it is long', async () => {
    const exchange = changedExchange<object>('logout', (body) => ({ ...body, message: { text: 'x'.repeat(500) } }));
    const [mismatch] = await checkExchange(exchange);
    assert.equal(mismatch?.found.length, 120);
    assert.match(mismatch?.found ?? '', /x…$/);
  });
});

describe('a status', () => {
  it('must be one that the operation declares', async () => {
    const mismatches = await checkExchange({ ...first('login'), status: 500, responseBody: { error: 'Internal server error' } });
    assert.deepEqual(mismatches, [
      {
        operationId: 'login',
        part: 'status',
        pointer: '',
        wanted: '200, 401, 422',
        found: '500',
        sentence: 'login: a resposta deveria ter um dos status do contrato (200, 401, 422), mas teve 500',
      },
    ]);
  });
});

describe('what a reply promises', () => {
  it('is shown at the value that breaks it', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => {
      body.count = 3;
    });
    const [mismatch, ...others] = await checkExchange(exchange);
    assert.deepEqual(others, []);
    assert.equal(mismatch?.pointer, '/count');
    assert.equal(
      mismatch?.sentence,
      'listOffers: a resposta 200 promete que count é a quantidade de ofertas da lista, mas em /count trouxe 3',
    );
  });

  it('is shown at the item that breaks it', async () => {
    const exchange = { ...first('listOffers'), query: { gpu_name: 'rtx_3090' } };
    const [mismatch, ...others] = await checkExchange(exchange);
    assert.deepEqual(others, []);
    assert.equal(mismatch?.pointer, '/offers/1/gpu_name');
    assert.equal(mismatch?.found, '"RTX 4090"');
  });

  it('may bind the reply to what was asked, defaults included', async () => {
    const exchange = first('createInstance');
    assert.deepEqual(await checkExchange({ ...exchange, requestBody: { offer_id: 100217 } }), []);
    const asked = { offer_id: 100217, disk_size: 60, label: 'other' };
    assert.deepEqual(told(await checkExchange({ ...exchange, requestBody: asked })), ['response /disk_space', 'response /label']);
  });

  it('holds for figures rounded to the cent or finer', async () => {
    type Summary = { savings_percentage_avg: number };
    const finer = changedExchange<Summary>('getSavingsSummary', (body) => ({ ...body, savings_percentage_avg: 89.0485 }));
    assert.deepEqual(await checkExchange(finer), []);
    const wrong = changedExchange<Summary>('getSavingsSummary', (body) => ({ ...body, savings_percentage_avg: 89.5 }));
    assert.deepEqual(told(await checkExchange(wrong)), ['response /savings_percentage_avg']);
  });

  it('is not asked of a reply of another shape', async () => {
    const exchange = changedExchange<Offers>('listOffers', (body) => ({ ...body, count: '9' }));
    assert.deepEqual(told(await checkExchange(exchange)), ['response /count']);
  });
});

describe('a request that was accepted', () => {
  it('may not have query parameters that the operation does not know, or values outside their range', async () => {
    const exchange = {
      ...first('listOffers'),
      query: new URLSearchParams('gpu=x&limit=500&verified_only=maybe&max_price=1&max_price=2'),
    };
    assert.deepEqual(told(await checkExchange(exchange)).sort(), [
      'request /query/gpu',
      'request /query/limit',
      'request /query/max_price',
      'request /query/verified_only',
    ]);
  });

  it('may spell booleans as Python does', async () => {
    assert.deepEqual(await checkExchange({ ...first('deleteInstance'), query: { destroy_standby: 'False' } }), []);
  });

  it('must have the parameters that the operation requires', async () => {
    assert.deepEqual(told(await checkExchange({ ...first('estimateTrainingCost'), query: {} })), ['request /query/model']);
  });

  it('must have a path of the right type', async () => {
    assert.deepEqual(told(await checkExchange({ ...first('pauseInstance'), path: '/api/v1/instances/mine/pause' })), [
      'request /path/instance_id',
    ]);
  });

  it('must have a body of the right shape where the operation takes one', async () => {
    const exchange = first('createSnapshot');
    assert.deepEqual(told(await checkExchange({ ...exchange, requestBody: undefined })), ['request /body']);
    const requestBody = { name: 'backup-v1', instance: 27000001 };
    const mismatches = await checkExchange({ ...exchange, requestBody });
    assert.deepEqual(told(mismatches), ['request /body/instance_id', 'request /body/instance']);
    assert.equal(
      mismatches[0]?.sentence,
      'createSnapshot: a requisição deveria levar um número inteiro em /body/instance_id, mas não levou nada',
    );
  });

  it('may have no body, or an empty one, where the operation takes none', async () => {
    const exchange = first('pauseInstance');
    for (const requestBody of [undefined, null, '', {}]) assert.deepEqual(await checkExchange({ ...exchange, requestBody }), []);
    assert.deepEqual(told(await checkExchange({ ...exchange, requestBody: { now: true } })), ['request /body']);
  });

  it('must be for an operation of the contract', async () => {
    const [mismatch, ...others] = await checkExchange({ ...first('listOffers'), path: '/api/v1/moons' });
    assert.deepEqual(others, []);
    assert.equal(mismatch?.sentence, 'o contrato não tem a operação GET /api/v1/moons');
  });
});

describe('a request that was refused', () => {
  it('is not checked: a scenario may have sent it malformed on purpose', async () => {
    const refused = { ...first('createSnapshot'), status: 422, responseBody: { error: 'No such thing' } };
    assert.deepEqual(await checkExchange({ ...refused, requestBody: { nonsense: true }, query: { nonsense: '1' } }), []);
  });
});

describe('secrets', () => {
  const SECRET = 'hunter22-and-more';

  it('never appear in a sentence, whatever is wrong with them or around them', async () => {
    const login = first('login');
    const exchanges = [
      { ...login, requestBody: { username: 'no address', password: SECRET } },
      { ...login, requestBody: { username: 'test@example.com', password: { value: SECRET } } },
      changedExchange<object>('login', (body) => ({ ...body, token: { jwt: SECRET } })),
      changedExchange<object>('login', (body) => ({ ...body, access_token: SECRET })),
      changedExchange<object>('login', (body) => ({ ...body, token: SECRET, user: `x ${SECRET}` })),
      changedExchange<object>('listSettings', (body) => ({ ...body, vast_api_key: SECRET })),
    ];
    for (const exchange of exchanges) {
      const mismatches = await checkExchange(exchange);
      assert.ok(mismatches.length > 0);
      assert.ok(!JSON.stringify(mismatches).includes('hunter22'), JSON.stringify(mismatches));
    }
  });

  it('must come masked in the settings', async () => {
    const exchange = changedExchange<object>('listSettings', (body) => ({ ...body, vast_api_key: 'c0ffee00c41d' }));
    const [mismatch] = await checkExchange(exchange);
    assert.equal(mismatch?.pointer, '/vast_api_key');
    assert.match(mismatch?.sentence ?? '', /mas trouxe "\*\*\*"$/);
  });
});
