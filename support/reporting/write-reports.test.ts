import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type ProgramResult, runPreloaded } from '../testing/preloaded';
import { pageTest } from './testing/browser';
import { Probe } from './testing/probe';
import { SIX } from './testing/six';

describe('npm run reports', () => {
  const probe = new Probe(SIX);
  before(() => probe.run());
  after(() => probe.remove());

  function reports(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProgramResult> {
    return runPreloaded({
      program: path.join(__dirname, 'write-reports.ts'),
      args,
      cwd: probe.folder,
      env: { PATH: process.env.PATH ?? '', HOME: probe.folder, ...env },
    });
  }

  test('without a file it takes the messages of the last run, and everything goes beside them', async () => {
    const { exitCode, stdout, stderr } = await reports([]);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^A jornada falhou\.\n6 cenários: 3 passaram, 2 falharam e 1 não está automatizado\nRelatórios: reports\/history\.jsonl, /,
    );
    assert.equal(exitCode, 0);
    for (const name of [
      'documentacao/index.html',
      'painel/index.html',
      'jornadas.md',
      'cobertura.json',
      'resumo.json',
      'junit.xml',
      'cucumber.html',
    ]) {
      assert.ok(existsSync(path.join(probe.folder, 'reports', name)), name);
    }
  });

  test('a cut file is used, and that it is cut is said where a person reads and on the pages', async () => {
    const whole = probe.read('reports/messages.ndjson');
    probe.write('parte.ndjson', whole.slice(0, Math.floor(whole.length * 0.8)));
    const { exitCode, stderr } = await reports(['parte.ndjson', '--out', 'cortado']);
    assert.match(
      stderr,
      /^parte\.ndjson está cortado na linha \d+: o que vem antes foi aproveitado, o fim da execução não está nele\.\n$/,
    );
    assert.equal(exitCode, 0);
    assert.match(probe.read('cortado/documentacao/index.html'), /parte\.ndjson está cortado/);
    assert.match(probe.read('cortado/painel/index.html'), /parte\.ndjson está cortado/);
  });

  pageTest('prints the documentation as PDF when it is asked to', async () => {
    const { exitCode, stderr } = await reports(['--pdf', '--out', 'com-pdf']);
    assert.equal(stderr, '');
    assert.equal(exitCode, 0);
    const pdf = readFileSync(path.join(probe.folder, 'com-pdf/documentacao.pdf'));
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.match(pdf.subarray(-8).toString(), /%%EOF/);
  });

  test('without a Chromium the PDF is missed in one sentence, and the rest is there', async () => {
    const { exitCode, stderr } = await reports(['--pdf', '--out', 'sem-pdf'], { CHROME_PATH: '/nonexistent/chromium' });
    assert.equal(
      stderr,
      'O PDF não foi feito: CHROME_PATH="/nonexistent/chromium" não é um programa que se possa executar; instale um navegador, ou tire --pdf.\n',
    );
    assert.equal(exitCode, 1);
    assert.ok(existsSync(path.join(probe.folder, 'sem-pdf/documentacao.html')));
  });

  test('inside GitHub Actions the step gets its summary, and each failure its annotation', async () => {
    const summary = path.join(probe.folder, 'summary.md');
    const { stdout } = await reports(['--out', 'no-github'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
    assert.match(stdout, /^::error file=features\/01_seis\.feature,line=\d+,/m);
    assert.match(readFileSync(summary, 'utf8'), /6 cenários: 3 passaram/);
  });

  const MISUSES: readonly [what: string, args: readonly string[], sentence: RegExp, env?: Readonly<Record<string, string>>][] = [
    ['a file that is not there', ['nada.ndjson'], /^nada\.ndjson não existe; confira o caminho\.\n$/],
    [
      'no run yet',
      [],
      /^nada\/messages\.ndjson não existe; rode antes npx cucumber-js, ou informe os arquivos\.\n$/,
      { DUMONT_REPORTS: 'nada' },
    ],
    ['a file of something else', ['cucumber.json'], /^cucumber\.json não traz as mensagens de uma execução; informe o arquivo /],
    [
      'an unknown option',
      ['--pfd'],
      /^Não conheço a opção --pfd \(você quis dizer --pdf\?\); veja npm run reports -- --help\.\n$/,
    ],
    ['an option without its value', ['--out'], /^A opção --out pede um valor; veja npm run reports -- --help\.\n$/],
    [
      'a wrong address to edit at',
      [],
      /^DUMONT_EDIT_URL não pode ter \{arquivo\}/,
      { DUMONT_EDIT_URL: 'https://example.com/{arquivo}' },
    ],
  ];
  for (const [what, args, sentence, env] of MISUSES) {
    test(`${what} is misuse: one sentence, exit code 2, nothing written`, async () => {
      const { exitCode, stdout, stderr } = await reports(args, env);
      assert.match(stderr, sentence);
      assert.equal(stdout, '');
      assert.equal(exitCode, 2);
      assert.ok(!existsSync(path.join(probe.folder, 'nada')));
    });
  }

  test('--help is in Portuguese and does nothing', async () => {
    const { exitCode, stdout } = await reports(['--help']);
    assert.match(stdout, /^Refaz os relatórios a partir das mensagens/);
    assert.equal(exitCode, 0);
  });
});
