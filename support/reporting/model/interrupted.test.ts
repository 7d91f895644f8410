import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTERRUPTED } from '../../suite/run/interruption';
import { madeRun } from '../history/testing/made-run';
import { headline } from '../text/headline';
import { tellsOfInterruption, wasInterrupted } from './interrupted';

test('what the suite says when it is asked to end is understood', () => {
  assert.ok(tellsOfInterruption(`${INTERRUPTED}.`));
  assert.ok(!tellsOfInterruption('a execução foi interrompida antes do fim deste cenário'), 'a process that left by itself');
});

test('a run that somebody ended says so, and blames no environment', () => {
  const run = madeRun(0, [{ name: 'a' }, { name: 'b', is: 'b', error: `${INTERRUPTED}.` }, { name: 'c', is: 's' }]);
  assert.ok(wasInterrupted(run));
  assert.equal(headline(run), 'A execução foi interrompida antes do fim.');
});

test('without an environment nobody was interrupted', () => {
  const run = madeRun(0, [{ name: 'a' }, { name: 'b', is: 'b' }]);
  assert.ok(!wasInterrupted(run));
  assert.equal(headline(run), 'A jornada não pôde ser verificada: faltou o ambiente.');
});

test('a failure is said before an interruption', () => {
  const run = madeRun(0, [
    { name: 'a', is: 'f' },
    { name: 'b', is: 'b', error: `${INTERRUPTED}.` },
  ]);
  assert.equal(headline(run), 'A jornada falhou.');
});

test('messages that end before the first scenario are no choice of nobody', () => {
  assert.equal(headline(madeRun(0, [])), 'Nenhum cenário foi escolhido.');
  const cut = madeRun(0, [], {}, { gaps: ['messages.ndjson está cortado.'] });
  assert.equal(headline(cut), 'As mensagens da execução se perderam antes do primeiro cenário.');
});
