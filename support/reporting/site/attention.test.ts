import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { madeRun } from '../history/testing/made-run';
import { browserForTests, pageTest } from '../testing/browser';
import { openPage } from '../testing/open-page';
import { textOf } from '../testing/rendered';
import { plainContext, type SiteContext } from './context';
import { documentation } from './documentation';

const PLAIN = plainContext(new Date('2026-01-02T00:00:00Z'));

/** The part of the front page that says what to look at first. */
function attentionOf(runs: number, changed: boolean, is: 'f' | 'y' = 'f'): string {
  const since = () => ({ since: new Date('2026-01-01T00:00:00Z'), runs, changed });
  const context: SiteContext = { ...PLAIN, history: { since, lastEvidence: () => null } };
  const [index] = documentation(madeRun(0, [{ name: 'Alugar', is }]), context);
  return textOf(/<ul class="attention">.*?<\/ul>/s.exec(index?.content ?? '')?.[0] ?? '');
}

test('what does not hold says since when', () => {
  assert.match(attentionOf(3, true), /Assim desde 1 de janeiro de 2026.* há 1 dia, em 3 execuções seguidas\./);
  assert.match(attentionOf(3, false), /em 3 execuções seguidas\./);
  assert.match(attentionOf(1, true), /Assim desde esta execução; antes era diferente\./);
  assert.doesNotMatch(attentionOf(1, false), /desde/, 'nothing is known of the time before');
  assert.doesNotMatch(attentionOf(3, true, 'y'), /desde/, 'what passed in the end is not told apart by the history');
});

const browser = browserForTests();

pageTest('a name without a space in it moves nothing aside', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-attention-'));
  try {
    const name = 'X'.repeat(300);
    for (const { name: file, content } of documentation(madeRun(0, [{ name, is: 'f' }]), PLAIN)) {
      writeFileSync(path.join(folder, file), content);
      const { page, close } = await openPage(browser, path.join(folder, file), { viewport: { width: 320, height: 700 } });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, file);
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
