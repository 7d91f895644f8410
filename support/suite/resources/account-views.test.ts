import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween, comparedViews, readView } from './account-views';

test('tells what appeared, what disappeared and what is otherwise', () => {
  const before = new Map([
    ['a instância 1', 'running/running'],
    ['a instância 2', 'paused/paused'],
    ['a instância 3', 'running/running'],
  ]);
  const after = new Map([
    ['a instância 1', 'running/running'],
    ['a instância 2', 'running/running'],
    ['a instância 4', 'creating/creating'],
  ]);
  assert.deepEqual(changesBetween(before, after), [
    'a instância 3 sumiu',
    'a instância 4 apareceu',
    'a instância 2 passou de paused/paused a running/running',
  ]);
  assert.deepEqual(changesBetween(before, before), []);
});

test('finds in the sentences of a scenario what must be looked at before the command', () => {
  const sentences = ['estou autenticado', 'meus snapshots continuam os mesmos', 'minhas instâncias continuam as mesmas'];
  assert.deepEqual(
    comparedViews(sentences).map(({ written }) => written),
    ['minhas instâncias', 'meus snapshots'],
  );
  assert.deepEqual(comparedViews(['estou autenticado']), []);
});

test('refuses what it cannot compare', () => {
  assert.equal(readView('meus gastos').written, 'meus gastos');
  assert.throws(() => readView('minhas férias'), /não sei comparar "minhas férias"/);
});
