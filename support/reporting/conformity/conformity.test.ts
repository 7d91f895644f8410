import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { DOCUMENTED_COMMANDS } from '../../contract/commands.fixture';
import type { Note } from '../../shared/messages/note';
import { readHistory } from '../history/history';
import { historyOf, newHistoryFile, record } from '../history/testing/recorded';
import type { Attempt, Run, Step } from '../model/run';
import { type Conformity, conformityOf } from './conformity';
import { judgedRun, MIXED, scenarioOf, someJourneys } from './conformity.fixture';
import { conformitySentence, deviationsSentence, notHolding } from './sentences';

/** The last of these runs, all of them recorded. */
function conformityAfter(...runs: [Run, ...Run[]]): Conformity {
  const last = runs.at(-1) ?? runs[0];
  return conformityOf(last, historyOf(...runs).lineOf(last));
}

const stepsOf = ({ promises }: Pick<Conformity, 'promises'>): string[] => promises.map(({ step }) => step);
const promise = ({ promises }: Conformity, wanted: string) =>
  promises.find(({ step }) => step === wanted) ?? assert.fail(`no promise ${wanted}`);

describe('a run of all ten journeys', () => {
  test('has the 66 promises of the document in its order, each with the operation it is for', () => {
    const conformity = conformityOf(judgedRun(), null);
    assert.equal(conformity.promises.length, 66);
    assert.deepEqual([stepsOf(conformity)[0], stepsOf(conformity)[65]], ['1.1', '10.6']);
    assert.deepEqual(
      conformity.promises.map(({ operation }) => operation),
      DOCUMENTED_COMMANDS.map(([, operation]) => operation),
    );
    const { title, command } = promise(conformity, '2.6');
    assert.deepEqual([title, command], ['Pausar instância', 'dumont instance pause <instance_id>']);
    assert.deepEqual([conformity.target, conformity.cli], ['sandbox embutido', 'embutida']);
  });

  test('says in one sentence that all hold', () => {
    const conformity = conformityOf(judgedRun(), null);
    assert.equal(conformitySentence(conformity), 'As 66 promessas valem');
    assert.equal(deviationsSentence(conformity), '');
    assert.deepEqual(notHolding(conformity), []);
  });

  test('counts each verdict, and gives what does not hold by criticality, causes first', () => {
    const conformity = conformityOf(
      judgedRun({ ...MIXED, '1.2': { verdict: 'unverified' }, '7.1': { verdict: 'cli-deviates' } }),
      null,
    );
    assert.deepEqual(conformity.totals, {
      documented: 66,
      inRun: 66,
      holds: 60,
      'cli-deviates': 2,
      'api-deviates': 1,
      unverified: 3,
      changed: null,
    });
    assert.equal(conformitySentence(conformity), '60 de 66 promessas valem');
    assert.equal(deviationsSentence(conformity), '2 divergem na CLI, 1 diverge na API e 3 não foram verificadas');
    assert.deepEqual(
      notHolding(conformity).map((group) => [group.criticality, stepsOf(group)]),
      [
        ['alta', ['2.3', '1.2', '2.4', '10.6']],
        ['média', ['9.4']],
        ['baixa', ['7.1']],
      ],
    );
  });

  test('without any verdict, nothing holds and nothing is missing', () => {
    const run = judgedRun();
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      for (const step of scenarioOf(run, number)?.attempts.at(-1)?.steps ?? []) step.notes = [];
    }
    const conformity = conformityOf(run, null);
    assert.deepEqual([conformity.totals.inRun, conformity.totals.unverified], [66, 66]);
    assert.equal(conformitySentence(conformity), 'Nenhuma das 66 promessas foi verificada');
    assert.match(promise(conformity, '5.1').reason, /não trazem o veredito/);
  });
});

describe('a promise without a verdict', () => {
  test('whose scenario did not run, was skipped or has no end is not verified, and says which', () => {
    const run = judgedRun();
    const again = (number: number, change: (attempt: Attempt) => Attempt[]): void => {
      const scenario = scenarioOf(run, number) ?? assert.fail();
      scenario.attempts = scenario.attempts.flatMap(change);
    };
    const silent = (step: Step): Step => ({ ...step, notes: [] });
    const skipped: Note = { kind: 'skipped', cause: 'destructive', text: 'cria ou destrói recursos.' };
    again(1, () => []);
    again(2, (attempt) => [
      { ...attempt, steps: attempt.steps.map((step) => ({ ...step, status: 'SKIPPED', notes: [skipped] })) },
    ]);
    again(3, (attempt) => [{ ...attempt, durationMs: null, steps: attempt.steps.map(silent) }]);
    const conformity = conformityOf(run, null);
    assert.match(promise(conformity, '1.1').reason, /não chegou a rodar/);
    assert.equal(promise(conformity, '2.9').reason, 'O cenário da jornada foi pulado: cria ou destrói recursos.');
    assert.match(promise(conformity, '3.1').reason, /não chegou ao fim/);
    assert.equal(conformity.totals.unverified, 5 + 9 + 8);
  });

  test('or with one that nobody knows never holds', () => {
    const run = judgedRun({ '1.1': { verdict: 'perfect' as 'holds' } });
    assert.equal(promise(conformityOf(run, null), '1.1').verdict, 'unverified');
  });

  test('says what it waits for where the note gives no reason', () => {
    const run = judgedRun({ '2.4': { verdict: 'unverified', waitsFor: '2.3' } });
    assert.equal(promise(conformityOf(run, null), '2.4').reason, 'Depende do passo 2.3.');
  });
});

