import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import { madeRun, type Wanted } from '../history/testing/made-run';
import { historyOf } from '../history/testing/recorded';
import type { Run } from '../model/run';
import { isWorthTelling, type Transitions, transitions } from './transitions';

type Letter = NonNullable<Wanted['is']>;
const ERRORS: Readonly<Record<string, string>> = { F: 'A API respondeu 500 e não 200.', G: 'o campo "status" não existe' };

/** One run a minute; each letter is what became of the one scenario. `F` and `G` fail in other ways than `f`. */
function strip(letters: string, runInfo: Partial<RunInfo> = {}): Run[] {
  return [...letters].map((letter, minute) => {
    const error = ERRORS[letter];
    const wanted: Wanted = { name: 'a', is: letter.toLowerCase().replace('g', 'f') as Letter, ...(error ? { error } : {}) };
    return madeRun(minute, [wanted, { name: 'b' }], runInfo);
  });
}

function after(...runs: readonly Run[]): Transitions {
  const found = transitions(historyOf(...runs), 3);
  assert.ok(found);
  return found;
}

/** What is told after the last run of the strip, in one word with its number of runs. */
function told(letters: string): string[] {
  const found = after(...strip(letters));
  const { environment, failed, still, recovered, unstable } = found;
  return [
    ...(environment ? [`environment ${environment.kind} ${environment.runs}`] : []),
    ...failed.map(({ runs, again }) => `failed ${runs}${again ? ' again' : ''}`),
    ...still.map(({ runs }) => `still ${runs}`),
    ...recovered.map(({ runs }) => `recovered ${runs}`),
    ...unstable.map(({ runs }) => `unstable ${runs}`),
  ];
}

test('a failure is told when it is new, every so many runs while it lasts, and when it is over', () => {
  const cases: [string, string[]][] = [
    ['p', []],
    ['f', ['failed 1']],
    ['pf', ['failed 1']],
    ['pff', []],
    ['pfff', ['still 3']],
    ['pffff', []],
    ['pffffff', ['still 6']],
    ['pffp', ['recovered 2']],
    ['pffpp', []],
    ['u', ['failed 1']],
    ['uu', []],
    ['up', ['recovered 1']],
  ];
  for (const [letters, expected] of cases) assert.deepEqual(told(letters), expected, letters);
});

test('failing in another way is a new failure, going back to a way already known is not', () => {
  assert.deepEqual(told('pfF'), ['failed 2 again']);
  assert.deepEqual(told('pfFf'), ['still 3']);
  assert.deepEqual(told('pfFfF'), []);
  assert.deepEqual(told('pfFfFG'), ['failed 5 again']);
});

test('what was skipped or could not be checked in between neither ends a failure nor begins one', () => {
  assert.deepEqual(told('pfsf'), []);
  assert.deepEqual(told('pfsp'), ['recovered 1']);
  assert.deepEqual(told('pfs'), []);
  assert.deepEqual(told('ps'), []);
});

test('a broken environment is one alert, not one for each scenario', () => {
  const broken = madeRun(
    1,
    Array.from({ length: 40 }, (_, index) => ({ name: `${index}`, is: 'b' as const, error: 'conexão recusada' })),
  );
  const { environment, failed } = after(broken);
  assert.deepEqual([environment?.kind, environment?.scenarios.length, failed.length], ['down', 40, 0]);
  assert.match(environment?.sentence ?? '', /conexão recusada/);
  assert.deepEqual(told('pb'), ['environment down 1']);
  assert.deepEqual(told('pbb'), []);
  assert.deepEqual(told('pbbb'), ['environment still 3']);
  assert.deepEqual(told('pbbp'), ['environment up 2']);
  assert.deepEqual(told('pfbf'), ['environment up 1']);
});

test('a run that failed outside of its scenarios is an alert too', () => {
  const { environment } = after(madeRun(1, [{ name: 'a' }], {}, { succeeded: false }));
  assert.deepEqual([environment?.kind, environment?.scenarios.length], ['down', 0]);
  assert.match(environment?.sentence ?? '', /processos/);
});

test('instability is told once, when it begins, and never for a scenario that fails or just recovered', () => {
  assert.deepEqual(told('py'), ['unstable 0']);
  assert.deepEqual(told('pyy'), []);
  assert.deepEqual(told('pypy'), []);
  assert.deepEqual(told('pfpf'), ['failed 1']);
  assert.deepEqual(told('pfy'), ['recovered 1']);
});

test('a run of another branch or target is compared with its own past only', () => {
  const elsewhere = strip('pp', { branch: 'outra' });
  assert.equal(after(...elsewhere, madeRun(9, [{ name: 'a', is: 'f' }])).previous, null);
  const here = after(...strip('f'), ...strip('pp', { target: 'https://dumont.example' }));
  assert.equal(isWorthTelling(here), false);
});

test('a scenario that a narrowed run did not have did not recover', () => {
  const found = after(madeRun(0, [{ name: 'a', is: 'f' }, { name: 'b' }]), madeRun(1, [{ name: 'b' }], { whole: false }));
  assert.equal(isWorthTelling(found), false);
});

test('without any run there is nothing to compare', () => {
  assert.equal(transitions(historyOf(), 5), null);
});

test('who ends a run early is told of no missing environment, nor of one that came back', () => {
  const ended = (minute: number) => madeRun(minute, [{ name: 'a' }, { name: 'b', is: 'i' }]);
  const whole = (minute: number) => madeRun(minute, [{ name: 'a' }, { name: 'b' }]);
  assert.ok(!isWorthTelling(after(whole(0), ended(1))));
  assert.ok(!isWorthTelling(after(whole(0), ended(1), whole(2))));
});
