import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { FoundUnspoken } from '../../shared/messages/note';
import { temporaryFolder } from '../../testing/temporary-folder';
import { conformityOf } from '../conformity/conformity';
import { judgedRun, type Said, scenarioOf, someJourneys } from '../conformity/conformity.fixture';
import { promisesIn } from '../conformity/promises';
import { madeRun } from '../history/testing/made-run';
import type { Run, Scenario, Step } from '../model/run';
import { documentedSteps } from '../model/stanzas';
import { compareDeviations, type DeviationReport } from './compare';
import { differingIn } from './deviation';
import { type KnownDeviations, readKnown, writeKnown } from './known-file';
import { deviationsMarkdown } from './markdown';
import { amounts, countsOf } from './sentences';

const PLACE = { target: 'https://dumont.example', cli: 'dumont' };

/** A run in which these promises deviate: each by the step with this text, or by none. */
function deviatingRun(said: Said, failing: Readonly<Record<string, string>> = {}): Run {
  const run = judgedRun(said, { runInfo: PLACE });
  run.succeeded = false;
  for (const [step, text] of Object.entries(failing)) {
    const [journey = 0, stanza = 0] = step.split('.').map(Number);
    const scenario = scenarioOf(run, journey) ?? assert.fail();
    const failed = documentedSteps(scenario)[stanza - 1]?.steps.find((one) => one.text === text) ?? assert.fail(text);
    fail(scenario, failed);
  }
  return run;
}

/** Attempts are taken for ended as they are: one that is changed has to be another. */
function fail(scenario: Scenario, step: Step): void {
  Object.assign(step, { status: 'FAILED', error: { type: 'Error', message: 'x', stack: null } });
  scenario.attempts = scenario.attempts.map((attempt) => ({ ...attempt }));
}

function found(said: Said, failing: Readonly<Record<string, string>>): string[][] {
  const run = deviatingRun(said, failing);
  return differingIn(run, promisesIn(run)).deviations.map(({ subject, wanted, found: text }) => [subject, wanted, text]);
}

function signatureOf(text: string, verdict: 'cli-deviates' | 'api-deviates' = 'cli-deviates'): string {
  const run = deviatingRun({ '2.3': { verdict, text } }, { '2.3': 'a API responde 201' });
  const [deviation] = differingIn(run, promisesIn(run)).deviations;
  return deviation?.signature ?? assert.fail();
}

function noteFinding(
  run: Run,
  journey: number,
  { cause = 'unexpected', command = null, sentence }: Partial<FoundUnspoken>,
): void {
  const steps = scenarioOf(run, journey)?.attempts.at(-1)?.steps ?? assert.fail();
  const [first] = steps;
  if (!first) assert.fail();
  const finding: FoundUnspoken = { kind: 'finding', cause, command, sentence: sentence ?? '', text: '' };
  steps.push({
    ...first,
    kind: 'after',
    text: '',
    status: 'FAILED',
    error: { type: 'Error', message: 'y', stack: null },
    notes: [finding],
  });
}

const knownOf = (run: Run): KnownDeviations => {
  const folder = temporaryFolder('known');
  const { fresh } = compared(run, null);
  writeKnown(folder, PLACE, { kept: new Set(), fresh });
  return readKnown(folder, PLACE) ?? assert.fail();
};

function compared(run: Run, known: KnownDeviations | null): DeviationReport {
  return compareDeviations(run, promisesIn(run), known);
}

const RENT: Said = { '2.3': { verdict: 'cli-deviates', text: 'A API respondeu 404 e não 201.' } };
const RENT_STEP = { '2.3': 'a API responde 201' };

