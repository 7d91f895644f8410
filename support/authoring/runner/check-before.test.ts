import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { runFeatures } from '../../testing/run-features';

const GOOD =
  'Funcionalidade: Uma\n\n  Cenário: primeiro\n    Quando executo `dumont health list`\n    Então a API responde 200\n';

test('a slip that the text shows stops the run before anything is opened, a dry run too', async () => {
  const features = { 'a.feature': GOOD.replace('Quando', 'quando'), 'b.feature': GOOD };
  for (const args of [[], ['--dry-run']]) {
    const run = await runFeatures({ features, args });
    assert.equal(run.exitCode, 1);
    assert.match(run.output, /a\.feature:5:5 {2}"quando" não abre um passo/);
    assert.match(
      run.output,
      /\nNada rodou: corrija primeiro o que está acima \(npm run lint:features -- --fix corrige o que é seguro\)\.\n$/,
    );
    assert.deepEqual(run.messages, []);
    assert.deepEqual(readdirSync(run.reports), []);
  }
});

test('what the parser would refuse comes in Portuguese, with the usual cause', async () => {
  const run = await runFeatures({ features: { 'a.feature': `${GOOD}    Entâo a API responde 200\n` } });
  assert.equal(run.exitCode, 1);
  assert.match(
    run.output,
    /a\.feature:7:5 {2}"Entâo" não abre um passo: escreva "Então"; assim o Cucumber não entende o arquivo\./,
  );
  assert.doesNotMatch(run.output, /expected:|Parse error/);
});

test('only the features of the run are checked, and one without a slip runs', async () => {
  const run = await runFeatures({ features: { 'b.feature': GOOD } });
  assert.equal(run.exitCode, 0, run.output);
});
