// @own-process: starts long runs
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { NOTE_MEDIA_TYPE, readNote } from '../shared/messages/note';
import { callApi } from '../suite/targets/api';
import { loginByApi } from '../suite/targets/session';
import { runFeatures } from './run-features';

// The same features against the sandbox that stands alone, as against any deployment: one account for all, nothing left on it.

const ROOT = path.resolve(__dirname, '..', '..');
/** The rules beside the journeys take minutes where scenarios share an account and so take turns. */
const JOURNEYS = ['--tags', '@jornada'];
const HARMLESS_AND_NOT = ['features/01_auth_journey.feature', 'features/02_instance_lifecycle.feature'];
const USER = { email: 'test@example.com', password: 'testpass123', secrets: [] };

let sandbox: ChildProcess;
let baseUrl = '';
let control = '';

before(async () => {
  sandbox = spawn(process.execPath, ['-r', './support/register.cjs', 'support/sandbox/serve.ts'], { cwd: ROOT });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    sandbox.once('exit', () => reject(new Error(`the sandbox ended: ${printed}`)));
    sandbox.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('DUMONT_SANDBOX_CONTROL=') && printed.endsWith('\n')) resolve();
    });
  });
  baseUrl = printed.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '';
  control = printed.match(/DUMONT_SANDBOX_CONTROL=(\S+)/)?.[1] ?? '';
});

after(() => sandbox.kill('SIGTERM'));

/** The market's prices differ from process to process, and what is rented here costs nothing: the ceiling has tests of its own. */
const deployment = (): Record<string, string> => ({ DUMONT_BASE_URL: baseUrl, DUMONT_BIN: 'sandbox', DUMONT_MAX_COST: '100' });

async function leftovers(): Promise<unknown[]> {
  const token = await loginByApi(baseUrl, USER);
  const ask = async <Body>(operation: string): Promise<Body> => (await callApi(baseUrl, operation, { token })).body as Body;
  const { instances } = await ask<{ instances: unknown[] }>('listInstances');
  const { snapshots } = await ask<{ snapshots: unknown[] }>('listSnapshots');
  const { associations } = await ask<{ associations: object }>('listStandbyAssociations');
  const { jobs } = await ask<{ jobs: { status: string }[] }>('listFinetuneJobs');
  const standby = await ask<{ auto_standby_enabled: boolean }>('getStandbyStatus');
  const running = jobs.filter(({ status }) => status !== 'cancelled');
  return [instances, snapshots, Object.keys(associations), running, standby.auto_standby_enabled];
}

test('what creates or destroys is skipped with its reason until it is asked for', async () => {
  const run = await runFeatures({ env: deployment(), args: [...HARMLESS_AND_NOT, ...JOURNEYS] });
  assert.equal(run.exitCode, 0, run.output);
  assert.match(run.output, /cria ou destrói recursos; para rodar, use DUMONT_SKIP_DESTRUCTIVE=false/);
  assert.match(run.output, /^2 cenários: 1 passou e 1 foi pulado /m);
});

for (const channel of ['with', 'without']) {
  test(`the ten journeys pass ${channel} a control channel, and nothing is left on the account`, async () => {
    const env = {
      ...deployment(),
      DUMONT_SKIP_DESTRUCTIVE: 'false',
      ...(channel === 'with' && { DUMONT_SANDBOX_CONTROL: control }),
    };
    const run = await runFeatures({ env, args: [...JOURNEYS, '--parallel', channel === 'with' ? '2' : '0'] });
    assert.equal(run.exitCode, 0, run.output);
    assert.match(run.output, /As 10 jornadas passaram/);
    assert.deepEqual(await leftovers(), [[], [], [], [], false]);
    const verdicts = run.messages.flatMap(({ attachment }) => {
      const note = attachment?.mediaType === NOTE_MEDIA_TYPE ? readNote(attachment.body) : null;
      return note?.kind === 'promise' && note.verdict !== 'holds' ? [`${note.step} ${note.verdict}`] : [];
    });
    assert.deepEqual(verdicts.sort(), channel === 'with' ? [] : ['3.6 unverified', '9.7 unverified']);
  });
}

test('a scenario that fails in the middle leaves nothing either', async () => {
  const feature = `
Funcionalidade: Falha no meio

  @destrutivo
  Cenário: Criar de tudo e falhar
    Dado que estou autenticado
    E que tenho o auto-standby ligado
    E que já tenho a CPU standby da GPU <gpu_id> órfã
    E que já tenho a instância <instance_id> em execução
    E que já tenho o snapshot <snapshot_id> da instância <instance_id>
    E que já tenho o job <job_id> em execução
    Quando executo \`dumont instance list\`
    Então a API responde 418`;
  const run = await runFeatures({
    features: { 'a.feature': feature },
    env: { ...deployment(), DUMONT_SKIP_DESTRUCTIVE: 'false' },
  });
  assert.equal(run.exitCode, 1);
  assert.deepEqual(
    run.failures.map((failure) => failure.split('\n')[0]),
    ['a API deveria responder 418, mas respondeu 200.'],
  );
  assert.deepEqual(await leftovers(), [[], [], [], [], false]);
});
