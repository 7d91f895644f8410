import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunInfo } from '../../shared/messages/run-info';
import { type SpecChanges, specChanges } from './spec-changes';
import { madeRun, type Wanted } from './testing/made-run';
import { historyOf } from './testing/recorded';

function changes(before: readonly Wanted[], after: readonly Wanted[], runInfo: Partial<RunInfo> = {}): SpecChanges {
  const [one, other] = historyOf(madeRun(0, before), madeRun(1, after, runInfo)).runs;
  assert.ok(one && other);
  return specChanges(one, other);
}

function told({ added, removed, reworded, renamed, changed }: SpecChanges): Record<string, string[]> {
  return {
    added: added.map(({ name }) => name),
    removed: removed.map(({ name }) => name),
    reworded: reworded.map(({ after }) => after.name),
    renamed: renamed.map(({ before, after }) => `${before.name} > ${after.name}`),
    changed: changed.map(({ scenario, from, to }) => `${scenario.name}: ${from} > ${to}`),
  };
}

const NOTHING = { added: [], removed: [], reworded: [], renamed: [], changed: [] };
const STEPS = ['Dado que estou autenticado', 'Quando executo `dumont balance`', 'Então a API responde 200'];

test('what is new, gone, said otherwise or in another state is told, each once', () => {
  const before: Wanted[] = [
    { name: 'fica' },
    { name: 'some', steps: ['Dado outra coisa'] },
    { name: 'muda', steps: STEPS },
    { name: 'cai' },
  ];
  const after: Wanted[] = [
    { name: 'fica' },
    { name: 'muda', steps: STEPS.slice(1) },
    { name: 'cai', is: 'f' },
    { name: 'nasce' },
  ];
  assert.deepEqual(told(changes(before, after)), {
    added: ['nasce'],
    removed: ['some'],
    reworded: ['muda'],
    renamed: [],
    changed: ['cai: passed > failed'],
  });
});

test('the texts before and after are there to be shown', () => {
  const pair = changes([{ name: 'a', steps: STEPS }], [{ name: 'a', steps: STEPS.slice(1) }]).reworded.at(0);
  assert.deepEqual([pair?.before.steps, pair?.after.steps], [STEPS, STEPS.slice(1)]);
});

test('a scenario with the same steps under another name, Regra or file is renamed', () => {
  const renamed = (after: Wanted): unknown =>
    told(changes([{ name: 'era', steps: STEPS }, { name: 'b' }], [{ name: 'b' }, after]));
  assert.deepEqual(renamed({ name: 'é', steps: STEPS }), { ...NOTHING, renamed: ['era > é'] });
  assert.deepEqual(renamed({ name: 'era', rule: 'Uma regra', steps: STEPS }), { ...NOTHING, renamed: ['era > era'] });
  assert.deepEqual(renamed({ name: 'era', uri: 'features/x.feature', steps: STEPS }), { ...NOTHING, renamed: ['era > era'] });
});

test('twins are told apart by their file first', () => {
  const before: Wanted[] = [
    { name: 'um', steps: STEPS },
    { name: 'dois', steps: STEPS, uri: 'features/2.feature' },
  ];
  const after: Wanted[] = [
    { name: 'UM', steps: STEPS },
    { name: 'DOIS', steps: STEPS, uri: 'features/2.feature' },
  ];
  assert.deepEqual(told(changes(before, [...after].reverse())).renamed?.sort(), ['dois > DOIS', 'um > UM']);
});

test('in the same place, another name with much of the same text is renamed, and with another text it is another scenario', () => {
  const around = (scenario: Wanted): Wanted[] => [{ name: 'antes' }, scenario, { name: 'depois' }];
  const renamed = changes(
    around({ name: 'ver o saldo', steps: STEPS }),
    around({ name: 'consultar', steps: [...STEPS.slice(0, 2), 'E vejo'] }),
  );
  assert.deepEqual(told(renamed), { ...NOTHING, renamed: ['ver o saldo > consultar'] });
  const replaced = changes(around({ name: 'ver o saldo', steps: STEPS }), around({ name: 'treinar', steps: ['Dado um modelo'] }));
  assert.deepEqual(told(replaced), { ...NOTHING, added: ['treinar'], removed: ['ver o saldo'] });
});

test('a renamed scenario that fails now is in both lists', () => {
  assert.deepEqual(told(changes([{ name: 'era', steps: STEPS }], [{ name: 'é', steps: STEPS, is: 'f' }])), {
    ...NOTHING,
    renamed: ['era > é'],
    changed: ['é: passed > failed'],
  });
});

test('a narrowed run removes nothing, and tells what it saw', () => {
  const before: Wanted[] = [{ name: 'a' }, { name: 'b' }, { name: 'c', uri: 'features/2.feature' }];
  assert.deepEqual(told(changes(before, [{ name: 'b', is: 'f' }], { whole: false })), {
    ...NOTHING,
    changed: ['b: passed > failed'],
  });
  assert.deepEqual(
    told(
      changes(
        before,
        [
          { name: 'b', steps: STEPS },
          { name: 'd', steps: STEPS },
        ],
        { whole: false },
      ),
    ),
    {
      ...NOTHING,
      added: ['d'],
      reworded: ['b'],
    },
  );
});

test('in a narrowed run the place of a scenario says nothing', () => {
  const after = [{ name: 'b', steps: STEPS.slice(1) }];
  assert.deepEqual(told(changes([{ name: 'a', steps: STEPS }], after, { whole: false })), { ...NOTHING, added: ['b'] });
  assert.deepEqual(told(changes([{ name: 'a', steps: STEPS }], after)), { ...NOTHING, renamed: ['a > b'] });
});

test('after a narrowed run nothing is new that it merely did not have', () => {
  const [narrowed, whole] = historyOf(
    madeRun(0, [{ name: 'a' }], { whole: false }),
    madeRun(1, [{ name: 'a' }, { name: 'b' }]),
  ).runs;
  assert.ok(narrowed && whole);
  assert.deepEqual(told(specChanges(narrowed, whole)), NOTHING);
});

test('a narrowed run costs no spec of its own while the texts are those of a whole run', () => {
  const { runs } = historyOf(madeRun(0, [{ name: 'a' }, { name: 'b' }]), madeRun(1, [{ name: 'b', is: 'f' }], { whole: false }));
  assert.equal(runs[0]?.record.spec, runs[1]?.record.spec);
  assert.equal(runs[1]?.record.states, '.f');
  assert.deepEqual(
    runs[1]?.scenarios.map(({ scenario, outcome }) => [scenario.name, outcome]),
    [['b', 'failed']],
  );
});
