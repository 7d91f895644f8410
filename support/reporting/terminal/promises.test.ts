import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformityOf } from '../conformity/conformity';
import { judgedRun, MIXED, type Said, someJourneys } from '../conformity/conformity.fixture';
import { historyOf } from '../history/testing/recorded';
import { paletteFor } from './palette';
import { promiseLines, promisesSentence } from './promises';

const palette = paletteFor({}, {});
const mixed = conformityOf(
  judgedRun({ ...MIXED, '2.5': MIXED['2.4'] ?? null }, { minute: 1 }),
  historyOf(judgedRun()).lineOf(judgedRun({}, { minute: 1 })),
);

test('a run in which all hold has one short line', () => {
  const green = conformityOf(judgedRun(), null);
  assert.equal(promisesSentence(green), 'As 66 promessas valem.');
  assert.deepEqual(promiseLines(green, palette), []);
});

test('a run without journeys says nothing of promises', () => {
  const none = conformityOf(judgedRun({}, { features: {} }), null);
  assert.equal(promisesSentence(none), '');
  assert.deepEqual(promiseLines(none, palette), []);
});

test('what deviates is told one by one with its reason, what was not verified by its reason', () => {
  assert.equal(
    promisesSentence(mixed),
    '61 de 66 promessas valem; 5 mudaram desde a última execução · 1 diverge na CLI, 1 diverge na API e 3 não foram verificadas',
  );
  assert.deepEqual(promiseLines(mixed, palette), [
    '✘ 2.3 dumont instance create offer_id=<ID> label=test-gpu disk_size=100  diverge na CLI\n    A CLI pediu POST /instances/rent, e não POST /api/v1/instances.',
    '✘ 9.4 dumont instance migrate <instance_id> target_type=cpu  diverge na API\n    A API respondeu 404 e não 200 | <b>&amp;</b> `x` "y" ␛[31m.',
    '- 2 não foram verificadas  2.4, 2.5\n    Depende do passo 2.3.',
    '- 10.6 dumont agent status  não verificado\n    As mensagens desta execução não trazem o veredito deste comando.',
  ]);
});

test('a part of the journeys says so, and a long list is cut and counted', () => {
  const part = conformityOf(judgedRun({}, { features: someJourneys(4) }), null);
  assert.equal(promisesSentence(part), 'As 7 promessas valem; de 66, 7 fizeram parte desta execução.');
  const all = conformityOf(judgedRun(), null).promises.map(({ step }): [string, Said[string]] => [
    step,
    { verdict: 'cli-deviates', text: 'x' },
  ]);
  const lines = promiseLines(conformityOf(judgedRun(Object.fromEntries(all)), null), palette);
  assert.equal(lines.length, 21);
  assert.equal(lines.at(-1), '  e mais 46 promessas, em conformidade.md');
});
