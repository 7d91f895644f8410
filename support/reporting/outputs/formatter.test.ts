import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { conformityOf } from '../conformity/conformity';
import { renderPage } from '../cucumber-html-reporter/render';
import { stepSummary } from '../github/summary';
import { madeRun } from '../history/testing/made-run';
import { readRun } from '../read-run';
import { Probe, type ProbeResult } from '../testing/probe';
import { SAMPLE } from '../testing/sample';
import { deal } from '../testing/shards';
import { SIX } from '../testing/six';
import { writeOutputs } from './write-outputs';

const REPORTING = path.dirname(__dirname);
const LIVE = {
  format: [
    path.join(REPORTING, 'terminal/formatter.cjs'),
    ['message', 'reports/messages.ndjson'],
    [path.join(REPORTING, 'outputs/formatter.cjs'), 'reports/resumo.json'],
  ],
  formatOptions: { reportsFolder: 'reports' },
  retry: 1,
  retryTagFilter: '@instavel',
};
const NOW = new Date('2026-03-02T12:00:00Z');

/** What people read of an HTML page: without style, script and tags. */
function readable(page: string): string {
  return page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('a run of six scenarios', () => {
  const probe = new Probe(SIX, LIVE);
  let result: ProbeResult;
  before(async () => {
    result = await probe.run();
  });
  after(() => probe.remove());

  test('leaves every output, and says nothing on the error channel', () => {
    assert.equal(result.stderr, '');
    assert.equal(result.exitCode, 1);
    assert.deepEqual(readdirSync(path.join(probe.folder, 'reports')).sort(), [
      'cobertura.json',
      'cobertura.md',
      'conformidade.json',
      'conformidade.junit.xml',
      'conformidade.md',
      'documentacao',
      'documentacao.html',
      'history.jsonl',
      'jornadas.md',
      'junit.xml',
      'messages.ndjson',
      'painel',
      'resumo.json',
    ]);
  });

  test('has the same counts wherever they are told: 3 passed, 1 failed, 1 not automated, 1 unstable', () => {
    const sentence = '6 cenários: 3 passaram, 1 instável, 1 falhou e 1 não está automatizado';
    assert.ok(result.stdout.includes(sentence), 'terminal');
    const run = readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
    const pages = {
      front: probe.read('reports/documentacao/index.html'),
      journey: probe.read('reports/documentacao/01_seis.html'),
      single: probe.read('reports/documentacao.html'),
      dashboard: probe.read('reports/painel/index.html'),
      compatible: renderPage(run),
    };
    for (const [name, page] of Object.entries(pages)) assert.ok(readable(page).includes(sentence), name);
    assert.ok(probe.read('reports/jornadas.md').includes(sentence), 'jornadas.md');
    assert.ok(stepSummary(run, conformityOf(run, null)).includes(sentence), 'step summary');

    const counts = { passed: 3, flaky: 1, failed: 1, undefined: 1, broken: 0, skipped: 0, 'not-run': 0 };
    const { totals } = JSON.parse(probe.read('reports/resumo.json')) as { totals: Record<string, number> };
    assert.deepEqual(Object.fromEntries(Object.keys(counts).map((group) => [group, totals[group]])), counts);
    assert.equal(totals.scenarios, 6);
    const junit = probe.read('reports/junit.xml');
    assert.match(junit, /^<\?xml [^>]*>\n<testsuite name="Cucumber" time="[\d.]+" tests="6" skipped="0" failures="2" errors="0"/);
    assert.equal(junit.match(/<failure type="[^"]+" message="[^"]+">/g)?.length, 2);
    const scenarios = probe.read('reports/documentacao/cenarios.html');
    const states = ['passou', 'instável', 'falhou', 'passo sem definição'];
    const rows = readable(scenarios);
    for (const state of states) assert.ok(rows.includes(state), `cenarios.html tells ${state}`);
  });
});

describe('the same outputs, from the streams', () => {
  const probe = new Probe({ ...SAMPLE, 'features/03_seis.feature': SIX['features/01_seis.feature'] ?? '' }, LIVE);
  after(() => probe.remove());

  /** Every file below a folder, by its path, but for what only the writing moment tells. */
  function contents(folder: string): Record<string, string> {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    return Object.fromEntries(files.sort().map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  }

  test('shards give byte for byte what one run would have', async () => {
    await probe.run();
    const whole = path.join(probe.folder, 'reports/messages.ndjson');
    const shards = deal(readFileSync(whole, 'utf8'), 3).map((stream, index) => {
      probe.write(`shards/${index}.ndjson`, stream);
      return path.join(probe.folder, `shards/${index}.ndjson`);
    });
    const made = (name: string, files: readonly string[]): Record<string, string> => {
      const folder = path.join(probe.folder, name);
      const { failures } = writeOutputs(readRun(files), { folder, now: NOW, env: {} });
      assert.deepEqual(failures, []);
      return contents(folder);
    };
    const expected = made('of-one', [whole]);
    assert.ok(Object.keys(expected).length > 10);
    const merged = made('of-three', shards);
    assert.deepEqual(Object.keys(merged), Object.keys(expected));
    for (const [name, content] of Object.entries(expected)) assert.ok(merged[name] === content, `${name} is not the same`);
  });
});

test('a dry run exports what is promised, without results, and is not remembered', async () => {
  const probe = new Probe(SAMPLE, LIVE);
  try {
    const { stderr } = await probe.run(['--dry-run']);
    assert.equal(stderr, '');
    assert.ok(!existsSync(path.join(probe.folder, 'reports/history.jsonl')));
    const page = readable(probe.read('reports/documentacao/01_entrar.html'));
    assert.match(page, /Entrar e sair/);
    assert.doesNotMatch(page, /passou|falhou|pulado/);
    assert.doesNotMatch(probe.read('reports/jornadas.md'), /✔|✘|passou|falhou/);
  } finally {
    probe.remove();
  }
});

test('a feature that cannot be read leaves the documentation of the last run alone', async () => {
  const probe = new Probe(SIX, LIVE);
  try {
    await probe.run();
    const before = probe.read('reports/documentacao/index.html');
    probe.write('features/02_errada.feature', '# language: pt\nFuncionalidade x\n');
    const { exitCode } = await probe.run();
    assert.equal(exitCode, 1);
    assert.equal(probe.read('reports/documentacao/index.html'), before);
  } finally {
    probe.remove();
  }
});

test('what somebody put among the pages stays, pages that are no longer made go', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-outputs-'));
  try {
    const pages = path.join(folder, 'documentacao');
    writeOutputs(madeRun(0, [{ name: 'a' }]), { folder, now: NOW, env: {} });
    writeFileSync(path.join(pages, '99_antiga.html'), readFileSync(path.join(pages, 'index.html')));
    writeFileSync(path.join(pages, 'meu.html'), '<html>de outra pessoa</html>');
    writeOutputs(madeRun(1, [{ name: 'a' }]), { folder, now: NOW, env: {} });
    assert.ok(existsSync(path.join(pages, 'meu.html')));
    assert.ok(!existsSync(path.join(pages, '99_antiga.html')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what cannot be written is told in one sentence each, the rest is written, and the result stands', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-outputs-'));
  const probe = new Probe(SIX, LIVE);
  return probe
    .run()
    .then(() => {
      mkdirSync(path.join(folder, 'jornadas.md'));
      writeFileSync(path.join(folder, 'jornadas.md/ocupado'), '');
      const run = readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
      const { paths, failures } = writeOutputs(run, { folder, now: NOW, env: {} });
      assert.equal(failures.length, 1);
      assert.match(failures[0] ?? '', /^jornadas\.md não pôde ser gravado: E\w+ em .*jornadas\.md.*\.$/);
      assert.ok(paths.includes('documentacao') && paths.includes('painel') && !paths.includes('jornadas.md'));
    })
    .finally(() => {
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true, force: true });
      probe.remove();
    });
});

test('a history that cannot be written is told in whole sentences', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-outputs-'));
  mkdirSync(path.join(folder, 'history.jsonl'));
  try {
    const { failures } = writeOutputs(madeRun(0, [{ name: 'a' }]), { folder, now: NOW, env: {} });
    assert.equal(failures.length, 1);
    assert.match(failures[0] ?? '', /não consegui gravar .* \(EISDIR\)\.$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
