import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setUp, type Workbench } from './testing/workbench';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyQGVtYWlsLmNvbSJ9.c2lnbmF0dXJl';
const LOGIN = ['auth', 'login', 'user@email.com', 'password'];
const LOGOUT = ['auth', 'logout'];

let bench: Workbench;
before(async () => {
  bench = await setUp();
});
after(() => bench.close());
beforeEach(() => {
  rmSync(bench.tokenFile, { recursive: true, force: true });
  bench.api.received = [];
  bench.api.reply = { status: 200, body: JSON.stringify({ success: true, user: 'user@email.com', token: JWT }) };
});

const mode = (): number => statSync(bench.tokenFile).mode & 0o777;
const authorization = (): string | undefined => bench.api.received.at(-1)?.headers.authorization;

test('login keeps the bare JWT, for its owner alone, and never prints it', async () => {
  const { code, stdout } = await bench.dumont(LOGIN);
  assert.equal(code, 0);
  assert.equal(readFileSync(bench.tokenFile, 'utf8'), JWT);
  assert.equal(mode(), 0o600);
  assert.deepEqual(readdirSync(bench.home), ['.dumont_token']);
  assert.match(stdout, /"token": "\*\*\*"/);
  assert.doesNotMatch(stdout, /eyJ/);
});

test('login takes the place of an older token that others could read', async () => {
  bench.saveToken('older');
  chmodSync(bench.tokenFile, 0o644);
  await bench.dumont(LOGIN);
  assert.deepEqual([readFileSync(bench.tokenFile, 'utf8'), mode()], [JWT, 0o600]);
});

test('login does not write through a link', async () => {
  const elsewhere = path.join(bench.project, 'elsewhere');
  writeFileSync(elsewhere, 'untouched');
  symlinkSync(elsewhere, bench.tokenFile);
  await bench.dumont(LOGIN);
  assert.deepEqual([readFileSync(elsewhere, 'utf8'), readFileSync(bench.tokenFile, 'utf8')], ['untouched', JWT]);
});

test('a refused login leaves the session as it was', async () => {
  bench.saveToken('mine');
  bench.api.reply = { status: 401, body: '{"error":"Invalid email or password"}' };
  const { code } = await bench.dumont(LOGIN);
  assert.deepEqual([code, readFileSync(bench.tokenFile, 'utf8')], [1, 'mine']);
});

test('a login that opens no session is no success', async () => {
  bench.api.reply = { status: 200, body: '{"success":true}' };
  const { code, stdout } = await bench.dumont(LOGIN);
  assert.deepEqual([code, existsSync(bench.tokenFile)], [1, false]);
  assert.match(stdout, /✅ Success \(200\)[\s\S]*❌ The reply has no token: no session was opened/);
});

test('a token that cannot be kept is no success either, and leaves nothing behind', async () => {
  mkdirSync(bench.tokenFile);
  const { code, stdout } = await bench.dumont(LOGIN);
  assert.equal(code, 1);
  assert.match(stdout, /❌ Cannot change ~\/\.dumont_token: EISDIR/);
  assert.deepEqual(readdirSync(bench.home), ['.dumont_token']);
  assert.doesNotMatch(stdout, /eyJ/);
});

test('the token goes with every request, a line break at its end or not', async () => {
  for (const text of [JWT, `${JWT}\n`]) {
    bench.saveToken(text);
    await bench.dumont(['auth', 'me']);
    assert.equal(authorization(), `Bearer ${JWT}`);
  }
});

test('without a usable token the request is sent all the same: the refusal is the API’s', async () => {
  bench.api.reply = { status: 401, body: '{"error":"Not authenticated"}' };
  const write: Record<string, () => void> = {
    none: () => {},
    empty: () => bench.saveToken(''),
    'of two lines': () => bench.saveToken('a\r\nX-Injected: b'),
    'that is a folder': () => mkdirSync(bench.tokenFile),
  };
  for (const [what, prepare] of Object.entries(write)) {
    rmSync(bench.tokenFile, { recursive: true, force: true });
    prepare();
    const { code, stdout } = await bench.dumont(['auth', 'me']);
    assert.equal(code, 1, what);
    assert.equal(authorization(), undefined, what);
    assert.match(stdout, /❌ Unauthorized\. Please login first/, what);
  }
});

test('logout removes the token', async () => {
  bench.saveToken(JWT);
  bench.api.reply = { status: 200, body: '{"success":true}' };
  const { code } = await bench.dumont(LOGOUT);
  assert.deepEqual([code, existsSync(bench.tokenFile), authorization()], [0, false, `Bearer ${JWT}`]);
});

test('logout without a token file that succeeds is a success', async () => {
  assert.equal((await bench.dumont(LOGOUT)).code, 0);
});

test('a logout that failed keeps the token', async () => {
  bench.saveToken(JWT);
  for (const status of [401, 500]) {
    bench.api.reply = { status, body: '{"error":"no"}' };
    assert.equal((await bench.dumont(LOGOUT)).code, 1);
    assert.equal(readFileSync(bench.tokenFile, 'utf8'), JWT);
  }
});

test('no other command changes the token', async () => {
  bench.saveToken(JWT, 0o640);
  await bench.dumont(['auth', 'me']);
  assert.deepEqual([readFileSync(bench.tokenFile, 'utf8'), mode()], [JWT, 0o640]);
});
