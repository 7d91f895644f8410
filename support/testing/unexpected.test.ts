import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listingCli } from './fake-cli';
import { runFeatures } from './run-features';
import { runScenarios } from './run-scenarios';
import { cannedBackend, serve } from './serve';
import { type StepCase, stepCases } from './step-cases';
import { temporaryFolder } from './temporary-folder';

// What no step of a scenario speaks about fails it.

const LIST = 'Quando executo `dumont instance list`';
const NOBODY = 'Dado que não estou autenticado';
const SOMEBODY = 'Dado que estou autenticado';

stepCases('Erros da API', [
  {
    title: 'nenhum passo fala do erro, e não há Então',
    steps: `${NOBODY}\n${LIST}`,
    fails: 'a API respondeu 401, e nenhum passo fala disso:',
    shows: /comando: {3}dumont instance list\n {2}resposta: {2}GET \/api\/v1\/instances → 401 em/,
  },
  { title: 'um passo fala do erro', steps: `${NOBODY}\n${LIST}\nEntão a API responde 401` },
  {
    title: 'de dois comandos só se fala do segundo',
    steps: `${NOBODY}\n${LIST}\nQuando executo \`dumont auth me\`\nEntão a API responde 401`,
    fails: 'a API respondeu 401, e nenhum passo fala disso:',
    shows: /comando: {3}dumont instance list\n/,
  },
  {
    title: 'a preparação é recusada',
    steps: 'Dado que já executei `dumont instance list`',
    fails: /^a preparação `dumont instance list` não deu certo: GET \/api\/v1\/instances → 401 em \d+ ms: "Not authenticated"\.$/,
    shows: /comando: {3}dumont instance list\n/,
  },
  {
    title: 'o comando não chega à API',
    steps: `${NOBODY}\nQuando executo \`dumont instance gett\``,
    fails: 'o comando ficou sem resposta (nenhum pedido chegou à API), e nenhum passo fala disso:',
    shows: /comando: {3}dumont instance gett\n {2}resposta: {2}nenhum pedido chegou à API\n {2}término: {3}código 2/,
  },
  {
    title: 'um passo fala do que não chega à API',
    steps: `${NOBODY}\nQuando executo \`dumont instance gett\`\nEntão o comando termina com o código 2\nE nenhum pedido chega à API`,
  },
  {
    title: 'o cenário é pulado no meio, depois do erro',
    steps: `${SOMEBODY}\nE que já tenho a instância <gpu> em execução\nQuando executo \`dumont instance get 1\`\nE a conta não tem nenhuma instância`,
    fails: 'a API respondeu 404, e nenhum passo fala disso:',
  },
  {
    title: 'o cenário é pulado no meio, sem erro nenhum',
    steps: `${SOMEBODY}\nE que já tenho a instância <gpu> em execução\n${LIST}\nE a conta não tem nenhuma instância`,
    skips: 'a conta tem 1 instância; o cenário precisa de uma conta sem nenhuma.',
  },
  {
    title: 'outro passo falha depois do erro',
    steps: `${NOBODY}\n${LIST}\nQuando executo \`dumont auth me\`\nEntão a API responde 418`,
    fails: 'a API deveria responder 418, mas respondeu 401: "Not authenticated".',
    notes: /^a API respondeu 401, e nenhum passo fala disso:\n {2}comando: {3}dumont instance list\n/,
  },
  {
    title: 'um passo sem definição vem depois do erro',
    steps: `${NOBODY}\n${LIST}\nEntão ninguém definiu isto`,
    isUndefined: true,
    notes: /^a API respondeu 401, e nenhum passo fala disso:/,
  },
]);

const strange: StepCase[] = [
  {
    title: 'um passo fala do status, não do corpo',
    steps: `${NOBODY}\nQuando executo \`dumont instance get 7\`\nEntão a API responde 404`,
    fails: 'fora do contrato: getInstance: a resposta 404 deveria trazer um texto não vazio em /error, mas trouxe 7:',
    shows: /comando: {3}dumont instance get 7\n {2}resposta: {2}GET \/api\/v1\/instances\/7 → 404 em/,
  },
  {
    title: 'o corpo de uma preparação',
    steps: 'Dado que já executei `dumont instance list`',
    fails: /^fora do contrato: listInstances: a resposta 200 promete que .*, mas em \/count trouxe 3:$/,
    shows: /comando: {3}dumont instance list\n/,
  },
  {
    title: 'o corpo que um passo olha',
    steps: `${NOBODY}\nQuando executo \`dumont standby associations\`\nEntão a API responde 200\nE minhas instâncias continuam as mesmas`,
    fails: /^fora do contrato: listInstances: .* trouxe 3:$/,
  },
  { title: 'não há Então', steps: LIST, fails: /^fora do contrato: listInstances: .* trouxe 3:$/ },
  {
    title: 'o mesmo em dois comandos é dito uma vez',
    steps: `${LIST}\n${LIST}`,
    fails: /^fora do contrato: listInstances: .* trouxe 3:$/,
  },
  {
    title: 'o erro e o corpo dele',
    steps: `${NOBODY}\nQuando executo \`dumont instance get 7\``,
    fails:
      'a API respondeu 404, e nenhum passo fala disso;\nfora do contrato: getInstance: a resposta 404 deveria trazer um texto não vazio em /error, mas trouxe 7:',
  },
];
const STRANGE_REPLIES = {
  'GET /api/v1/instances': [200, { instances: [], count: 3 }],
  'GET /api/v1/instances/7': [404, { error: 7 }],
  'GET /api/v1/standby/associations': [200, { associations: {}, count: 0 }],
} as const;

