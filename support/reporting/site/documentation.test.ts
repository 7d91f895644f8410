import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserForTests, pageTest } from '../testing/browser';
import { INJECTIONS } from '../testing/injections';
import { ALL_RULES, accessibilityFindings, openPage, RULES_OF_COLOURS, RULES_OF_SIZES } from '../testing/open-page';
import { Published } from '../testing/published';
import { SAMPLE } from '../testing/sample';
import { plainContext, type SiteContext } from './context';

const NOW = new Date('2030-01-10T12:00:00Z');
const CONTEXT: SiteContext = {
  ...plainContext(NOW),
  editTemplate: 'https://git.example/edit/{path}#L{line}',
  history: {
    since: () => ({ since: new Date('2030-01-07T12:00:00Z'), runs: 4, changed: true }),
    lastEvidence: () => ({ at: new Date('2030-01-08T12:00:00Z'), outcome: 'passed', commit: 'abcdef0123' }),
  },
};

const UNFOLD = 'document.querySelectorAll("details").forEach((fold) => { fold.open = true; })';

const browser = browserForTests();

describe('the documentation of a run with every outcome', () => {
  const site = new Published(SAMPLE);
  before(() => site.publish(['--retry', '1', '--retry-tag-filter', '@instavel'], CONTEXT));
  after(() => site.remove());

  test('has a front page, a page for each journey, the scenarios and the steps', () => {
    assert.deepEqual(readdirSync(path.join(site.folder, 'documentacao')).sort(), [
      '01_entrar.html',
      '02_alugar.html',
      'cenarios.html',
      'index.html',
      'passos.html',
      'promessas.html',
    ]);
  });

  pageTest(
    'every page is accessible in light and dark, on paper and on a small screen, and asks nothing of anybody',
    async () => {
      for (const file of site.files()) {
        const { page, pageErrors, close } = await openPage(browser, file);
        await page.evaluate(UNFOLD);
        assert.deepEqual(await accessibilityFindings(page), [], file);
        for (const look of [{ colorScheme: 'dark' }, { media: 'print', colorScheme: 'light' }] as const) {
          await page.emulateMedia(look);
          assert.deepEqual(await accessibilityFindings(page, RULES_OF_COLOURS), [], `${file} ${JSON.stringify(look)}`);
        }
        await page.emulateMedia({ media: 'screen' });
        await page.setViewportSize({ width: 320, height: 700 });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, `${file} scrolls sideways`);
        assert.deepEqual(await accessibilityFindings(page, RULES_OF_SIZES), [], `${file} at 320 px`);
        assert.deepEqual(pageErrors, [], file);
        await close();
      }
    },
  );

  pageTest('the front page says what holds, what needs attention first, and how each journey is', async () => {
    const { page, close } = await openPage(browser, site.page('index.html'));
    assert.deepEqual(await page.locator('.verdict .sentence').allTextContents(), [
      'Nenhuma das 2 promessas foi verificada.',
      '1 de 2 jornadas falhou.',
    ]);
    assert.equal(
      await page.locator('#promessas-em-aberto + .attention a').first().getAttribute('href'),
      'promessas.html#passo-1-1',
    );
    assert.match(
      (await page.locator('.verdict').nth(1).textContent()) ?? '',
      /10 cenários: 3 passaram, 1 instável, 3 falharam, 2 não estão automatizados e 1 foi pulado\./,
    );
    assert.deepEqual(await page.locator('#atencao + .attention .badge').allInnerTexts(), [
      '✘ falhou',
      '✘ passo ambíguo',
      '✘ falhou',
      '? passo sem definição',
      '? passo pendente',
      '~ instável',
    ]);
    assert.equal(await page.locator('#atencao + .attention .first-line').first().textContent(), 'A API respondeu 404 e não 409.');
    assert.deepEqual(await page.locator('.journeys tbody .badge').allInnerTexts(), ['✔ passou', '✘ falhou']);
    assert.match((await page.locator('.journeys tbody tr').first().innerText()) ?? '', /alta[\s\S]*07\/01\/2030[\s\S]*há 3 dias/);
    await page.locator('#atencao + .attention a').first().click();
    assert.ok(await page.locator('details:target .failure').first().isVisible());
    await close();
  });

  pageTest('a journey tells its goal, its prerequisites and the table of the document', async () => {
    const { page, close } = await openPage(browser, site.page('01_entrar.html'));
    assert.equal(await page.locator('h1').textContent(), 'Jornada 1 - Autenticação completa');
    assert.equal(await page.locator('.lead strong').textContent(), 'nada');
    assert.equal(await page.locator('.verdict .sentence').textContent(), 'Os 3 cenários passaram.');
    assert.equal(await page.locator('.facts .plain-steps').innerText(), 'Dado que o backend está no ar');
    const rows = await page
      .locator('.document-table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 4)),
      [
        ['1. Fazer login', 'dumont auth login <email> <password>', '', 'a resposta tem:token está preenchidoa < b & c é "x"'],
        ['2. Logout', 'dumont auth logout', '', 'a pasta do projeto tem o arquivo "Dockerfile":'],
      ],
    );
    assert.match(rows[0]?.[4] ?? '', /✔ passou respondeu 200 em 32 ms/);
    await close();
  });

  pageTest('the rows of an outline are one table, each with its result and its evidence', async () => {
    const { page, close } = await openPage(browser, site.page('01_entrar.html'));
    await page.getByText('Tentar <ação> sem sessão').click();
    assert.deepEqual(await page.locator('.example-table tr').allInnerTexts(), [
      'Resultado\tação\tcomando',
      '✔ passou\tlistar instâncias\tdumont instance list',
      '✔ passou\tver a economia\tdumont saving summary',
    ]);
    await page.locator('.example-table a').nth(1).click();
    const example = page.locator('details.example:target');
    assert.ok(await example.getByText('dumont saving summary', { exact: true }).nth(1).isVisible());
    assert.equal(await page.locator('details.example[open]').count(), 1);
    await close();
  });

  pageTest('a command is a transcript in English, its exchanges folded; a copy button only with a script', async () => {
    const { page, close } = await openPage(browser, site.page('01_entrar.html'));
    await page.locator('details.scenario > summary').first().click();
    const command = page.locator('.command').first();
    assert.equal(await command.locator('.typed').textContent(), 'dumont auth login <email> <password>');
    assert.match((await command.innerText()) ?? '', /código de saída 0 · 32 ms/);
    assert.equal(await command.locator('pre').getAttribute('lang'), 'en');
    assert.equal(await command.getByText('GET /api/v1/x').isVisible(), false);
    await command.getByText('1 pedido à API').click();
    assert.ok(await command.getByText('GET /api/v1/x').isVisible());
    await close();
  });

  pageTest('failures are open with their reason and how to run them again; the rest is quiet', async () => {
    const { page, close } = await openPage(browser, site.page('02_alugar.html'));
    const open = page.locator('details.scenario[open]');
    assert.deepEqual(await open.evaluateAll((all) => all.map((one) => one.className)), [
      'scenario failed',
      'scenario undefined',
      'scenario failed',
      'scenario undefined',
      'scenario failed',
    ]);
    assert.match(
      (await open.first().innerText()) ?? '',
      /A API respondeu 404 e não 409\.[\s\S]*Rodar de novo: npx cucumber-js features\/02_alugar\.feature:5/,
    );
    assert.equal(
      await open.first().getByText('Editar').getAttribute('href'),
      'https://git.example/edit/features/02_alugar.feature#L5',
    );
    await page.getByText('Ser pulado com motivo').first().click();
    const skipped = await page.locator('.scenario.skipped').innerText();
    assert.match(skipped, /Pulado: cria ou destrói recursos \(DUMONT_SKIP_DESTRUCTIVE\)\./);
    assert.match(skipped, /Na última vez em que rodou, há 2 dias \(.*versão abcdef0\): passou\./);
    await page.getByText('Passar só na segunda tentativa').first().click();
    assert.match(await page.locator('.scenario.flaky').innerText(), /Só passou na tentativa 2\.[\s\S]*Tentativa 1 de 2: falhou/);
    await close();
  });

  pageTest('the keyboard comes first to what skips the navigation', async () => {
    const { page, close } = await openPage(browser, site.page('02_alugar.html'));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Ir para o conteúdo');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Jornadas');
    await close();
  });

  pageTest('without JavaScript nothing is lost but the search and the buttons', async () => {
    for (const name of ['index.html', 'cenarios.html', '02_alugar.html']) {
      const { page, pageErrors, close } = await openPage(browser, site.page(name), { javaScriptEnabled: false });
      assert.equal(await page.locator('form, button').count(), 0);
      assert.deepEqual(pageErrors, []);
      await close();
    }
    const { page, close } = await openPage(browser, site.page('01_entrar.html'), { javaScriptEnabled: false });
    await page.locator('details.scenario > summary').first().click();
    assert.ok(await page.getByText('código de saída 0').first().isVisible());
    await close();
  });

  pageTest('without JavaScript a link to a scenario shows it, folded as it may be', async () => {
    const { page, close } = await openPage(browser, site.page('cenarios.html'), { javaScriptEnabled: false });
    await page.getByText('Tentar ver a economia sem sessão').click();
    await page.waitForURL(/01_entrar\.html#/);
    assert.ok(await page.locator('details.example:target .typed').isVisible());
    await close();
  });

  pageTest('the single file has every journey, and every link in it leads somewhere in it', async () => {
    const { page, close } = await openPage(browser, path.join(site.folder, 'documentacao.html'));
    assert.deepEqual(await page.locator('article h2').first().textContent(), 'Jornada 1 - Autenticação completa');
    assert.deepEqual(
      await page.evaluate(`[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
        .filter((href) => (href.startsWith('#') ? !document.getElementById(href.slice(1)) : !href.startsWith('https:')))`),
      [],
    );
    assert.deepEqual(
      await page.evaluate(
        '[...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, index, all) => all.indexOf(id) !== index)',
      ),
      [],
    );
    await close();
  });

  pageTest('links between the pages lead to places that exist', async () => {
    const ids = new Map<string, Set<string>>();
    const links: [string, string][] = [];
    for (const file of site.files().filter((one) => one.includes('documentacao/'))) {
      const { page, close } = await openPage(browser, file, { javaScriptEnabled: true });
      const name = path.basename(file);
      ids.set(name, new Set((await page.evaluate('[...document.querySelectorAll("[id]")].map((one) => one.id)')) as string[]));
      for (const href of (await page.evaluate(
        '[...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href"))',
      )) as string[]) {
        if (!/^(https:|\.\.\/)/.test(href)) links.push([name, href]);
      }
      await close();
    }
    const lost = links.filter(([from, href]) => {
      const [file, anchor] = href.split('#');
      const there = ids.get(file || from);
      return there === undefined || (anchor !== undefined && !there.has(anchor));
    });
    assert.deepEqual(lost, []);
  });
});

