import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readRun } from '../read-run';
import { browserForTests, pageTest } from '../testing/browser';
import { generateStream } from '../testing/generate-stream';
import { IMG, INJECTIONS, SCRIPT, TEMPLATE } from '../testing/injections';
import { type OpenedPage, openPage } from '../testing/open-page';
import { Probe, type ProbeResult } from '../testing/probe';
import { SAMPLE } from '../testing/sample';
import { renderPage } from './render';

// What the page has in common with the documentation (accessibility, paper, narrow screens, the dark theme, no JavaScript) is tested there.

const browser = browserForTests();

function open(probe: Probe, options = {}): Promise<OpenedPage> {
  return openPage(browser, path.join(probe.folder, 'reports/cucumber.html'), options);
}

describe('the page of a run with every outcome', () => {
  const probe = new Probe(SAMPLE);
  let result: ProbeResult;
  before(async () => {
    result = await probe.run(['--retry', '1', '--retry-tag-filter', '@instavel']);
  });
  after(() => probe.remove());

  test('is whole, alone, and the tool that made it kept quiet', async () => {
    assert.deepEqual(readdirSync(path.join(probe.folder, 'reports')).sort(), ['cucumber.html', 'junit.xml', 'messages.ndjson']);
    assert.match(probe.read('reports/cucumber.html'), /^<!DOCTYPE html>\n<html lang="pt-BR">[\s\S]*<\/html>\s*$/);
    assert.doesNotMatch(result.stdout + result.stderr, /Cucumber HTML report|successfully/);
  });

  pageTest('tells the outcome, what needs attention, each journey under its Regra, and all commands', async () => {
    const { page, pageErrors, close } = await open(probe);
    assert.deepEqual((await page.locator('.verdict .sentence').allTextContents()).slice(0, 2), [
      'Nenhuma das 2 promessas foi verificada.',
      '1 de 2 jornadas falhou.',
    ]);
    assert.deepEqual(await page.locator('article h2').allTextContents(), [
      'Jornada 1 - Autenticação completa',
      'Jornada 2 - Ciclo de vida de uma instância GPU',
    ]);
    assert.equal(await page.locator('.rule > h3').textContent(), 'Regra Sem entrar, ninguém vê nada');
    await page.click('#abrir-todos');
    assert.ok(await page.getByText('1 comando de preparação').first().isVisible(), 'commands that prepare are kept');
    await page.locator('#atencao + .attention a').first().click();
    assert.match(page.url(), /#falhar-/);
    assert.deepEqual(pageErrors, []);
    await close();
  });

  pageTest('shows on request only what did not pass', async () => {
    const { page, close } = await open(probe);
    await page.click('#nao-passaram');
    assert.equal(await page.locator('.scenario.passed').first().isVisible(), false);
    assert.equal(await page.locator('.scenario.failed').first().isVisible(), true);
    await close();
  });
});

describe('hostile text', () => {
  const probe = new Probe(INJECTIONS);
  before(() => probe.run());
  after(() => probe.remove());

  // With the policy bypassed the escaping must hold alone.
  for (const bypassCSP of [false, true]) {
    pageTest(
      `does nothing ${bypassCSP ? 'without' : 'with'} the content security policy, and reads as it was written`,
      async () => {
        const { page, pageErrors, close } = await open(probe, { bypassCSP });
        await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
        assert.equal(await page.evaluate(`'hacked' in window`), false);
        assert.equal(await page.locator('img, i, b[onclick], main script, main style').count(), 0);
        assert.equal(await page.locator('article h2').textContent(), `Jornada 1 - ${IMG}`);
        assert.equal(await page.locator('.rule > h3').textContent(), `Regra ${SCRIPT}`);
        const table = await page.locator('.scenario table.data').first().locator('th, td').allTextContents();
        assert.ok(table.includes(TEMPLATE), table.join());
        assert.deepEqual(pageErrors, []);
        await close();
      },
    );
  }

  pageTest('the policy stops even a script that got in', async () => {
    const { page, pageErrors, close } = await open(probe);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }))`,
    );
    assert.equal(await page.evaluate(`'hacked' in window`), false);
    assert.match(pageErrors.join(), /Content Security Policy/);
    await close();
  });
});

describe('when something is in the way', () => {
  test('without formatOptions.reports the page goes through the stream', async () => {
    const probe = new Probe(SAMPLE, { formatOptions: {} });
    try {
      const { stderr } = await probe.run(['features/01_entrar.feature']);
      assert.equal(stderr, '');
      assert.match(probe.read('reports/cucumber.html'), /<p class="sentence">A jornada passou\.<\/p>[\s\S]*<\/html>\s*$/);
    } finally {
      probe.remove();
    }
  });

  test('a report that cannot be made is one sentence and changes nothing of the outcome', async () => {
    const probe = new Probe(SAMPLE);
    try {
      const { stdout, stderr, exitCode } = await probe.run(['features/01_entrar.feature'], { TMPDIR: '/nowhere' });
      assert.match(
        stderr,
        /^O relatório HTML não pôde ser gravado em reports\/cucumber\.html: ENOENT em \/nowhere\/[^\n]*\. O resultado da execução não muda\.\n$/,
      );
      assert.match(stdout, /A jornada passou\./);
      assert.equal(exitCode, 0);
    } finally {
      probe.remove();
    }
  });

  test('a report deleted during the run is said', async () => {
    const steps = `${SAMPLE['steps/steps.cjs']}
      require('@cucumber/cucumber').AfterAll(() => require('node:fs').rmSync('reports', { recursive: true }));`;
    const probe = new Probe({ ...SAMPLE, 'steps/steps.cjs': steps });
    try {
      const { stderr, exitCode } = await probe.run(['features/01_entrar.feature']);
      assert.match(stderr, /^O relatório HTML não pôde ser gravado: o arquivo foi apagado durante a execução\./);
      assert.equal(exitCode, 0);
    } finally {
      probe.remove();
    }
  });
});

test('of too many scenarios for one page, those that passed are counted and not listed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-many-'));
  try {
    const file = path.join(folder, 'messages.ndjson');
    generateStream(file, 2100);
    const page = renderPage(readRun([file]));
    assert.match(page, /São cenários demais para uma página só/);
    assert.match(page, /2\.100/);
    assert.ok(!page.includes('Alugar a máquina 1-1<'), 'one that passed is not listed');
    assert.ok(page.includes('Alugar a máquina 1-6<'), 'one that failed is');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
