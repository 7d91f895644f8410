import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { buildCli } from '../../sandbox/cli/bundle';
import { type CannedReply, startRecorder } from '../../testing/recorder';
import { buildFaultyCli, patchSandbox } from './apply';
import { FaultError, filesOf } from './fault';
import { faultOf } from './index';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const run = promisify(execFile);
const home = mkdtempSync(path.join(tmpdir(), 'dumont-fault-'));
after(() => rmSync(home, { recursive: true, force: true }));

function known(id: string) {
  const fault = faultOf(id);
  assert.ok(fault);
  return fault;
}

/** What a script prints that runs in a process of its own, with `patch(id)` at hand. */
async function printed(script: string): Promise<string> {
  const patch = `const patch = (id) => require('./support/mutation/faults/apply.ts').patchSandbox(require('./support/mutation/faults/index.ts').faultOf(id));`;
  const argv = ['-r', './support/register.cjs', '-e', `${patch}\n${script}`];
  return (await run(process.execPath, argv, { cwd: ROOT, env: { PATH: process.env.PATH } })).stdout.trim();
}

/** What the login with a wrong password answers, and the login with the right one. */
const LOGINS = `(async () => {
  const { url, control, close } = await require('./support/sandbox/index.ts').startSandbox();
  const { email: username, password } = await control.createUser();
  const login = (typed) => fetch(url + '/api/v1/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: typed }),
  });
  console.log((await login('wrong-password')).status, (await login(password)).status);
  await close();
})();`;

test('a sandbox with a fault in it behaves so, one without does not, and the source stays as it is', async () => {
  const fault = known('wrong-password-accepted');
  const before = filesOf(fault).map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  assert.equal(await printed(`patch('wrong-password-accepted'); ${LOGINS}`), '200 200');
  assert.equal(await printed(LOGINS), '401 200');
  assert.deepEqual(
    filesOf(fault).map((file) => readFileSync(path.join(ROOT, file), 'utf8')),
    before,
  );
});

test('a fault that comes after its file was loaded is refused, not ignored', async () => {
  const script = `require('./support/sandbox/handlers/auth.ts');
    try { patch('wrong-password-accepted'); } catch ({ message }) { console.log(message); }`;
  assert.equal(
    await printed(script),
    'A falha "wrong-password-accepted" chegou tarde: support/sandbox/handlers/auth.ts já estava carregado.',
  );
});

async function answered(entry: string, reply: CannedReply): Promise<{ code: number; stdout: string }> {
  const api = await startRecorder();
  api.reply = reply;
  try {
    const env = { HOME: home, DUMONT_API_URL: api.url };
    const { stdout } = await run(process.execPath, [entry, 'instance', 'list'], { cwd: home, env });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, stdout };
  } finally {
    await api.close();
  }
}

test('a CLI with a fault in it behaves so, beside the ordinary one, and the source stays as it is', async () => {
  const fault = known('error-exits-with-zero');
  const before = filesOf(fault).map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  const [ordinary, broken] = [await buildCli(), await buildFaultyCli(fault)];
  assert.notEqual(broken.entry, ordinary.entry);
  const refusal = { status: 402, body: '{"error":"Insufficient balance"}' };
  const [right, wrong] = [await answered(ordinary.entry, refusal), await answered(broken.entry, refusal)];
  assert.deepEqual([right.code, wrong.code], [1, 0]);
  assert.equal(wrong.stdout, right.stdout);
  assert.deepEqual(await buildCli(), ordinary);
  assert.deepEqual(
    filesOf(fault).map((file) => readFileSync(path.join(ROOT, file), 'utf8')),
    before,
  );
});

test('each part of the product is broken in its own way', async () => {
  const ofTheCli = known('silence');
  const ofTheSandbox = known('wrong-password-accepted');
  const refused = (message: string) => (error: unknown) => error instanceof FaultError && error.message === message;
  assert.throws(() => patchSandbox(ofTheCli), refused('A falha "silence" não é do sandbox.'));
  await assert.rejects(buildFaultyCli(ofTheSandbox), refused('A falha "wrong-password-accepted" não é da CLI.'));
  const stray = { ...ofTheCli, part: 'sandbox' } as const;
  assert.throws(
    () => patchSandbox(stray),
    refused('A falha "silence" mexe em support/sandbox/cli/output.ts, que não é do sandbox.'),
  );
});
