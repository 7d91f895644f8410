import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { render } from '../../shared/html';
import { runFeatures } from '../../testing/run-features';
import { readRun } from '../read-run';
import { stepExplainer } from './step-explainer';

const ROOT = path.resolve(__dirname, '..', '..', '..');

test('every step of a run is explained for the pages, hostile text or not', async () => {
  const { reports } = await runFeatures({
    features: { 'uma.feature': 'Funcionalidade: Uma\n  Cenário: Um\n    Dado que estou autenticado\n' },
    args: ['--dry-run'],
  });
  const run = readRun([path.join(reports, 'messages.ndjson')]);
  const explain = stepExplainer(run, ROOT);
  assert.ok(run.definitions.length > 50);
  for (const definition of run.definitions) {
    const said = render(explain(definition));
    assert.match(said, /^<p class="explanation">\p{Lu}[^<]*\.<\/p>/u, definition.expression);
    assert.doesNotMatch(said, /<(?!\/?(?:p|ul|li|code)\b)/);
  }
  const pauses = run.definitions.find(({ expression }) => expression === '{recurso} fica {situação}');
  assert.ok(pauses);
  const said = render(explain(pauses));
  assert.match(said, /<code>\{situação\}<\/code>: o estado em que a coisa está: .*pausada/);
  assert.match(said, /a instância &lt;x&gt;/);
  assert.equal(explain({ ...pauses, expression: '{recurso} fica parado' }), null);
  assert.equal(explain({ ...pauses, location: 'step-definitions/nada.ts:1' }), null);
  assert.ok(readFileSync(path.join(ROOT, 'step-definitions', 'resource.ts'), 'utf8').includes(pauses.expression));
});
