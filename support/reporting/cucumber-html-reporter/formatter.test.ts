import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readRun } from '../read-run';
import { browserForTests, pageTest } from '../testing/browser';
import { generateStream } from '../testing/generate-stream';
import { IMG, INJECTIONS, SCRIPT, TEMPLATE } from '../testing/injections';
import { Probe, type ProbeResult } from '../testing/probe';
import { SAMPLE } from '../testing/sample';
import { renderPage } from './render';

/** What runs inside the page is handed over as text: the suite's own types know no DOM. */
const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';
const ILLEGIBLE_TEXTS = `(${require('../testing/contrast.js')})()`;

const browser = browserForTests();

interface Opened {
  page: Page;
  /** What the page asked for besides itself. */
  requests: string[];
  /** What the console said, and what went wrong. */
  complaints: string[];
}

async function open(probe: Probe, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = pathToFileURL(path.join(probe.folder, 'reports/cucumber.html')).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address, { waitUntil: 'load' });
  return { page, requests, complaints };
}

describe('the page of a run with every outcome', () => {
  const probe = new Probe(SAMPLE);
  let result: ProbeResult;
  before(async () => {
    result = await probe.run(['--retry', '1', '--retry-tag-filter', '@instavel']);
  });
  after(() => probe.remove());

  test('is whole, alone, and the tool that made it kept quiet', () => {
    assert.deepEqual(readdirSync(path.join(probe.folder, 'reports')).sort(), ['cucumber.html', 'junit.xml', 'messages.ndjson']);
    assert.match(probe.read('reports/cucumber.html'), /^<!DOCTYPE html>\n<html lang="pt-BR">[\s\S]*<\/html>\s*$/);
    assert.doesNotMatch(result.stdout + result.stderr, /Cucumber HTML report|successfully/);
  });

  pageTest('asks nothing of anybody and has nothing to complain about', async () => {
    const { page, requests, complaints } = await open(probe);
    await page.click('#abrir');
    assert.deepEqual(requests, []);
    assert.deepEqual(complaints, []);
  });

  pageTest('tells the outcome, the totals and each failure with how to run it again', async () => {
    const { page } = await open(probe);
    assert.equal(await page.locator('h1').textContent(), '1 de 2 jornadas falhou.');
    assert.deepEqual(await page.locator('.totals li').allInnerTexts(), [
      '10 Cenários',
      '3 Passaram',
      '1 Instável',
      '3 Falharam',
      '2 Não automatizados',
      '1 Pulado',
      '5 Comandos',
    ]);
    assert.deepEqual(await page.locator('.failures .again code').allInnerTexts(), [5, 11, 15, 18, 30].map(rerun));
    await page.locator('.failures a').first().click();
    assert.match(page.url(), /#02-alugar--falhar-com-uma-mensagem-de-varias-linhas$/);
  });

  pageTest('keeps the text of the features: Regra, descriptions, Contexto, tables, doc strings, comments as titles', async () => {
    const { page } = await open(probe);
    const journey = page.locator('.journey').first();
    assert.equal(await journey.locator('.rule > h3').textContent(), 'Regra Sem entrar, ninguém vê nada');
    assert.deepEqual(await journey.locator('.description').allTextContents(), [
      'Quem entra vê a própria conta.\nQuem não entra não vê **nada**.',
      'O que é de um não aparece para outro.',
    ]);
    assert.deepEqual(await journey.locator('.background .text').allTextContents(), [
      'que o backend está no ar',
      'que não estou autenticado',
    ]);
    assert.deepEqual(await journey.locator('.stanza').allTextContents(), ['1. Fazer login', '2. Logout']);
    assert.deepEqual(
      await journey
        .locator('table.data tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))),
      [
        ['campo', 'condição'],
        ['token', 'está preenchido'],
        ['a < b & c', 'é "x"'],
      ],
    );
    assert.equal(await journey.locator('pre.doc').textContent(), 'FROM nvidia/cuda\n\n  RUN echo "<b>oi</b>"');
    assert.deepEqual(await journey.locator('.example').first().locator('dd').allTextContents(), [
      'listar instâncias',
      'dumont instance list',
    ]);
    assert.deepEqual(await journey.locator('.tags li').allTextContents(), ['@criticidade-alta', '@jornada']);
  });

  pageTest('shows each command as a transcript, its exchanges folded', async () => {
    const { page } = await open(probe);
    await page.click('#abrir');
    const command = page.locator('.command').first();
    assert.equal(await command.locator('figcaption code').textContent(), 'dumont auth login <email> <password>');
    assert.deepEqual(await command.locator('.ran code').allTextContents(), ['dumont', 'auth', 'login', '<email>', '<password>']);
    assert.match((await command.textContent()) ?? '', /código de saída 0 em 32 ms/);
    assert.equal(await command.locator('pre').textContent(), '{"ok": true, "html": "<b>não</b>"}\n');
    assert.equal(await command.locator('pre').getAttribute('lang'), 'en');
    const exchange = command.getByText('/api/v1/x');
    assert.equal(await exchange.isVisible(), false);
    await command.getByText('1 pedido à API').click();
    assert.equal(await exchange.isVisible(), true);
  });

  pageTest('unfolds what failed, says why what was skipped was, and keeps earlier attempts', async () => {
    const { page } = await open(probe);
    assert.deepEqual(
      await page.locator('details.scenario[open]').evaluateAll((all) => all.map((it) => it.classList.contains('failed'))),
      [true, true, true, true, true],
    );
    assert.ok(await page.locator('.scenario.failed .reason').first().isVisible());
    assert.equal(
      await page.locator('.scenario.skipped .remark').textContent(),
      'cria ou destrói recursos (DUMONT_SKIP_DESTRUCTIVE)',
    );
    assert.equal(await page.locator('.scenario.flaky .remark').textContent(), 'só passou na tentativa 2');
    assert.equal(await page.locator('.attempt > summary').textContent(), 'Tentativa 1 de 2: falhou');
    assert.match((await page.locator('.attempt .reason').textContent()) ?? '', /conexão recusada/);
  });

  pageTest('is readable with JavaScript off: nothing but the buttons is missing, folds open by hand', async () => {
    const { page } = await open(probe, { javaScriptEnabled: false });
    assert.equal(await page.locator('#ferramentas').isVisible(), false);
    await page.locator('.scenario.passed > summary').first().click();
    assert.ok(await page.getByText('1. Fazer login').isVisible());
  });

  pageTest('works by keyboard: the skip link comes first, Enter opens a scenario, a link to one opens it', async () => {
    const { page } = await open(probe);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Ir para as jornadas');
    const scenario = page.locator('details.scenario.passed').first();
    await scenario.locator('> summary').focus();
    await page.keyboard.press('Enter');
    assert.ok(await scenario.getByText('1. Fazer login').isVisible());
    await page.evaluate(`location.hash = '01-entrar--tentar-ver-a-economia-sem-sessao'`);
    await page.locator('[id="01-entrar--tentar-ver-a-economia-sem-sessao"][open]').waitFor();
  });

  pageTest('shows on request only what did not pass', async () => {
    const { page } = await open(probe);
    await page.click('#filtrar');
    assert.equal(await page.locator('.scenario.passed').first().isVisible(), false);
    assert.equal(await page.locator('.scenario.failed').first().isVisible(), true);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    pageTest(`is legible in the ${colorScheme} theme (WCAG AA)`, async () => {
      const { page } = await open(probe, { colorScheme });
      await page.click('#abrir');
      const background = await page.evaluate(BACKGROUND);
      assert.equal(background, colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 24, 29)');
      assert.deepEqual(await page.evaluate(ILLEGIBLE_TEXTS), []);
    });
  }

  pageTest('fits a narrow screen without scrolling sideways', async () => {
    const { page } = await open(probe, { viewport: { width: 320, height: 700 } });
    await page.click('#abrir');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
  });

  for (const javaScriptEnabled of [true, false]) {
    pageTest(`prints black on white with nothing folded, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const { page } = await open(probe, { javaScriptEnabled, colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.evaluate(BACKGROUND), 'rgb(255, 255, 255)');
      for (const text of ['1. Fazer login', '/api/v1/x', 'Dado que a rede falha uma vez'].map((it) =>
        page.getByText(it).first(),
      )) {
        assert.ok(await text.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true })));
      }
      assert.equal(await page.locator('#ferramentas').isVisible(), false);
      assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 10_000);
    });
  }
});

describe('text that wants to be more than text', () => {
  const probe = new Probe(INJECTIONS);
  let result: ProbeResult;
  before(async () => {
    result = await probe.run();
  });
  after(() => probe.remove());

  test('the run is what it should be', () => {
    assert.match(result.stdout, /3 cenários: 1 passou, 1 falhou e 1 foi pulado/);
    assert.match(probe.read('reports/cucumber.html'), /<\/html>\s*$/);
  });

  // With the policy bypassed the escaping must hold alone.
  for (const bypassCSP of [false, true]) {
    pageTest(`does nothing ${bypassCSP ? 'without' : 'with'} the content security policy`, async () => {
      const { page, requests, complaints } = await open(probe, { bypassCSP });
      await page.click('#abrir');
      await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`);
      assert.equal(await page.evaluate(`'hacked' in window`), false);
      assert.equal(await page.locator('img, i, b[onclick], main script, main style').count(), 0);
      assert.deepEqual(requests, []);
      assert.deepEqual(complaints, []);
    });
  }

  pageTest('the policy stops even a script that got in', async () => {
    const { page, complaints } = await open(probe);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }))`,
    );
    assert.equal(await page.evaluate(`'hacked' in window`), false);
    assert.match(complaints.join(), /Content Security Policy/);
  });

  test('the templates put in unescaped only what is ours', () => {
    const raw = ['index.html', 'features.html'].flatMap((file) => {
      const template = readFileSync(path.join(__dirname, 'templates', file), 'utf8');
      return [...template.matchAll(/<%=\s*(.*?)\s*%>/g)].map(([, expression]) => expression);
    });
    assert.deepEqual(raw, ['styles', 'sheet', 'features', 'script']);
  });

  pageTest('is shown exactly as it was written', async () => {
    const { page } = await open(probe);
    const scenario = page.locator('.scenario').first();
    assert.equal(await page.locator('.journey h2').textContent(), `Jornada 1 - ${IMG}`);
    assert.equal(await page.locator('.rule > h3').textContent(), `Regra ${SCRIPT}`);
    assert.equal(await page.locator('.intro .description').textContent(), `${SCRIPT}\n${TEMPLATE}`);
    assert.deepEqual(await page.locator('.intro .tags li').allTextContents(), ['@<img/src=x/onerror=window.hacked=1>']);
    assert.equal(await scenario.locator('h4').textContent(), `Esquema do Cenário ${IMG} ${SCRIPT}`);
    assert.equal(await scenario.locator('.stanza').textContent(), IMG);
    assert.deepEqual(await scenario.locator('table.data th, table.data td').allTextContents(), [
      IMG,
      SCRIPT,
      TEMPLATE,
      'a < b > c',
    ]);
    assert.equal(await scenario.locator('pre.doc').textContent(), `${SCRIPT}\n  ${TEMPLATE}`);
    assert.equal(await scenario.locator('figcaption code').first().textContent(), `dumont ${IMG}`);
    assert.equal(await scenario.locator('pre.output').first().textContent(), `\n${SCRIPT}\n  ${TEMPLATE}`);
    assert.equal(await scenario.locator('pre.note').first().textContent(), IMG + SCRIPT);
    assert.equal(await scenario.locator('.attachment pre').first().textContent(), SCRIPT);
    assert.equal(await page.locator('.scenario.failed .reason').textContent(), `${IMG}\n${SCRIPT}\n${TEMPLATE}`);
    assert.equal(await page.locator('.scenario.skipped .remark').textContent(), IMG);
  });
});

describe('when something is in the way', () => {
  test('without formatOptions.reports the page goes through the stream', async () => {
    const probe = new Probe(SAMPLE, { formatOptions: {} });
    try {
      const { stderr } = await probe.run(['features/01_entrar.feature']);
      assert.equal(stderr, '');
      assert.match(probe.read('reports/cucumber.html'), /<h1 class="mood-good">A jornada passou\.<\/h1>[\s\S]*<\/html>\s*$/);
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

function rerun(line: number): string {
  return `npx cucumber-js features/02_alugar.feature:${line}`;
}

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
