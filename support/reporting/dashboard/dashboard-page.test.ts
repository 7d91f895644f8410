import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe } from 'node:test';
import { loadContract } from '../../contract/contract';
import { temporaryFolder } from '../../testing/temporary-folder';
import { conformityOf } from '../conformity/conformity';
import { coverageOf } from '../coverage/coverage';
import type { Run } from '../model/run';
import { readRun } from '../read-run';
import { plainContext } from '../site/context';
import { documentation } from '../site/documentation';
import { browserForTests, pageTest } from '../testing/browser';
import { INJECTIONS } from '../testing/injections';
import { accessibilityFindings, type OpenedPage, openPage, type View } from '../testing/open-page';
import { Probe } from '../testing/probe';
import { SAMPLE } from '../testing/sample';
import { dashboard } from './dashboard';
import { earlier, failed, lineOf } from './dashboard.fixture';

const OPEN_ALL = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;

/** A run of a real cucumber-js with thirty earlier ones, some of which failed. */
async function runWithPast(files: Readonly<Record<string, string>>, args: readonly string[]): Promise<[Run, ...Run[]]> {
  const probe = new Probe(files);
  try {
    await probe.run(args);
    const run = await readRun([path.join(probe.folder, 'reports/messages.ndjson')]);
    const past = Array.from({ length: 30 }, (_, index) => {
      const hours = 12 * (30 - index);
      if (index % 4 === 0) return earlier(run, hours, (scenario) => (scenario.line % 2 === 0 ? failed(scenario) : scenario));
      return index < 5 ? earlier(run, hours, (scenario) => (scenario.line > 20 ? null : scenario)) : earlier(run, hours);
    });
    const [first = run, ...rest] = past;
    const renamed = rest.map((one, index) => (index === 28 ? earlier(one, 0, reworded) : one));
    return [first, ...renamed, run];
  } finally {
    probe.remove();
  }
}

function reworded<Scenario extends Run['journeys'][number]['scenarios'][number]>(scenario: Scenario): Scenario {
  return {
    ...scenario,
    plan: scenario.plan.map((step, index) =>
      index === 0 ? { ...step, text: 'era outro', written: { ...step.written, text: 'era outro' } } : step,
    ),
  };
}

/** Writes dashboard and documentation side by side, as users have them. */
function site(runs: [Run, ...Run[]]): string {
  const folder = temporaryFolder('dashboard');
  const run = runs.at(-1) ?? runs[0];
  const now = new Date((run.startedAt?.getTime() ?? 0) + 60_000);
  const line = lineOf(...runs);
  const page = dashboard({ run, line, conformity: conformityOf(run, line), coverage: coverageOf(run, loadContract()), now });
  for (const name of ['painel', 'documentacao']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'painel/index.html'), page);
  for (const { name, content } of documentation(run, plainContext(now)))
    writeFileSync(path.join(folder, 'documentacao', name), content);
  return folder;
}

const browser = browserForTests();

function open(folder: string, view: View = {}): Promise<OpenedPage> {
  return openPage(browser, path.join(folder, 'painel/index.html'), view);
}

describe('the dashboard of a run with every outcome and a past', () => {
  let folder: string;
  before(async () => {
    folder = site(await runWithPast(SAMPLE, ['--retry', '1', '--retry-tag-filter', '@instavel']));
  });

  const looks: Readonly<Record<string, View>> = {
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'a telephone': { viewport: { width: 320, height: 640 } },
  };
  for (const [look, view] of Object.entries(looks)) {
    pageTest(`is accessible, alone and without page errors: ${look}`, async () => {
      const { page, pageErrors, close } = await open(folder, view);
      await page.evaluate(OPEN_ALL);
      assert.deepEqual(await accessibilityFindings(page), []);
      assert.deepEqual(pageErrors, []);
      await close();
    });
  }

  pageTest('is accessible in print', async () => {
    const { page, close } = await open(folder, { media: 'print' });
    assert.deepEqual(await accessibilityFindings(page), []);
    await close();
  });

  pageTest('fits a screen of 320 pixels: only tables scroll, in a region of their own', async () => {
    const { page, close } = await open(folder, { viewport: { width: 320, height: 640 } });
    await page.evaluate(OPEN_ALL);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
    const outside = `[...document.querySelectorAll('main *')].filter((one) => !one.closest('.wide, svg, .patterns') &&
      one.getBoundingClientRect().right > 321).map((one) => one.outerHTML.slice(0, 90))`;
    assert.deepEqual(await page.evaluate(outside), []);
    await close();
  });

  pageTest('says everything without JavaScript, in the order of a reader', async () => {
    const { page, pageErrors, close } = await open(folder, { javaScriptEnabled: false });
    assert.deepEqual(await page.locator('h2').allTextContents(), [
      'As 2 jornadas',
      'Tendência',
      'Cenários instáveis',
      'Comandos mais lentos',
      'Cobertura',
      'O que mudou na especificação',
      'Sobre esta execução',
    ]);
    assert.deepEqual(await page.locator('.verdict .sentence').allTextContents(), [
      'Nenhuma das 2 promessas foi verificada.',
      '1 de 2 jornadas falhou.',
    ]);
    await page.getByText('Os números dos gráficos').click();
    assert.equal(await page.locator('.numbers tbody tr').count(), 30);
    assert.ok(await page.locator('.numbers').isVisible());
    assert.deepEqual(pageErrors, []);
    await close();
  });

  pageTest('tells the groups apart by more than colour', async () => {
    const { page, close } = await open(folder);
    const fills = await page.evaluate<string[]>(
      `['flaky', 'undefined', 'failed', 'passed'].map((group) => getComputedStyle(document.querySelector('.chart .g.' + group)).fill)`,
    );
    assert.equal(new Set(fills).size, 4);
    assert.match(fills[0] ?? '', /hatch-flaky/);
    assert.match(fills[1] ?? '', /hatch-undefined/);
    await close();
  });

  pageTest('every link leads to a page, and to a place on it, that is there', async () => {
    const { page, close } = await open(folder);
    const hrefs = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'))`,
    );
    const inside = hrefs.filter((href) => !/^https?:/.test(href));
    assert.ok(
      inside.some((href) => href.includes('.html#')),
      'no link to a scenario',
    );
    for (const href of inside) {
      const [file = '', anchor] = href.split('#');
      const target = readFileSync(path.resolve(folder, 'painel', file === '' ? 'index.html' : file), 'utf8');
      assert.ok(anchor === undefined || target.includes(`id="${anchor}"`), href);
    }
    await close();
  });
});

pageTest('text from outside does nothing on the dashboard', async () => {
  const folder = site(await runWithPast(INJECTIONS, []));
  const { page, pageErrors, close } = await open(folder);
  await page.evaluate(OPEN_ALL);
  assert.equal(await page.evaluate('window.hacked'), undefined);
  assert.deepEqual(pageErrors, []);
  const strangers = await page.evaluate(
    `[...document.querySelectorAll('main img, main script, main style, main b[onclick]')].length`,
  );
  assert.equal(strangers, 0);
  await close();
});