describe('a narrowed run', () => {
  test('says how many of the promises were in it', () => {
    const conformity = conformityOf(judgedRun({}, { features: someJourneys(4) }), null);
    assert.equal(conformitySentence(conformity), 'As 7 promessas valem; de 66, 7 fizeram parte desta execução');
  });

  test('of rules only has none and says nothing', () => {
    const features = {
      'features/02_instance_lifecycle/pausa.feature':
        '# language: pt\nFuncionalidade: x\n  Cenário: y\n    Quando executo `dumont auth me`\n',
    };
    const conformity = conformityOf(judgedRun({}, { features }), null);
    assert.deepEqual([conformity.totals.inRun, conformity.totals.documented], [0, 66]);
    assert.equal(conformitySentence(conformity), null);
  });

  test('that was a dry run judges nothing', () => {
    assert.deepEqual(conformityOf({ ...judgedRun(), dryRun: true }, null).promises, []);
  });
});

describe('beside earlier runs', () => {
  const deviating = { '2.3': { verdict: 'cli-deviates' } } as const;
  const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1) + minute * 60_000);

  test('a promise knows since when it is as it is, and how many changed', () => {
    const conformity = conformityAfter(
      judgedRun({}, { minute: 0 }),
      judgedRun(deviating, { minute: 1 }),
      judgedRun({ ...deviating, '2.4': { verdict: 'unverified' } }, { minute: 2 }),
    );
    assert.deepEqual(promise(conformity, '2.3').since, at(1));
    assert.deepEqual(promise(conformity, '2.4').since, at(2));
    assert.deepEqual(promise(conformity, '1.1').since, at(0));
    assert.equal(conformity.totals.changed, 1);
    assert.equal(conformitySentence(conformity), '64 de 66 promessas valem; 1 mudou desde a última execução');
  });

  test('a run that could not verify it does not end the time in which it holds', () => {
    const conformity = conformityAfter(
      judgedRun({}, { minute: 0 }),
      judgedRun({ '2.3': { verdict: 'unverified' } }, { minute: 1 }),
      judgedRun({}, { minute: 2 }),
    );
    assert.deepEqual(promise(conformity, '2.3').since, at(0));
  });

  test('a run of one journey changes and forgets nothing of the others', () => {
    const conformity = conformityAfter(
      judgedRun(deviating, { minute: 0 }),
      judgedRun({}, { minute: 1, features: someJourneys(1), runInfo: { whole: false } }),
      judgedRun(deviating, { minute: 2 }),
    );
    assert.deepEqual(promise(conformity, '2.3').since, at(0));
    assert.equal(conformity.totals.changed, 0);
  });

  test('a run against another target is no past of this one', () => {
    const conformity = conformityAfter(
      judgedRun(deviating, { minute: 0, runInfo: { target: 'https://dumont.example' } }),
      judgedRun({}, { minute: 1 }),
    );
    assert.equal(conformity.totals.changed, null);
    assert.deepEqual(promise(conformity, '2.3').since, at(1));
  });

  test('the commands survive in the history', () => {
    const { last } = historyOf(judgedRun(MIXED));
    assert.equal(last?.spec.commands.get('2.6'), 'dumont instance pause <instance_id>');
    assert.deepEqual(
      ['2.2', '2.3', '2.4', '9.4', '10.6', '10.7', '11.1'].map((step) => last?.verdictOf(step)),
      ['holds', 'cli-deviates', 'unverified', 'api-deviates', 'unverified', null, null],
    );
  });

  test('a line of before there were verdicts is read, and says nothing of them', () => {
    const file = newHistoryFile();
    record(file, judgedRun({}, { minute: 0 }));
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/,"verdicts":\{[^}]*\}/, '')
        .replace(/,"commands":\{[^}]*\}/, ''),
    );
    const run = judgedRun({}, { minute: 1 });
    const line = readHistory(file).lineOf(run);
    assert.deepEqual([line.runs.length, line.runs[0]?.verdictOf('1.1')], [1, null]);
    assert.equal(conformityOf(run, line).totals.changed, null);
  });
});
