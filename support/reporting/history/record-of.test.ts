import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readRun } from '../read-run';
import { Probe } from '../testing/probe';
import { SAMPLE } from '../testing/sample';
import { recordOf } from './record-of';
import { madeRun, type Wanted } from './testing/made-run';
import { historyOf } from './testing/recorded';

test('a real run is recorded with the state of every scenario and what it failed by', async (t) => {
  const probe = new Probe(SAMPLE, { retry: 1, retryTagFilter: '@instavel' });
  t.after(() => probe.remove());
  await probe.run();
  const read = (): ReturnType<typeof readRun> => readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
  const run = await read();
  const lines = recordOf(run);
  assert.deepEqual(recordOf(await read()), lines);
  assert.ok(lines);
  assert.equal(lines.record.states, 'pppfuadsyf');
  assert.equal(lines.record.ok, false);
  assert.equal(lines.record.trouble, null);
  assert.deepEqual(
    { ...lines.record.totals, durationMs: 0 },
    { scenarios: 10, passed: 3, flaky: 1, failed: 3, undefined: 2, skipped: 1, commands: 5, durationMs: 0 },
  );
  assert.deepEqual(
    lines.record.journeys.map((journey) => journey?.[0]),
    ['passed', 'failed'],
  );
  const sentences = lines.record.errors.map(([, sentence]) => sentence);
  assert.deepEqual(sentences, [
    'Então a API responde 409: A API respondeu 404 e não 409.',
    'E ninguém definiu este passo: Nenhuma definição de passo reconhece este texto.',
    'Dado que há dois jeitos: Mais de uma definição de passo reconhece este texto:',
    'Dado que isto fica para depois: A definição deste passo ainda está por fazer (pendente).',
    'Dado que a rede falha uma vez: conexão recusada',
    'Limpeza depois do cenário (After): a instância 42 não foi destruída',
  ]);
  const recorded = historyOf(run).last;
  const [first] = run.journeys[0]?.scenarios ?? [];
  assert.deepEqual(recorded?.spec.journeys[0]?.scenarios[0]?.steps.slice(2, 3), [
    'Então a resposta tem:\n| campo | condição |\n| token | está preenchido |\n| a < b & c | é "x" |',
  ]);
  assert.equal(recorded?.outcomeOf(first?.key ?? ''), 'passed');
});

test('a dry run, and a run in which nothing started, are not remembered', async (t) => {
  const hooks = "require('@cucumber/cucumber').BeforeAll(() => {});";
  const probe = new Probe({ ...SAMPLE, 'steps/hooks.cjs': hooks });
  t.after(() => probe.remove());
  await probe.run(['--dry-run']);
  assert.equal(recordOf(await readRun([path.join(probe.folder, 'reports/messages.ndjson')])), null);
  assert.equal(recordOf(madeRun(1, [{ name: 'a', is: 'n' }])), null);
  assert.equal(recordOf(madeRun(1, [])), null);
});

test('a run that failed outside of its scenarios says why', () => {
  const error = { type: 'Error', message: 'a porta 8767 está ocupada\n    at x', stack: null };
  const hookFailures = [{ when: 'BeforeAll' as const, location: 'a.ts:1', error, times: 1 }];
  const trouble = (over: object): string | null | undefined => recordOf(madeRun(1, [{ name: 'a' }], {}, over))?.record.trouble;
  assert.equal(trouble({ succeeded: false, hookFailures }), 'BeforeAll: a porta 8767 está ocupada');
  assert.equal(trouble({ succeeded: false }), 'um dos processos que rodavam os cenários morreu fora deles');
  assert.equal(trouble({ succeeded: null }), 'a execução não chegou ao fim');
  assert.equal(trouble({}), null);
});

test('failures that differ only in numbers, ids and values are one; what the API answered tells them apart', () => {
  const errors = [
    'a instância 4711 respondeu 404 depois de 12,5 s',
    'a instância i-8f3c respondeu 404 depois de 3,1 s',
    'a instância 4711 respondeu 500 depois de 12,5 s',
    'o campo "status" é "running"',
    'o campo "status" é "paused"',
  ];
  const run = madeRun(
    1,
    errors.map((error, index) => ({ name: `${index}`, steps: ['Então confiro'], is: 'f' as const, error })),
  );
  assert.deepEqual(Object.values(recordOf(run)?.record.failures ?? {}), [0, 0, 1, 2, 2]);
});

test('the words of a hundred different failures do not fill the history', () => {
  const run = madeRun(
    1,
    Array.from({ length: 100 }, (_, index) => ({ name: `${index}`, is: 'f' as const, error: 'x'.repeat(index + 2000) })),
  );
  const { errors = [], failures = {} } = recordOf(run)?.record ?? {};
  assert.equal(Object.keys(failures).length, 100);
  assert.ok(errors.every(([, sentence]) => sentence.length <= 240));
  assert.equal(errors.filter(([, sentence]) => sentence !== '').length, 50);
});

test('what the environment lacked is kept first: it explains the most', () => {
  const failing: Wanted[] = Array.from({ length: 60 }, (_, index) => ({
    name: `${index}`,
    is: 'f',
    error: 'x'.repeat(index + 1),
  }));
  const { errors = [] } =
    recordOf(madeRun(1, [...failing, { name: 'z', is: 'b', error: 'o backend não responde' }]))?.record ?? {};
  assert.equal(errors[0]?.[1], 'Dado que z: o backend não responde');
});

test('only a web address is kept as the page of the run, without user and password', () => {
  const ci = (url: string): string | null | undefined =>
    recordOf(madeRun(1, [{ name: 'a' }], {}, { ci: { name: 'x', url, revision: null, branch: null } }))?.record.ci;
  assert.equal(ci('javascript:alert(1)'), null);
  assert.equal(ci('https://eu:segredo@ci.example/1'), 'https://ci.example/1');
});
