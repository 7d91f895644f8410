import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedViews, comparing } from './comparisons';

test('finds what the steps of a scenario compare, by the expressions of their definitions', () => {
  comparing('{acervo} continuam os/as mesmos/mesmas');
  comparing('{acervo} só ganham {recurso}');
  const compared = (...steps: string[]): string[] => comparedViews(steps).map(({ written }) => written);
  assert.deepEqual(
    compared('estou autenticado', 'meus snapshots continuam os mesmos', 'minhas instâncias só ganham a instância <x>'),
    ['meus snapshots', 'minhas instâncias'],
  );
  assert.deepEqual(compared('meus gastos continuam os mesmos', 'meus gastos continuam os mesmos'), ['meus gastos']);
  assert.deepEqual(compared('estou autenticado', 'os logs continuam os mesmos', 'minhas instâncias só ganham'), []);
});
