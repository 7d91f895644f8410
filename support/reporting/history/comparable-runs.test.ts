import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import type { Run } from '../model/run';
import type { ComparableRuns } from './comparable-runs';
import { madeRun, type Wanted } from './testing/made-run';
import { historyOf } from './testing/recorded';

type Letter = NonNullable<Wanted['is']>;

/** One run a minute; each letter is what became of the one scenario. */
function strip(letters: string, runInfo: Partial<RunInfo> = {}): Run[] {
  return [...letters].map((is, minute) => madeRun(minute, [{ name: 'a', is: is as Letter }, { name: 'b' }], runInfo));
}

const KEY = madeRun(0, [{ name: 'a' }]).journeys[0]?.scenarios[0]?.key ?? '';

function lineOf(...runs: readonly Run[]): ComparableRuns {
  const last = runs.at(-1);
  assert.ok(last);
  return historyOf(...runs).lineOf(last);
}

test('since when a scenario is in its state, and in how many runs it was', () => {
  const cases: [string, number, number, string, boolean][] = [
    ['p', 0, 1, 'passed', false],
    ['ppfpp', 3, 2, 'passed', true],
    ['pfff', 1, 3, 'failed', true],
    ['fpyp', 1, 3, 'passed', true],
    ['fpbsp', 1, 2, 'passed', true],
    ['pbb', 1, 2, 'broken', true],
    ['pss', 1, 2, 'skipped', true],
    ['pu', 1, 1, 'undefined', true],
  ];
  for (const [letters, minute, runs, state, changed] of cases) {
    const since = lineOf(...strip(letters)).since(KEY);
    assert.deepEqual({ ...since, since: since?.since.getUTCMinutes() }, { since: minute, runs, state, changed }, letters);
  }
  assert.equal(lineOf(...strip('p')).since('unknown'), null);
});

test('what is not run again is still known, with the run that showed it last', () => {
  const evidence = lineOf(...strip('pfsb')).lastEvidence(KEY);
  assert.deepEqual([evidence?.outcome, evidence?.run.at.getUTCMinutes()], ['failed', 1]);
  assert.equal(lineOf(...strip('ss')).lastEvidence(KEY), null);
});

test('a run of another target, CLI or branch is not the past of this one', () => {
  const others = [{ target: 'https://dumont.example' }, { cli: 'dumont' }, { branch: 'outra' }].flatMap((runInfo) =>
    strip('f', runInfo),
  );
  const line = lineOf(...others, ...strip('pp'));
  assert.equal(line.runs.length, 2);
  assert.equal(line.since(KEY)?.changed, false);
  assert.equal(line.previous?.at.getUTCMinutes(), 0);
});

test('a report made again of an older run does not know the later ones', () => {
  const runs = strip('pfp');
  const line = historyOf(...runs).lineOf(runs[1] as Run);
  assert.deepEqual([line.runs.length, line.since(KEY)?.state], [2, 'failed']);
});

test('runs are in the order of time, whichever was written first', () => {
  const [first, second] = strip('fp') as [Run, Run];
  assert.equal(historyOf(second, first).last?.outcomeOf(KEY), 'passed');
});

test('a journey is spoken of by the runs that had all of it', () => {
  const uri = 'features/01_um.feature';
  const two: Wanted[] = [{ name: 'a', is: 'f' }, { name: 'b' }];
  const elsewhere: Wanted = { name: 'c', uri: 'features/02_dois.feature' };
  const narrowed = madeRun(2, [{ name: 'b' }], { whole: false });
  const wholeJourney = madeRun(3, two, { whole: false });
  const line = lineOf(
    madeRun(0, [{ name: 'a' }, { name: 'b' }, elsewhere]),
    madeRun(1, [...two, elsewhere]),
    narrowed,
    wholeJourney,
  );
  const since = line.journeySince(uri);
  assert.deepEqual([since?.state, since?.since.getUTCMinutes(), since?.runs], ['failed', 1, 2]);
  assert.equal(line.journeySince('features/02_dois.feature')?.runs, 2);
  assert.equal(line.journeySince('features/x.feature'), null);
});

test('what passed on a retry, or keeps switching, is unstable; what broke and was mended is not', () => {
  const unstable = (letters: string): unknown =>
    lineOf(...strip(letters))
      .unstable()
      .map(({ scenario, retried, switches, last }) => [scenario.name, retried, switches, last.getUTCMinutes()]);
  assert.deepEqual(unstable('ppfffpp'), []);
  assert.deepEqual(unstable('pbpbpsp'), []);
  assert.deepEqual(unstable('pypp'), [['a', 1, 0, 1]]);
  assert.deepEqual(unstable('pfbpf'), [['a', 0, 3, 4]]);
  assert.deepEqual(lineOf(...strip('pybp')).unstable()[0]?.strip, ['passed', 'flaky', 'broken', 'passed']);
});

test('instability is forgotten when it is further back than the window', () => {
  const line = lineOf(...strip(`y${'p'.repeat(20)}`));
  assert.deepEqual([line.unstable().length, line.unstable(21).length], [0, 1]);
});

test('the trend is made of whole runs', () => {
  const line = lineOf(...strip('pf'), madeRun(2, [{ name: 'b' }], { whole: false }), madeRun(3, [{ name: 'a' }]));
  assert.deepEqual(
    line.trend().map(({ totals }) => [totals.passed, totals.failed, totals.scenarios]),
    [
      [2, 0, 2],
      [1, 1, 2],
      [1, 0, 1],
    ],
  );
  assert.equal(line.trend(1).length, 1);
});

test('the last release is found on another branch, and is not the current one', () => {
  const line = lineOf(
    madeRun(0, [{ name: 'velho' }], { release: 'v1', branch: 'estável' }),
    madeRun(1, [{ name: 'a' }], { release: 'v2', target: 'https://dumont.example' }),
    madeRun(2, [{ name: 'a' }]),
    madeRun(3, [{ name: 'a' }], { release: 'v2' }),
  );
  assert.equal(line.lastRelease?.record.release, 'v1');
  assert.deepEqual(
    line.changesSinceRelease?.removed.map(({ name }) => name),
    ['velho'],
  );
  assert.equal(line.changesSincePrevious?.removed.length, 0);
});

test('a release made after a run is not its past', () => {
  const later = madeRun(5, [{ name: 'a' }], { release: 'v3', branch: 'estável' });
  const history = historyOf(madeRun(0, [{ name: 'a' }], { release: 'v1' }), madeRun(1, [{ name: 'a' }]), later);
  const [first] = history.runs;
  assert.equal(history.line(first?.record ?? null).lastRelease?.record.release, 'v1');
});
