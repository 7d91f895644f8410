import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kill, Verdict, WireMutant } from './mutant';
import { failures, summary, tallyOf } from './summary';

const mutant = (id: string, journey = 2): WireMutant => ({
  kind: 'wire',
  id,
  operator: 'swallowed',
  journey,
  step: 6,
  command: 'dumont instance pause <instance_id>',
  change: { operator: 'swallowed' },
  what: 'a resposta é a de sempre, mas nada acontece',
});
const kill: Kill = {
  scenario: 'features/x.feature:9',
  name: 'Pausar',
  step: 'a instância <x> fica pausada',
  by: 'step',
  message: 'não',
};
const verdict = (fate: Verdict['fate'], journey = 2): Verdict => ({
  mutant: mutant(`j${journey}.6 swallowed`, journey),
  fate,
  kill: fate === 'killed' ? kill : null,
  note: fate === 'survived' ? 'nenhum de 3 cenários notou' : '',
  durationMs: 1,
});

test('a change that changed nothing is no mutant', () => {
  assert.deepEqual(tallyOf([verdict('killed'), verdict('void'), verdict('survived')]), {
    total: 2,
    killed: 1,
    survived: 1,
    equivalent: 0,
    invalid: 0,
    void: 1,
  });
});

test('all noticed: nothing fails', () => {
  assert.deepEqual(failures([verdict('killed'), verdict('void')]), []);
});

test('a survivor, an inconclusive one and too many equivalents are each a failure', () => {
  assert.deepEqual(failures([verdict('survived')]), ['um mutante sobreviveu.']);
  assert.deepEqual(failures([verdict('invalid'), verdict('invalid')]), ['de 2 mutantes nada se pode concluir.']);
  const killed = Array.from({ length: 60 }, () => verdict('killed'));
  assert.deepEqual(failures([...killed, verdict('equivalent')]), []);
  assert.deepEqual(failures([...killed, verdict('equivalent'), verdict('equivalent')]), [
    'os equivalentes (2) passam de 3 % dos mutantes.',
  ]);
});

test('who survived is listed with step, operator and why; the figures go by operator and journey', () => {
  const text = summary([verdict('killed'), verdict('survived'), verdict('killed', 10)]);
  assert.match(
    text,
    /SOBREVIVEU {2}j2\.6 swallowed\n {2}jornada 2, passo 6: dumont instance pause <instance_id>\n {2}efeito engolido: /,
  );
  assert.match(text, /nenhum de 3 cenários notou/);
  assert.match(text, /operador +J2 +J10 +total +mortos +vivos/);
  assert.match(text, /efeito engolido +1\/2 +1 +3 +2 +1 +0 +0 +0/);
  assert.match(text, /Mortos: 2 por um passo/);
});
