import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { conformityOf } from '../conformity/conformity';
import { madeRun } from '../history/testing/made-run';
import type { Run, Scenario } from '../model/run';
import { readRun } from '../read-run';
import { IMG, INJECTIONS, SCRIPT } from '../testing/injections';
import { Probe } from '../testing/probe';
import { rendered, textOf } from '../testing/rendered';
import { SAMPLE } from '../testing/sample';
import { annotations } from './annotations';
import { tellGitHub } from './publish';
import { SUMMARY_LIMIT, stepSummary } from './summary';

const summaryOf = (run: Run, room?: number): string => stepSummary(run, conformityOf(run, null), room);

const tell = (run: Run, env: Readonly<Record<string, string | undefined>>, write: (text: string) => void): void =>
  tellGitHub(run, conformityOf(run, null), env, write);

const SMUGGLER: Readonly<Record<string, string>> = {
  'features/a,b:c%.feature': `# language: pt
Funcionalidade: ::error::nome, com: tudo 100%
  Cenário: ::add-mask::nada
    Dado que falha
`,
  'steps/steps.cjs': `
const { Given } = require('@cucumber/cucumber');
Given('que falha', () => { throw new Error('um\\n::add-mask::dois\\r\\n::set-output name=x::tres\\r::error::quatro 50% \\u001b[31m'); });
`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'dumont-github-'));
const probes = [new Probe(SAMPLE), new Probe(INJECTIONS), new Probe(SMUGGLER)] as const;
after(() => {
  for (const probe of probes) probe.remove();
  rmSync(folder, { recursive: true, force: true });
});

let sample: Run;
let injected: Run;
let smuggled: Run;

async function runOf(probe: Probe, args: string[] = []): Promise<Run> {
  await probe.run(args);
  return readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
}

before(async () => {
  sample = await runOf(probes[0], ['--retry', '1', '--retry-tag-filter', '@instavel']);
  injected = await runOf(probes[1]);
  smuggled = await runOf(probes[2]);
});

/** The run with so many copies of its first failed scenario. */
function withFailures(run: Run, amount: number, name: (index: number) => string): Run {
  const [, journey] = run.journeys;
  const [failed] = journey?.scenarios ?? [];
  assert.ok(journey && failed);
  const copies = Array.from({ length: amount }, (_, index): Scenario => ({ ...failed, key: `k${index}`, name: name(index) }));
  return { ...run, journeys: [{ ...journey, scenarios: copies }] };
}

test('the summary begins with the promises, then the counts, the table of journeys, then the failures folded', async () => {
  const summary = summaryOf(sample);
  const order = [
    'Nenhuma das 2 promessas foi verificada',
    '| 1.1 ',
    '1 de 2 jornadas falhou.',
    '10 cenários: 3 passaram',
    '| Jornada',
    '### Falhas',
    '### Instáveis',
  ];
  const positions = order.map((part) => summary.indexOf(part));
  assert.deepEqual(
    positions,
    [...positions].sort((one, other) => one - other),
  );
  assert.ok(!positions.includes(-1), JSON.stringify(positions));
  const [table = ''] = /<table>.*<\/table>/s.exec(await rendered(summary.slice(summary.indexOf('| Jornada')))) ?? [];
  const rows = table.split('<tr>').map((row) => textOf(row.replaceAll('</td>', ' ; ')).replace(/\s+/g, ' '));
  assert.match(rows[2] ?? '', /^ ?Jornada 1 - Autenticação completa ; ✔ passou ; 3 ; 0 ; 0 ; 0 ; 0 ; 4 ;/);
  assert.match(rows[4] ?? '', /^ ?Total ; ; 3 ; 1 ; 3 ; 2 ; 1 ;/);
  assert.equal(summary.match(/<details>/g)?.length, 5);
  assert.match(summary, /<details><summary>✘ falhou: Jornada 2 › Falhar com uma mensagem de várias linhas<\/summary>\n\n```\n/);
  assert.match(summary, /A API respondeu 404 e não 409\.\n {2}comando: dumont instance get 42\n/);
  assert.match(summary, /Rodar de novo: npx cucumber-js features\/02_alugar\.feature:5\n```\n\n<\/details>/);
  assert.match(summary, /- Jornada 2 › Passar só na segunda tentativa: instável: só passou na tentativa 2/);
});

