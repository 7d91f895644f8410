import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { runFeatures } from '../../testing/run-features';
import { installStanzaIsolation } from './stanza-isolation';

const PINNED = '12.9.0';

const FEATURE = `Funcionalidade: Jornada 1 - Estrofes
  Algo com vários comandos.

  Contexto:
    Dado que o backend está no ar

  @jornada
  Cenário: Cada comando tem a sua chance
    Quando executo \`dumont health list\`
    Então a API responde 418
    E o campo "status" é "healthy"

    Dado que não estou autenticado
    Quando executo \`dumont instance list\`
    Então a API responde 401

    Quando executo \`dumont health list\`
    Então ninguém definiu este passo
    E a API responde 200

    Quando executo \`dumont health list\`
    Então a API responde 200

  Regra: As outras param no primeiro

    Cenário: Uma regra
      Quando executo \`dumont health list\`
      Então a API responde 418
      Quando executo \`dumont health list\`
      Então a API responde 200
`;

const SPOILT = `Funcionalidade: Jornada 2 - Preparação
  Algo que não pode começar.

  @jornada
  Cenário: Sem preparação não há nada
    Dado que já executei \`dumont instance list\`
    Quando executo \`dumont health list\`
    Então a API responde 200
    Quando executo \`dumont health list\`
    Então a API responde 200
`;

for (const parallel of ['0', '1']) {
  test(`a failed step skips the rest of its stanza only (parallel ${parallel})`, async () => {
    const { messages, exitCode } = await runFeatures({
      features: { '01_a.feature': FEATURE, '02_b.feature': SPOILT },
      args: ['--parallel', parallel],
    });
    assert.equal(exitCode, 1);
    const statuses = new Map<string, string[]>();
    const pickles = new Map(messages.flatMap(({ pickle }) => (pickle ? [[pickle.id, pickle]] : [])));
    const cases = new Map(messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase]] : [])));
    const started = new Map(messages.flatMap(({ testCaseStarted: one }) => (one ? [[one.id, cases.get(one.testCaseId)]] : [])));
    for (const { testStepFinished: step } of messages) {
      if (!step) continue;
      const testCase = started.get(step.testCaseStartedId);
      const { pickleStepId } = testCase?.testSteps.find(({ id }) => id === step.testStepId) ?? {};
      const { name = '' } = pickles.get(testCase?.pickleId ?? '') ?? {};
      if (pickleStepId !== undefined) statuses.set(name, [...(statuses.get(name) ?? []), step.testStepResult.status]);
    }
    const [PASSED, FAILED, SKIPPED] = ['PASSED', 'FAILED', 'SKIPPED'];
    assert.deepEqual(Object.fromEntries(statuses), {
      'Cada comando tem a sua chance': [
        ...[PASSED, PASSED, FAILED, SKIPPED],
        ...[PASSED, PASSED, PASSED],
        ...[PASSED, 'UNDEFINED', SKIPPED],
        ...[PASSED, PASSED],
      ],
      'Uma regra': [PASSED, PASSED, FAILED, SKIPPED, SKIPPED],
      'Sem preparação não há nada': [FAILED, SKIPPED, SKIPPED, SKIPPED, SKIPPED],
    });
  });
}

test('the place in cucumber-js is there, in the version that was tried', () => {
  const { version } = JSON.parse(readFileSync(require.resolve('@cucumber/cucumber/package.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(path.resolve(__dirname, '../../../package.json'), 'utf8'));
  assert.deepEqual([version, dependencies['@cucumber/cucumber']], [PINNED, PINNED]);
  const { default: Runner } = require('@cucumber/cucumber/lib/runtime/test_case_runner');
  assert.equal(typeof Runner.prototype.isSkippingSteps, 'function');
  const source = String(Runner);
  for (const field of ['this.testStepResults.push(', 'this.testCase.testSteps', 'this.pickle.steps', 'this.skip ||'])
    assert.ok(source.includes(field), field);
});

for (const [what, load] of [
  ['the module', () => require('@cucumber/cucumber/lib/runtime/no_such_runner')],
  ['the method', () => class {}],
] as const) {
  test(`says what is wrong when ${what} is gone`, () => {
    assert.throws(
      () => installStanzaIsolation(() => false, load),
      /^Error: o cucumber-js instalado não tem mais isSkippingSteps/,
    );
  });
}