describe('what differs', () => {
  test('is each promise that deviates, by the step that does not hold; what is not verified is no deviation', () => {
    const said: Said = { ...RENT, '2.4': { verdict: 'unverified', waitsFor: '2.3', text: 'espera pelo passo 2.3' } };
    assert.deepEqual(found(said, { ...RENT_STEP, '2.4': 'a API responde 200' }), [
      ['2.3', 'a API responde 201', 'A API respondeu 404 e não 201.'],
    ]);
  });

  test('is each rule that fails, by its step, and says nothing of the environment', () => {
    const run = madeRun(
      0,
      [
        { name: 'vale' },
        { name: 'difere', is: 'f', error: 'A API respondeu 500 e não 404.\n\n  comando: x' },
        { name: 'sem rede', is: 'b' },
        { name: 'sem passo', is: 'u' },
      ],
      PLACE,
    );
    const { deviations, otherFailures } = differingIn(run, []);
    assert.deepEqual(
      deviations.map(({ wanted, found: text, verdict }) => [wanted, text, verdict]),
      [['que difere', 'A API respondeu 500 e não 404.', null]],
    );
    assert.deepEqual(
      otherFailures.map(({ name }) => name),
      ['sem rede', 'sem passo'],
    );
  });

  test('has an unexpected error beside what is known of the same command, and never what was left running', () => {
    const run = deviatingRun(RENT, RENT_STEP);
    const known = knownOf(run);
    assert.deepEqual([compared(run, known).fresh.length, compared(run, known).known.length], [0, 1]);
    noteFinding(run, 2, {
      command: 'dumont instance pause <instance_id>',
      sentence: 'a API respondeu 500, e nenhum passo fala disso',
    });
    const worse = compared(run, known);
    assert.deepEqual(
      worse.fresh.map(({ subject, found: text }) => [subject, text]),
      [['2.6', 'a API respondeu 500, e nenhum passo fala disso']],
    );
    assert.deepEqual(worse.otherFailures, []);
    noteFinding(run, 2, { cause: 'cleanup', sentence: 'não consegui desfazer o que o cenário criou' });
    assert.deepEqual([compared(run, known).fresh.length, compared(run, known).otherFailures.length], [1, 1]);
  });

  test('keeps its signature while ids, times and numbers differ, and only then', () => {
    const first = signatureOf('A API respondeu 404 em http://127.0.0.1:4711/api: a instância 17f3a9c2 ficou "stopped" por 3 s.');
    assert.equal(
      first,
      signatureOf('A API respondeu 404 em http://127.0.0.1:9/api/x: a instância 9b01d2e7 ficou "stopped" por 12 s.'),
    );
    for (const other of [
      signatureOf('A API respondeu 500 em http://127.0.0.1:4711/api: a instância 17f3a9c2 ficou "stopped" por 3 s.'),
      signatureOf('A API respondeu 404 em http://127.0.0.1:4711/api: a instância 17f3a9c2 ficou "failed" por 3 s.'),
      signatureOf(
        'A API respondeu 404 em http://127.0.0.1:4711/api: a instância 17f3a9c2 ficou "stopped" por 3 s.',
        'api-deviates',
      ),
    ])
      assert.notEqual(first, other);
  });
});

describe('beside the list', () => {
  test('known, new, healed and not verified are told apart', () => {
    const before = deviatingRun(
      {
        ...RENT,
        '2.9': { verdict: 'api-deviates', text: 'A API respondeu 500 e não 200.' },
        '9.4': { verdict: 'cli-deviates', text: 'A CLI não pediu nada.' },
      },
      { ...RENT_STEP, '2.9': 'a API responde 200', '9.4': 'a API responde 200' },
    );
    const known = knownOf(before);
    const now = deviatingRun(
      {
        ...RENT,
        '2.9': { verdict: 'unverified', waitsFor: '2.3', text: '…' },
        '1.3': { verdict: 'cli-deviates', text: 'A CLI não conhece.' },
      },
      { ...RENT_STEP, '1.3': 'a API responde 200' },
    );
    const report = compared(now, known);
    assert.deepEqual(
      {
        fresh: report.fresh.map(({ subject }) => subject),
        known: report.known.map(({ deviation }) => deviation.subject),
        healed: report.healed.map(({ subject }) => subject),
        unseen: report.unseen.map(({ subject }) => subject),
      },
      { fresh: ['1.3'], known: ['2.3'], healed: ['9.4'], unseen: ['2.9'] },
    );
    const conformity = conformityOf(now, null, known);
    const standings = Object.fromEntries(
      conformity.promises.flatMap(({ step, standing }) => (standing ? [[step, standing]] : [])),
    );
    assert.deepEqual(standings, { '1.3': 'new', '2.3': 'known', '9.4': 'healed' });
  });

  test('a narrowed run heals nothing that was not in it', () => {
    const known = knownOf(deviatingRun(RENT, RENT_STEP));
    const other = judgedRun({}, { features: someJourneys(4), runInfo: PLACE });
    assert.equal(amounts(countsOf(compared(other, known))), '1 desvio não verificado');
  });

  test('the sandbox with its own CLI has no deviations, whatever is listed', () => {
    const known = knownOf(deviatingRun(RENT, RENT_STEP));
    const { deviations, promises } = conformityOf(judgedRun(RENT), null, known);
    assert.equal(deviations, null);
    assert.ok(promises.every(({ standing }) => standing === null));
  });
});