pageTest('hostile text does nothing on any page, and reads as it was written', async () => {
  const site = new Published(INJECTIONS);
  try {
    await site.publish([], { ...CONTEXT, editTemplate: 'https://git.example/{path}' });
    for (const file of site.files()) {
      const { page, pageErrors, close } = await openPage(browser, file);
      await page.evaluate(UNFOLD);
      assert.deepEqual(pageErrors, [], file);
      assert.equal(await page.evaluate('typeof window.hacked'), 'undefined', file);
      assert.equal(await page.locator('img, body script:not(:nth-last-of-type(-n+2)), [onerror], [onclick]').count(), 0, file);
      assert.deepEqual(await accessibilityFindings(page, ALL_RULES, [...RULES_OF_COLOURS, ...RULES_OF_SIZES]), [], file);
      await close();
    }
    const { page, close } = await openPage(browser, path.join(site.folder, 'documentacao.html'));
    assert.match(await page.locator('article h2').first().innerText(), /<img src=x onerror="window\.hacked=1">/);
    await close();
  } finally {
    site.remove();
  }
});

pageTest('a dry run promises and shows no result', async () => {
  const site = new Published({ ...SAMPLE, 'steps/run.cjs': `require('@cucumber/cucumber').BeforeAll(() => {});` });
  try {
    await site.publish(['--dry-run'], plainContext(NOW));
    assert.equal(site.run?.dryRun, true);
    for (const file of site.files()) {
      const { page, close } = await openPage(browser, file);
      await page.evaluate(UNFOLD);
      assert.doesNotMatch(
        await page.locator('main').innerText(),
        /passou|passaram|foram pulados|não rodou|código de saída|Resultado|Rodar de novo/,
        file,
      );
      await close();
    }
    const { page, close } = await openPage(browser, site.page('index.html'));
    assert.equal(await page.locator('.verdict .sentence').textContent(), '2 jornadas, 10 cenários.');
    await close();
  } finally {
    site.remove();
  }
});
