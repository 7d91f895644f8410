// @own-process: kills runs outright
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../../sandbox/index';
import { eventually } from '../../../testing/processes';
import { runFeatures, startFeatures } from '../../../testing/run-features';
import { temporaryFolder } from '../../../testing/temporary-folder';
import { callApi } from '../../targets/api';
import { loginByApi } from '../../targets/session';
import { ledgerFiles, readLedger } from './ledger-folder';

const USER = { email: 'dona@example.com', password: 'senha-da-dona', secrets: [] };
const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

let sandbox: Sandbox;
let token: string;
before(async () => {
  sandbox = await startSandbox();
  await sandbox.control.createUser(USER);
  token = await loginByApi(sandbox.url, USER);
});
after(() => sandbox.close());

/** What an operator's machine keeps from one run to the next. */
function operator() {
  const state = temporaryFolder('state');
  const env = {
    DUMONT_BASE_URL: sandbox.url,
    DUMONT_BIN: 'sandbox',
    DUMONT_TEST_EMAIL: USER.email,
    DUMONT_TEST_PASSWORD: USER.password,
    DUMONT_SKIP_DESTRUCTIVE: 'false',
    XDG_STATE_HOME: state,
  };
  return { env, folder: path.join(state, 'dumont-journeys') };
}

const feature = (...steps: string[]): Record<string, string> => ({
  'a.feature': `\nFuncionalidade: Aluguel\n\n  @destrutivo\n  Cenário: Um\n${steps.map((step) => `    ${step}\n`).join('')}`,
});

const RENTS = ['Dado que estou autenticado', 'E que já tenho a instância <instance_id> em execução'];

function sweep(env: Record<string, string>, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const program = ['-r', './support/register.cjs', 'support/suite/safety/cleanup/sweep-account.ts', ...args];
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

async function instances(): Promise<{ id: number; label: string | null }[]> {
  const { body } = await callApi(sandbox.url, 'listInstances', { token });
  return (body as { instances: { id: number; label: string | null }[] }).instances;
}

test('what a run that was killed outright has left is told by the next one, shown, and swept', async () => {
  const { env, folder } = operator();
  const { pid, finished } = startFeatures({
    features: feature(
      ...RENTS,
      'Quando executo `dumont instance get <instance_id>`',
      'Então a instância <instance_id> fica pausada',
    ),
    env,
  });
  const records = () => ledgerFiles(folder).flatMap(readLedger);
  await eventually('the instance is noted', () => records().some(({ type }) => type === 'outcome'));
  process.kill(pid, 'SIGKILL');
  await finished;
  const [left] = await instances();
  assert.match(left?.label ?? '', /^dumont-journeys-/);

  const next = await runFeatures({
    features: feature(RENTS[0] ?? '', 'Quando executo `dumont auth me`', 'Então a API responde 200'),
    env,
  });
  assert.equal(next.exitCode, 0, next.output);
  assert.match(next.output, /Aviso: 1 execução anterior deixou algo neste backend; veja e desfaça com npm run sweep\./);

  const shown = await sweep(env, '--dry-run');
  assert.equal(shown.code, 0, shown.output);
  assert.match(
    shown.output,
    new RegExp(
      `instância ${left?.id} \\(US\\$ \\d,\\d\\d por hora\\): da execução dumont-journeys-\\w+; para remover: dumont instance delete ${left?.id}`,
    ),
  );
  assert.equal((await instances()).length, 1);
  const unasked = await sweep(env);
  assert.equal(unasked.code, 2, unasked.output);
  const done = await sweep(env, '--yes');
  assert.deepEqual([done.code, done.output.split('\n').at(-2)], [0, 'Tudo foi desfeito.']);
  assert.deepEqual([await instances(), ledgerFiles(folder)], [[], []]);
  assert.match((await sweep(env)).output, /^Nada ficou em /);
});

test('a run says before what it may cost and after what it did, and leaves no ledger', async () => {
  const { env, folder } = operator();
  const features = feature(...RENTS, 'Quando executo `dumont instance get <instance_id>`', 'Então a API responde 200');
  const first = await runFeatures({ features, env });
  assert.equal(first.exitCode, 0, first.output);
  assert.match(
    first.output,
    /Custo: no máximo US\$ 1,00 \(DUMONT_MAX_COST\); ainda não se sabe quanto uma execução custa aqui\./,
  );
  assert.match(first.output, /Custo desta execução: US\$ 0,\d+, 1 máquina ou job\n +US\$ 0,\d+ {2}\S+a\.feature/);
  assert.deepEqual([await instances(), ledgerFiles(folder)], [[], []]);
  const second = await runFeatures({ features, env: { ...env, DUMONT_MAX_COST: '0,0001' } });
  assert.match(second.output, /; a última execução custou US\$ 0,\d+\./);
  assert.match(
    second.failures[0] ?? '',
    /^a preparação não deu certo: .*retido pela suíte: .*passaria do teto de US\$ 0,0001 da execução/,
  );
  assert.deepEqual(await instances(), []);
});

test('an instance with the label of the suite that no ledger knows goes only when it is asked for', async () => {
  const { env } = operator();
  const { body } = await callApi(sandbox.url, 'listOffers', { token });
  const { offers } = body as { offers: { id: number }[] };
  for (const [index, label] of ['dumont-journeys-Ab3dE9', 'de-outra-pessoa'].entries())
    await callApi(sandbox.url, 'createInstance', { token, body: { offer_id: offers[index]?.id, label } });
  assert.match((await sweep(env, '--yes')).output, /^Nada ficou em /);
  assert.equal((await sweep(env, '--yes', '--label')).code, 0);
  assert.deepEqual(
    (await instances()).map(({ label }) => label),
    ['de-outra-pessoa'],
  );
});

test('without a backend there is nothing to sweep', async () => {
  const { code, output } = await sweep({});
  assert.deepEqual(
    [code, output],
    [2, 'Diga em DUMONT_BASE_URL de qual backend é para desfazer o que ficou; no sandbox embutido nada fica.\n'],
  );
});