describe('the file of a target and CLI', () => {
  const file = (folder: string): string => path.join(folder, 'https-dumont-example.dumont.yaml');
  const rent = deviatingRun(RENT, RENT_STEP);
  const other = deviatingRun({ '2.3': { verdict: 'cli-deviates', text: 'A API respondeu 500 e não 201.' } }, RENT_STEP);

  test('is found by what it says, not by its name, and keeps what people wrote in it', () => {
    const folder = temporaryFolder('known');
    assert.equal(readKnown(folder, PLACE), null);
    assert.equal(writeKnown(folder, PLACE, { kept: new Set(), fresh: compared(rent, null).fresh }), file(folder));
    const edited = readFileSync(file(folder), 'utf8')
      .replace('reason: ""', 'reason: versão antiga # até sair a 2.0')
      .replace('owner: ""', 'owner: time da CLI');
    const renamed = path.join(folder, 'producao.yml');
    writeFileSync(renamed, edited);
    writeFileSync(file(folder), 'target: outro\ncli: dumont\ndeviations: []\n');
    const known = readKnown(folder, PLACE) ?? assert.fail();
    assert.deepEqual([known.file, known.entries[0]?.reason, known.entries[0]?.owner], [renamed, 'versão antiga', 'time da CLI']);
    const [entry] = known.entries;
    writeKnown(folder, PLACE, { kept: new Set([entry?.signature ?? '']), fresh: [] });
    assert.equal(readFileSync(renamed, 'utf8'), edited);
  });

  test('hands reason, owner and date on where a promise deviates in another way', () => {
    const folder = temporaryFolder('known');
    writeKnown(folder, PLACE, { kept: new Set(), fresh: compared(rent, null).fresh });
    writeFileSync(file(folder), readFileSync(file(folder), 'utf8').replace('until: ""', 'until: 2027-01-31'));
    const { fresh } = compared(other, readKnown(folder, PLACE));
    writeKnown(folder, PLACE, { kept: new Set(), fresh });
    const [entry, ...more] = readKnown(folder, PLACE)?.entries ?? [];
    assert.deepEqual([entry?.found, entry?.until, more], ['A API respondeu 500 e não 201.', '2027-01-31', []]);
  });

  test('that nobody can understand is a misuse that says where', () => {
    const entry = '- {promise: "2.3", signature: abc}';
    for (const [text, sentence] of [
      ['{', /a linha \d+ não é YAML/],
      ['[]', /faltam target, cli e deviations/],
      ['target: x', /faltam target e cli/],
      ['target: x\ncli: y', /falta a lista deviations/],
      [`target: ${PLACE.target}\ncli: dumont\ndeviations:\n- {promise: 2.3}`, /no 1º desvio, promise não é um texto/],
      [`target: ${PLACE.target}\ncli: dumont\ndeviations:\n${entry}\n- {promise: "2.4"}`, /no 2º desvio, falta signature/],
      [
        `target: ${PLACE.target}\ncli: dumont\ndeviations:\n- {promise: "2.3", signature: abc, until: "31/12"}`,
        /until é "31\/12", e não um dia/,
      ],
    ] as const) {
      const folder = temporaryFolder('known');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'x.yaml'), text);
      assert.throws(() => readKnown(folder, PLACE), sentence);
    }
  });
});

test('the page says what to mend, the most critical journeys first, and what is known of each', () => {
  const before = deviatingRun(
    { ...RENT, '7.1': { verdict: 'api-deviates', text: 'A API respondeu 500 e não 200 <b>.' } },
    { ...RENT_STEP, '7.1': 'a API responde 200' },
  );
  const known = knownOf(deviatingRun(RENT, RENT_STEP));
  const markdown = deviationsMarkdown(conformityOf(before, null, known), new Date(Date.UTC(2026, 0, 1))) ?? '';
  assert.deepEqual(
    markdown.split('\n').filter((line) => /^#{2,3} /.test(line)),
    [
      '## Criticidade alta',
      '### 2.3 `dumont instance create offer_id=<ID> label=test-gpu disk_size=100`',
      '## Criticidade baixa',
      '### 7.1 `dumont metrics savings`',
    ],
  );
  assert.match(markdown, /\*\*1 desvio novo e 1 conhecido\.\*\*/);
  assert.match(
    markdown,
    /- desvio conhecido, diverge na CLI\n- Operação: `createInstance`\n- Prometido: a API responde 201\n- Aconteceu: A API respondeu 404 e não 201\.\n- Falta: sem motivo\n- De novo: `npx cucumber-js features\/02_/,
  );
  assert.ok(markdown.includes('200 \\<b>.'));
  assert.equal(deviationsMarkdown(conformityOf(judgedRun({}, { runInfo: PLACE }), null), null), null);
});
