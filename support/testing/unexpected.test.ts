import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listingCli } from './fake-cli';
import { runFeatures } from './run-features';

// What no step of a scenario speaks about fails it.

const scenario = (...steps: string[]): Record<string, string> => ({
  'a.feature': `\nFuncionalidade: Inesperado\n\n  Cenário: Um\n${steps.map((step) => `    ${step}`).join('\n')}\n`,
});

test('an error of the API that no step speaks about fails the scenario, with the exchange', async () => {
  const run = await runFeatures({
    features: scenario('Dado que não estou autenticado', 'Quando executo `dumont instance list`'),
  });
  assert.equal(run.exitCode, 1);
  assert.match(run.failures[0] ?? '', /^a API respondeu 401, e nenhum passo fala disso:/);
  assert.match(run.failures[0] ?? '', /GET \/api\/v1\/instances → 401/);
});

test('the same error, spoken of, passes', async () => {
  const run = await runFeatures({
    features: scenario('Dado que não estou autenticado', 'Quando executo `dumont instance list`', 'Então a API responde 401'),
  });
  assert.equal(run.exitCode, 0, run.output);
});

test('a command that never reached the API fails the scenario unless a step says so', async () => {
  const wrongUse = ['Dado que não estou autenticado', 'Quando executo `dumont instance gett`'];
  const silent = await runFeatures({ features: scenario(...wrongUse) });
  assert.match(
    silent.failures[0] ?? '',
    /^o comando ficou sem resposta \(nenhum pedido chegou à API\), e nenhum passo fala disso/,
  );
  const spoken = await runFeatures({
    features: scenario(...wrongUse, 'Então o comando termina com o código 2', 'E nenhum pedido chega à API'),
  });
  assert.equal(spoken.exitCode, 0, spoken.output);
});

test('a preparation that is refused fails where it stands', async () => {
  const run = await runFeatures({ features: scenario('Dado que já executei `dumont instance list`') });
  assert.match(
    run.failures[0] ?? '',
    /^a preparação `dumont instance list` não deu certo: GET .* → 401 em \d+ ms: "Not authenticated"/,
  );
});

test('a request outside the contract fails the scenario and is named', async () => {
  const cli = listingCli(`
    require('node:http').get(process.env.DUMONT_API_URL + '/api/v1/instances?estranho=1', { headers: { authorization: 'Bearer ' + token } }, (r) => {
      r.resume(); r.on('end', () => print('✅ Success (200)\\n' + body));
    });`);
  const run = await runFeatures({
    features: scenario('Dado que estou autenticado', 'Quando executo `dumont instance list`', 'Então a API responde 200'),
    env: { DUMONT_BIN: cli },
  });
  assert.equal(run.exitCode, 1);
  assert.match(run.failures[0] ?? '', /^fora do contrato: listInstances: .*\/query\/estranho/);
});
