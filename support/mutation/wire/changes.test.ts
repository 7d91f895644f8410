import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt, withEmptied, withField, withForeign } from './changes';
import { leavesOf } from './fields';

const body = {
  count: 2,
  offers: [
    { id: 1, dph_total: 0.3, gpu_name: 'RTX 4090' },
    { id: 2, dph_total: 0.5, gpu_name: 'RTX 4090' },
  ],
  associations: { 7: { zone: 'europe-west1-b' } },
  status: 'running',
};

test('one item of a list is changed and the others stay, so that a check of some item only does not pass for a check of each', () => {
  const last = withField(body, 'offers[].gpu_name', 'last', 'field-dropped') as typeof body;
  assert.deepEqual(last.offers[0], body.offers[0]);
  assert.deepEqual(last.offers[1], { id: 2, dph_total: 0.5 });
  const first = withField(body, 'offers[].gpu_name', 'first', 'field-nulled') as typeof body;
  assert.equal(first.offers[0]?.gpu_name, null);
  assert.deepEqual(first.offers[1], body.offers[1]);
});

test('the body itself is never touched', () => {
  const before = structuredClone(body);
  withField(body, 'offers[].id', 'last', 'field-value');
  withEmptied(body, 'offers');
  withForeign(body, 'offers', { offers: [{ id: 9, dph_total: 0.4 }] });
  assert.deepEqual(body, before);
});

test('a field that is not there leaves everything as it was', () => {
  for (const path of ['nada', 'offers[].nada', 'status.x', 'count[]', 'associations.8.zone'])
    assert.deepEqual(withField(body, path, 'last', 'field-nulled'), body, path);
});

test('other values keep the type, stay in the closed set of the contract, and differ', () => {
  const changed = (path: string): unknown => valueAt(withField(body, path, 'first', 'field-value'), path);
  assert.equal(changed('count'), 3);
  assert.equal(changed('status'), 'paused');
  assert.equal(changed('offers[].gpu_name'), 'RTX 3090');
  assert.equal(changed('associations.*.zone'), 'us-central1-a');
  assert.equal(typeof changed('offers[].dph_total'), 'number');
  assert.notEqual(changed('offers[].dph_total'), 0.3);
});

test('another type says the same thing', () => {
  const changed = (path: string): unknown => valueAt(withField(body, path, 'first', 'field-type'), path);
  assert.equal(changed('count'), '2');
  assert.equal(changed('status'), 42);
  assert.deepEqual(changed('offers'), { items: body.offers });
});

test('a list goes together with its count: the sum alone would tell', () => {
  assert.deepEqual(withEmptied(body, 'offers'), { ...body, count: 0, offers: [] });
  assert.deepEqual(withEmptied(body, 'associations'), { ...body, associations: {} });
  const shorter = withField(body, 'offers', 'last', 'field-value') as typeof body;
  assert.deepEqual([shorter.count, shorter.offers.length], [1, 1]);
});

test('an item that does not belong comes from elsewhere and keeps the order by price; without one the last comes twice', () => {
  const elsewhere = {
    offers: [
      { id: 1, dph_total: 0.3 },
      { id: 9, dph_total: 0.4 },
    ],
    associations: { 8: { zone: 'x' } },
  };
  const foreign = withForeign(body, 'offers', elsewhere) as typeof body;
  assert.deepEqual(
    foreign.offers.map(({ id }) => id),
    [1, 9, 2],
  );
  assert.equal(foreign.count, 3);
  assert.deepEqual(Object.keys((withForeign(body, 'associations', elsewhere) as typeof body).associations), ['7', '8']);
  const twice = withForeign(body, 'offers', { offers: [] }) as typeof body;
  assert.deepEqual(
    twice.offers.map(({ id }) => id),
    [1, 2, 2],
  );
});

test('the fields below a value are named by their paths', () => {
  assert.deepEqual(leavesOf(body, ''), [
    'count',
    'offers[].id',
    'offers[].dph_total',
    'offers[].gpu_name',
    'associations.7.zone',
    'status',
  ]);
  assert.deepEqual(leavesOf({ a: { b: ['x'] } }, 'root'), ['root.a.b[]']);
});
