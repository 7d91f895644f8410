import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../testing/temporary-folder';
import { comparisonMarkdown, readConformity, type ToldPromise } from './before';
import { conformityOf } from './conformity';
import { judgedRun, MIXED } from './conformity.fixture';
import { conformityJson } from './json';

function told(said: Parameters<typeof judgedRun>[0]): ToldPromise[] {
  const file = path.join(temporaryFolder('conformity'), 'conformidade.json');
  writeFileSync(file, conformityJson(conformityOf(judgedRun(said), null)));
  return readConformity(file);
}

test('says which promises changed and how, text from outside as text', () => {
  const markdown = comparisonMarkdown(told({ '9.4': { verdict: 'api-deviates' } }), told({ ...MIXED, '9.4': {} }), 'main');
  assert.match(
    markdown,
    /^## Em relação a main: 1 promessa deixou de valer, 1 promessa passou a valer e 2 mudaram de outro jeito\n/,
  );
  assert.match(markdown, /\| 2\.3 +\| `dumont instance create [^|]+\| vale +\| diverge na CLI +\| A CLI pediu POST/);
  assert.match(comparisonMarkdown(told({ '9.4': {} }), told(MIXED), '<b>'), /Em relação a \\<b>: .*\n[\s\S]*200 \\\| \\<b>/);
});

test('says that nothing changed, and what was not in the run', () => {
  const all = told({});
  assert.equal(comparisonMarkdown(all, all, 'main'), '## Em relação a main: nenhuma promessa mudou\n');
  assert.equal(comparisonMarkdown(all, all.slice(2), 'main'), '## Em relação a main: 2 não fizeram parte desta execução\n');
});

test('a file that is none is a misuse', () => {
  const file = path.join(temporaryFolder('conformity'), 'x.json');
  assert.throws(() => readConformity(file), /não existe ou não se deixa ler; informe um conformidade\.json/);
  for (const text of ['{', '{}', '{"promises":[{"step":"1.1"}]}']) {
    writeFileSync(file, text);
    assert.throws(() => readConformity(file), /não traz vereditos/);
  }
});