let strangeBackend: Promise<string> | undefined;
const strangely = async (env: Record<string, string> = {}) => {
  strangeBackend ??= serve(cannedBackend(STRANGE_REPLIES));
  return { DUMONT_BASE_URL: await strangeBackend, DUMONT_BIN: 'sandbox', DUMONT_CONTRACT: 'exigir', ...env };
};

stepCases('Respostas fora do contrato', strange, strangely);

const told = strange.map(({ title, steps }) => ({ title, steps, notes: /^(get|list)Instances?: a resposta/ }));
const unspoken = { fails: 'a API respondeu 404, e nenhum passo fala disso:' };
stepCases(
  'Respostas fora do contrato, só relatadas',
  told.map((each) => (each.title === 'o erro e o corpo dele' ? { ...each, ...unspoken } : each)),
  () => strangely({ DUMONT_CONTRACT: 'relatar' }),
);

const scenario = (...steps: string[]): Record<string, string> => ({
  'a.feature': `\nFuncionalidade: Inesperado\n\n  Cenário: Um\n${steps.map((step) => `    ${step}`).join('\n')}\n`,
});

test('differences that are only told are counted at the end of the summary and shown in the HTML report', async () => {
  const run = await runFeatures({ features: scenario(LIST, LIST), env: await strangely({ DUMONT_CONTRACT: 'relatar' }) });
  assert.equal(run.exitCode, 0, run.output);
  assert.match(run.output, /^Alvo: .* · o que foge do contrato só é relatado$/m);
  assert.match(run.output, /\n1 diferença do contrato, sem reprovar nenhum cenário\nRelatórios: /);
});

test('a connection that is lost fails the scenario although no step reads the reply', async () => {
  const run = await runScenarios({
    features: scenario('Quando executo `dumont health list`'),
    env: { DUMONT_BASE_URL: await serve((request) => request.socket.destroy()), DUMONT_BIN: 'sandbox' },
  });
  assert.ok(!run.passed);
  assert.match(
    run.failures[0] ?? '',
    /^o comando ficou sem resposta \(GET \/health → sem resposta \(a conexão caiu no meio, ECONNRESET\)\), e nenhum passo fala disso:/,
  );
});

const LISTING = [SOMEBODY, LIST, 'Então a API responde 200'];
const askFirst = (pathAndQuery: string): string =>
  listingCli(`
    require('node:http').get(process.env.DUMONT_API_URL + '${pathAndQuery}', { headers: { authorization: 'Bearer ' + token } }, (r) => {
      r.resume(); r.on('end', () => print('✅ Success (200)\\n' + body));
    });`);

test('a request outside the contract fails the scenario and is named', async () => {
  const run = await runScenarios({
    features: scenario(...LISTING),
    env: { DUMONT_BIN: askFirst('/api/v1/instances?estranho=1') },
  });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /^fora do contrato: listInstances: .*\/query\/estranho/);
});

test('an error on the way to the reply is nothing that a step could speak about', async () => {
  const cli = listingCli(`
    const options = { headers: { authorization: 'Bearer ' + token } };
    require('node:http').get(process.env.DUMONT_API_URL + '/api/v1/instances/1', options, (wrong) => {
      wrong.resume();
      require('node:http').get(process.env.DUMONT_API_URL + '/api/v1/instances', options, (right) => {
        right.resume(); right.on('end', () => print(body));
      });
    });`);
  const run = await runScenarios({ features: scenario(...LISTING), env: { DUMONT_BIN: cli } });
  assert.ok(!run.passed);
  assert.match(
    run.failures[0] ?? '',
    /^antes da resposta houve um erro, GET \/api\/v1\/instances\/1 → 404 em \d+ ms:\n {2}comando: {3}dumont instance list/,
  );
});

test('a redirection is no success', async () => {
  const backend = await serve(cannedBackend({ 'GET /health': [307, { status: 'elsewhere' }] }));
  const env = { DUMONT_BASE_URL: backend, DUMONT_BIN: 'sandbox', DUMONT_CONTRACT: 'relatar' };
  const run = await runScenarios({ features: scenario('Quando executo `dumont health list`'), env });
  assert.ok(!run.passed);
  assert.match(run.failures[0] ?? '', /^a API respondeu 307, e nenhum passo fala disso:/);
});

const NOTHING_RAN = /^Nenhum cenário rodou: nenhum corresponde ao caminho, ao nome ou às tags pedidas\.$/m;

test('a run in which no scenario was chosen fails, whatever did not match', async () => {
  const features = scenario(NOBODY);
  const empty = temporaryFolder('empty');
  mkdirSync(path.join(empty, 'features'));
  for (const request of [
    { features, args: ['--tags', '@nada'] },
    { features, args: ['--name', 'nada'] },
    { args: [path.join(empty, 'features')] },
    { args: [path.join(empty, 'nada.feature')] },
    { args: ['features/01_auth_journey.feature:2'] },
  ]) {
    const run = await runFeatures(request);
    assert.equal(run.exitCode, 1, run.output);
    assert.match(run.output, NOTHING_RAN);
  }
});

test('an empty shard is no failure; neither is a run in which everything was skipped, which says so', async () => {
  const shard = await runFeatures({ features: scenario(NOBODY), args: ['--shard', '2/2'] });
  assert.equal(shard.exitCode, 0, shard.output);
  const skipped = scenario(NOBODY)['a.feature']?.replace('  Cenário', '  @destrutivo\n  Cenário') ?? '';
  const run = await runFeatures({ features: { 'a.feature': skipped }, env: await strangely() });
  assert.equal(run.exitCode, 0, run.output);
  assert.match(run.output, /^Nenhum cenário rodou: 1 foi pulado\.$/m);
  assert.doesNotMatch(run.output, NOTHING_RAN);
});
