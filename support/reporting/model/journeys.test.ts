import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passedRun } from '../testing/passed-run';
import { THEMED } from '../testing/themed';
import { byTheme, namesAbove } from './groups';
import { journeyGroup, scenariosOf } from './outcome';
import type { Run } from './run';

const only = (...files: readonly string[]): Record<string, string> =>
  Object.fromEntries(files.map((file) => [file, THEMED[file] ?? '']));

const shape = (run: Run): (string | string[])[] =>
  run.journeys.flatMap(({ name, uri, scenarios }) => [
    `${name} (${uri})`,
    byTheme(scenarios).map((group) => `${group.theme?.name ?? '-'}: ${group.scenarios.map((one) => one.name).join(', ')}`),
  ]);

test('a journey has the scenario of its main file, then the rules of its folder, theme by theme', () => {
  const files = Object.keys(THEMED).reverse();
  assert.deepEqual(shape(passedRun(only(...files))), [
    'Jornada 2 - Ciclo de vida (features/02_vida.feature)',
    [
      '-: Alugar e destruir',
      'Alugar: Alugar sem saldo',
      'Pausar e retomar: Pausar duas vezes, Retomar uma instância em execução',
    ],
    'Jornada 10 - Saúde (features/10_saude.feature)',
    ['-: Ver a saúde'],
  ]);
});

test('a scenario knows its file, its theme with its Contexto, and its Regra', () => {
  const run = passedRun(THEMED);
  const resumed = scenariosOf(run).find(({ name }) => name.startsWith('Retomar'));
  assert.deepEqual(
    [resumed?.uri, resumed?.line, resumed?.theme?.background?.steps.map(({ text }) => text), resumed && namesAbove(resumed)],
    [
      'features/02_vida/pausa.feature',
      14,
      ['que já tenho a instância <i> em execução'],
      ['Pausar e retomar', 'Só se retoma o que está pausado'],
    ],
  );
  assert.equal(run.journeys[0] && journeyGroup(run.journeys[0]), 'passed');
});

test('the rules alone are still of their journey, by its number; the main file may come with a later stream', () => {
  const alone = passedRun(only('features/02_vida/pausa.feature'));
  assert.deepEqual(shape(alone)[0], 'Jornada 2 (features/02_vida.feature)');
  assert.deepEqual([alone.journeys[0]?.line, alone.journeys[0]?.tags], [null, []]);
  const both = passedRun(only('features/02_vida/pausa.feature'), only('features/02_vida.feature'));
  assert.deepEqual(shape(both), [
    'Jornada 2 - Ciclo de vida (features/02_vida.feature)',
    ['-: Alugar e destruir', 'Pausar e retomar: Pausar duas vezes, Retomar uma instância em execução'],
  ]);
  assert.deepEqual([both.journeys[0]?.line, both.journeys[0]?.tags], [3, ['@criticidade-alta']]);
});

test('files outside the scheme are journeys of their own', () => {
  const minha = '# language: pt\nFuncionalidade: Minha\n  Cenário: Um\n    Dado que vale\n';
  assert.deepEqual(shape(passedRun({ 'features/minha.feature': minha, 'features/rascunhos/outra.feature': minha })), [
    'Minha (features/minha.feature)',
    ['-: Um'],
    'Minha (features/rascunhos/outra.feature)',
    ['-: Um'],
  ]);
});

test('a scenario keeps its key when it moves to another file of its journey; twins of two files have two', () => {
  const rules = '  Regra: Uma\n    Cenário: Um\n      Dado que vale\n';
  const header = '# language: pt\nFuncionalidade: Jornada 3\n';
  const keysIn = (features: Record<string, string>): string[] => scenariosOf(passedRun(features)).map(({ key }) => key);
  const [before] = keysIn({ 'features/03_a.feature': header + rules });
  assert.deepEqual(keysIn({ 'features/03_a/x.feature': header + rules }), [before]);
  assert.notDeepEqual(keysIn({ 'features/04_a/x.feature': header + rules }), [before]);
  const twins = keysIn({ 'features/03_a/x.feature': header + rules, 'features/03_a/y.feature': header + rules });
  assert.deepEqual([twins[0], new Set(twins).size], [before, 2]);
});
