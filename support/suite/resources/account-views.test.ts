import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesBetween, readView } from './account-views';

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

test('refuses what it cannot compare', () => {
  assert.equal(readView('meus gastos').written, 'meus gastos');
  assert.throws(() => readView('minhas férias'), /não sei comparar "minhas férias"/);
});
