import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { browserForTests, pageTest } from '../testing/browser';
import { openPage } from '../testing/open-page';
import { Published } from '../testing/published';
import { SAMPLE } from '../testing/sample';
import { plainContext } from './context';

const browser = browserForTests();

describe('the lists of scenarios and of steps', () => {
  const unused = `require('@cucumber/cucumber').Then('ninguém usa {string}', () => {});`;
  const site = new Published({ ...SAMPLE, 'steps/unused.cjs': unused });
  before(() => site.publish(['--retry', '1', '--retry-tag-filter', '@instavel'], plainContext(new Date('2030-01-10T12:00:00Z'))));
  after(() => site.remove());

  pageTest('the list of scenarios filters without accents, keeps the filter in its address and announces how many', async () => {
    const { page, close } = await openPage(browser, site.page('cenarios.html'));
    const shown = page.locator('.catalogue > li:visible a');
    assert.equal(await shown.count(), 10);
    await page.fill('#q', 'INSTANCIA limpeza');
    assert.deepEqual(await shown.allTextContents(), ['Falhar na limpeza']);
    assert.equal(await page.getByRole('status').textContent(), '1 de 10 cenários.');
    await page.fill('#q', '');
    await page.selectOption('#estado', 'undefined');
    assert.deepEqual(await shown.allTextContents(), ['Ter um passo sem definição', 'Ter um passo pendente']);
    await page.selectOption('#criticidade', 'alta');
    assert.equal(await page.getByRole('status').textContent(), 'Nenhum cenário encontrado.');
    assert.match(page.url(), /#estado=undefined&criticidade=alta$/);
    await page.reload();
    assert.equal(await shown.count(), 0);
    await page.click('button[type=reset]');
    await page.selectOption('#tag', '@destrutivo');
    assert.deepEqual(await shown.allTextContents(), ['Ser pulado com motivo']);
    await close();
  });

  pageTest('the search of the front page leads to the list', async () => {
    const { page, close } = await openPage(browser, site.page('index.html'));
    await page.fill('#texto', 'economia');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cenarios\.html#q=economia$/);
    assert.deepEqual(await page.locator('.catalogue > li:visible a').allTextContents(), ['Tentar ver a economia sem sessão']);
    await close();
  });

  pageTest('the catalogue of steps says how often each is used, with an example, and which is not', async () => {
    const { page, close } = await openPage(browser, site.page('passos.html'));
    const step = page.locator('.step-catalogue > li', { hasText: '(que )o backend está no ar' });
    assert.match(await step.innerText(), /Dado que o backend está no ar\s+Usado em 7 cenários, como Entrar e sair\./);
    assert.match(
      await page.locator('.step-catalogue > li', { hasText: 'ninguém usa' }).innerText(),
      /^ninguém usa \{string\}\s+Não usado$/,
    );
    assert.equal(await page.getByText('Não usado').count(), 1);
    await close();
  });
});