test('a dry run has no results to sum up, only what is wrong with the steps', async () => {
  probes[0].write('steps/hooks.cjs', "require('@cucumber/cucumber').BeforeAll(() => {});");
  const dry = await runOf(probes[0], ['--dry-run']);
  assert.doesNotMatch(summaryOf(dry), /\| Jornada|passaram|falharam/);
  assert.match(summaryOf(dry), /### Falhas\n\n<details><summary>\? passo sem definição: /);
  assert.deepEqual(
    annotations(dry).map((line) => line.slice(0, 50)),
    ['::error file=features/02_alugar.feature,line=11,ti', '::error file=features/02_alugar.feature,line=15,ti'],
  );
});

test('nothing from a feature or an error is markup in the summary', async () => {
  const summary = summaryOf(injected);
  const html = await rendered(summary.replace(/^<details><summary>(.*)<\/summary>$/gm, '$1').replaceAll('\n</details>\n', '\n'));
  const elements = new Set((html.match(/<\/?[a-z0-9]+/gi) ?? []).map((tag) => tag.replace('/', '')));
  const ours = ['<h2', '<h3', '<p', '<table', '<thead', '<tbody', '<tr', '<th', '<td', '<strong', '<pre', '<code'];
  assert.deepEqual(
    [...elements].filter((element) => !ours.includes(element)),
    [],
  );
  const raw = summary.match(/^<details>.*$/gm) ?? [];
  assert.ok(raw.length > 0);
  for (const line of raw) assert.match(line, /^<details><summary>[^<>]*<\/summary>$/);
  assert.ok(textOf(html).includes(`Falhar ${IMG}`));
  assert.ok(textOf(html).includes(SCRIPT));
});

test('a summary keeps within its room in bytes, whole entries only, and says how many it left out', () => {
  const many = withFailures(sample, 5000, (index) => `Cenário ${index} ${'ção'.repeat(60)}`);
  for (const room of [SUMMARY_LIMIT, 20_000, 2000]) {
    const summary = summaryOf(many, room);
    assert.ok(Buffer.byteLength(summary) <= room, `${Buffer.byteLength(summary)} > ${room}`);
    const entries = summary.match(/<details>/g)?.length ?? 0;
    assert.equal(summary.match(/<\/details>/g)?.length ?? 0, entries);
    assert.ok(entries < 5000);
    assert.match(
      summary,
      new RegExp(`${(5000 - entries).toLocaleString('pt-BR')} falhas não couberam aqui; os relatórios têm todas\\.`),
    );
  }
  assert.ok(Buffer.byteLength(summaryOf(many)) > SUMMARY_LIMIT * 0.9);
});

test('very many journeys do not take the room of the failures', () => {
  const [journey] = sample.journeys;
  assert.ok(journey);
  const many = { ...sample, journeys: [...Array.from({ length: 9000 }, () => journey), ...sample.journeys] };
  const summary = summaryOf(many);
  assert.ok(Buffer.byteLength(summary) < SUMMARY_LIMIT);
  assert.match(summary, /jornadas não couberam nesta tabela\./);
  assert.equal(summary.match(/<details>/g)?.length, 5);
});

test('each failed scenario is an error at its line, an unstable one a warning', () => {
  const lines = annotations(sample);
  assert.deepEqual(
    lines.map((line) => line.slice(0, line.indexOf('::', 2))),
    [
      '::error file=features/02_alugar.feature,line=5,title=Jornada 2 › Falhar com uma mensagem de várias linhas',
      '::error file=features/02_alugar.feature,line=11,title=Jornada 2 › Ter um passo sem definição',
      '::error file=features/02_alugar.feature,line=15,title=Jornada 2 › Ter um passo ambíguo',
      '::error file=features/02_alugar.feature,line=18,title=Jornada 2 › Ter um passo pendente',
      '::error file=features/02_alugar.feature,line=30,title=Jornada 2 › Falhar na limpeza',
      '::warning file=features/02_alugar.feature,line=26,title=Jornada 2 › Passar só na segunda tentativa',
    ],
  );
  assert.match(lines[0] ?? '', /::falhou%0AEntão a API responde 409 {2}\(features\/02_alugar\.feature:8\)%0AA API respondeu 404/);
});

test('an error message smuggles no workflow command, and each annotation is one line', () => {
  const lines = annotations(smuggled);
  assert.equal(lines.length, 1);
  const [line = ''] = lines;
  for (const control of ['\r', '\n', '\u001b']) assert.ok(!line.includes(control));
  assert.ok(
    line.startsWith(
      '::error file=features/a%2Cb%3Ac%25.feature,line=3,title=%3A%3Aerror%3A%3Anome%2C com%3A tudo 100%25 › %3A%3Aadd-mask%3A%3Anada::',
    ),
  );
  assert.match(line, /um%0A::add-mask::dois%0A::set-output name=x::tres␍::error::quatro 50%25 ␛\[31m/);
});

test('GitHub is given ten errors and told how many more there are', () => {
  const lines = annotations(withFailures(sample, 25, (index) => `Cenário ${index}`));
  assert.equal(lines.filter((line) => line.startsWith('::error ')).length, 10);
  assert.equal(lines.length, 11);
  assert.equal(
    lines[10],
    '::notice title=Nem tudo coube::Mais 15 falhas não têm anotação; o resumo e os relatórios têm todas as linhas.',
  );
});

test('what fails outside the scenarios is told first', () => {
  const failed: Run = {
    ...sample,
    parseErrors: [{ uri: 'features/x.feature', message: '(7:1): inconsistent cell count within the table' }],
    hookFailures: [
      {
        when: 'BeforeAll',
        location: 'support/hooks.ts:20',
        error: { type: 'Error', message: 'sem porta', stack: null },
        times: 1,
      },
    ],
    gaps: ['parte-2.ndjson está cortado.'],
  };
  const lines = annotations(failed);
  assert.equal(
    lines[0],
    '::error file=features/x.feature,line=7,title=Feature ilegível::as linhas da tabela não têm o mesmo número de células',
  );
  assert.match(lines[1] ?? '', /^::error file=support\/hooks\.ts,line=20,title=A preparação da execução falhou::.*sem porta$/);
  assert.ok(lines.includes('::warning title=Execução incompleta::parte-2.ndjson está cortado.'));
  assert.match(
    summaryOf(failed),
    /```\nfeatures\/x\.feature:7: as linhas .*\nsupport\/hooks\.ts:20: .*sem porta\nparte-2\.ndjson está cortado\.\n```/,
  );
});

test('in GitHub the summary goes to the end of the file and the annotations to the output', () => {
  const file = path.join(folder, 'summary.md');
  writeFileSync(file, 'antes\n');
  let printed = '';
  tell(sample, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file }, (text) => {
    printed += text;
  });
  assert.equal(readFileSync(file, 'utf8'), `antes\n${summaryOf(sample)}\n`);
  assert.equal(
    printed,
    annotations(sample)
      .map((line) => `${line}\n`)
      .join(''),
  );
});

test('what was written before leaves less room', () => {
  const file = path.join(folder, 'full.md');
  writeFileSync(file, 'x'.repeat(SUMMARY_LIMIT - 3000));
  tell(
    withFailures(sample, 100, (index) => `Cenário ${index}`),
    { GITHUB_STEP_SUMMARY: file },
    () => {},
  );
  const size = readFileSync(file).length;
  assert.ok(size > SUMMARY_LIMIT - 3000 && size <= SUMMARY_LIMIT, String(size));
});

test('elsewhere nothing is written and nothing is printed', () => {
  tell(sample, {}, () => assert.fail('printed'));
});

test('a summary that cannot be written is told as a warning, and an output that is gone is no failure', () => {
  let printed = '';
  tell(sample, { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(folder, 'não', 'existe.md') }, (text) => {
    printed += text;
  });
  assert.match(
    printed,
    /^::warning title=Sem resumo::O resumo da execução não pôde ser gravado: ENOENT\. O resultado não muda\.\n/,
  );
  tell(sample, { GITHUB_ACTIONS: 'true' }, () => {
    throw new Error('EPIPE');
  });
});

test('a message that says how to run the scenario again is not told so twice', () => {
  const again = 'npx cucumber-js features/01_um.feature:1';
  const summary = summaryOf(madeRun(0, [{ name: 'a', is: 'f', error: `A API respondeu 500.\n\n  de novo:   ${again}` }]));
  assert.equal(summary.split(again).length, 2);
});
