// @own-process: starts runs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FeatureRun, runFeatures } from '../testing/run-features';

const cases = ({ messages }: FeatureRun): number => messages.filter(({ testCaseStarted }) => testCaseStarted).length;
const DEPLOYMENT = { DUMONT_BASE_URL: 'http://127.0.0.1:9', DUMONT_BIN: 'sandbox' };
const SAID = 'Alcance: as dez jornadas; DUMONT_SCOPE=tudo roda também as regras.';

test('where machines cost money a run is of the ten journeys, unless it is asked for everything', async () => {
  const usual = await runFeatures({ args: ['--dry-run'], env: DEPLOYMENT });
  assert.equal(cases(usual), 10, usual.output);
  assert.ok(usual.output.includes(SAID), usual.output);
  const whole = await runFeatures({ args: ['--dry-run'], env: { ...DEPLOYMENT, DUMONT_SCOPE: 'tudo' } });
  assert.ok(cases(whole) > 700 && !whole.output.includes(SAID), whole.output);
});

test('a file that is named runs as it is, unless the scope is named too', async () => {
  const steps = '    Quando executo `dumont health list`\n    Então a API responde 200\n';
  const features = {
    'a.feature': `\nFuncionalidade: Uma\n\n  @jornada\n  Cenário: A\n${steps}\n  Cenário: B\n${steps}`,
  };
  const usual = await runFeatures({ features, args: ['--dry-run'], env: DEPLOYMENT });
  assert.equal(cases(usual), 2, usual.output);
  const narrowed = await runFeatures({ features, env: { DUMONT_SCOPE: 'jornadas' } });
  assert.equal(cases(narrowed), 1, narrowed.output);
});
