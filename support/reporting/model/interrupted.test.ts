import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeRun } from '../history/testing/made-run';
import { headline } from '../text/headline';
import { wasInterrupted } from './interrupted';

test('a run that somebody ended says so, and blames no environment', () => {
  const run = madeRun(0, [{ name: 'a' }, { name: 'b', is: 'i' }, { name: 'c', is: 's' }]);
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
    { name: 'b', is: 'i' },
  ]);
  assert.equal(headline(run), 'A jornada falhou.');
});

test('messages that end before the first scenario are no choice of nobody', () => {
  assert.equal(headline(madeRun(0, [])), 'Nenhum cenário foi escolhido.');
  const cut = madeRun(0, [], {}, { gaps: ['messages.ndjson está cortado.'] });
  assert.equal(headline(cut), 'As mensagens da execução se perderam antes do primeiro cenário.');
});
