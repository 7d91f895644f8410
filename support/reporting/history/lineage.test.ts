import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import type { Run } from '../model/run';
import { specChanges } from './spec-changes';
import { madeRun, type Wanted } from './testing/made-run';
import { historyOf } from './testing/recorded';

const OLD = 'features/02_vida.feature';
const THEME = 'features/02_vida/pausa.feature';
const CONTEXT = ['Dado que estou autenticado', 'E que a conta tem saldo'];
const RESUME = ['Quando executo `dumont instance resume <i>`', 'Então a API responde 409', 'E o erro diz "is running"'];
const PAUSE = ['Quando executo `dumont instance pause <i>`', 'Então a API responde 200', 'E a instância <i> fica pausada'];

/** The journey before its rules moved to a folder. */
function before(is: Wanted['is']): Wanted[] {
  return [
    { uri: OLD, name: 'Alugar e destruir' },
    { uri: OLD, rule: 'Pausa', name: 'Pausar', steps: [...CONTEXT, ...PAUSE] },
    { uri: OLD, rule: 'Retomada', name: 'Tentar retomar uma instância em execução', is, steps: [...CONTEXT, ...RESUME] },
  ];
}

/** The same after it: the Contexto is another one, and a Regra and a scenario have new names. */
function after(is: Wanted['is']): Wanted[] {
  return [
    { uri: OLD, name: 'Alugar e destruir' },
    { uri: THEME, rule: 'Pausa', name: 'Pausar', steps: [...CONTEXT.slice(1), ...PAUSE] },
    { uri: THEME, rule: 'Só se retoma o que está pausado', name: 'Retomar uma instância em execução', is, steps: RESUME },
  ];
}

const keyOf = (run: Run, name: RegExp): string =>
  run.journeys.flatMap(({ scenarios }) => scenarios).find((scenario) => name.test(scenario.name))?.key ?? '';

function lineOf(runs: readonly Run[]) {
  const last = runs.at(-1);
  assert.ok(last);
  return { line: historyOf(...runs).lineOf(last), resumed: keyOf(last, /[Rr]etomar/), paused: keyOf(last, /Pausar/) };
}

function moved(letters: string, info: Partial<RunInfo> = {}): Run[] {
  return [...letters].map((letter, minute) => {
    const is = letter.toLowerCase() as Wanted['is'];
    return madeRun(minute, letter === letter.toLowerCase() ? before(is) : after(is), info);
  });
}

test('a scenario that moved to the folder of its journey keeps its key; one with a new name keeps its past', () => {
  const { line, resumed, paused } = lineOf(moved('pffFF'));
  assert.deepEqual(
    { ...line.since(resumed), since: line.since(resumed)?.since.getUTCMinutes() },
    {
      since: 1,
      runs: 4,
      state: 'failed',
      changed: true,
    },
  );
  assert.equal(line.since(paused)?.runs, 5);
  assert.equal(line.journeySince(OLD)?.runs, 4);
});

test('instability counts over the move, and its strip has the runs before it', () => {
  const { line } = lineOf(moved('fpFP'));
  const [unstable] = line.unstable();
  assert.deepEqual([unstable?.scenario.name, unstable?.switches], ['Retomar uma instância em execução', 3]);
  assert.deepEqual(unstable?.strip, ['failed', 'passed', 'failed', 'passed']);
});

test('what failed before the move is known by the key of today', () => {
  const { line, resumed } = lineOf(moved('fP'));
  assert.equal(line.runs[0]?.failureOf(resumed)?.sentence, 'Dado que estou autenticado: A API respondeu 404 e não 200.');
});

test('a name that comes back, and one that is given twice, are not mixed up', () => {
  const { line, resumed } = lineOf(moved('fFf'));
  assert.equal(line.since(resumed)?.runs, 3);
  const reused = [
    madeRun(0, [{ name: 'Um', is: 'f', steps: PAUSE }]),
    madeRun(1, [{ name: 'Dois', is: 'f', steps: PAUSE }]),
    madeRun(2, [
      { name: 'Dois', is: 'f', steps: PAUSE },
      { name: 'Um', steps: RESUME },
    ]),
  ];
  const last = lineOf(reused).line;
  assert.equal(last.since(keyOf(reused[2] as Run, /Dois/))?.runs, 3);
  assert.equal(last.since(keyOf(reused[2] as Run, /Um/))?.runs, 1);
});

test('a narrowed run in between, or at the end, breaks no thread', () => {
  const one = after('f').slice(2);
  const runs = [...moved('ff'), madeRun(5, one, { whole: false }), ...[madeRun(6, after('f'))]];
  assert.equal(lineOf(runs).line.since(keyOf(runs[3] as Run, /Retomar/))?.runs, 4);
  const ending = [...moved('fF'), madeRun(5, one, { whole: false })];
  assert.equal(lineOf(ending).line.since(keyOf(ending[2] as Run, /Retomar/))?.runs, 3);
});

test('what changed is told as a renaming, never as a loss', () => {
  const [one, other] = historyOf(...moved('pF')).runs;
  assert.ok(one && other);
  const { added, removed, renamed, reworded, changed } = specChanges(one, other);
  assert.deepEqual([added, removed], [[], []]);
  assert.deepEqual(
    renamed.map((pair) => pair.after.name),
    ['Retomar uma instância em execução'],
  );
  assert.deepEqual(
    reworded.map((pair) => pair.after.name),
    ['Pausar'],
  );
  assert.deepEqual(
    changed.map(({ from, to }) => [from, to]),
    [['passed', 'failed']],
  );
});

test('scenarios that only share what all share are no renaming', () => {
  const [one, other] = historyOf(
    madeRun(0, [
      { name: 'Um', rule: 'A', steps: [...CONTEXT, 'Quando executo `dumont balance`', 'Então a API responde 200'] },
      { name: 'b', steps: CONTEXT },
    ]),
    madeRun(1, [
      { name: 'Dois', rule: 'B', steps: [...CONTEXT, 'Quando executo `dumont health list`', 'Então a API responde 200'] },
      { name: 'b', steps: CONTEXT },
    ]),
  ).runs;
  assert.ok(one && other);
  assert.deepEqual(specChanges(one, other).renamed, []);
});
