import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Backend, openBackend, send } from '../testing/backend';

describe('authentication', () => {
  let backend: Backend;
  before(async () => {
    backend = await openBackend();
  });
  after(() => backend.close());

  it('opens a session of 30 days for the right password, in any letter case of the address', async () => {
    const { email, password } = await backend.control.createUser({});
    const { status, body } = await send(backend.url, 'POST', '/auth/login', {
      body: { username: email.toUpperCase(), password },
    });
    assert.equal(status, 200);
    assert.equal(body.user, email);
    const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString());
    assert.equal(claims.sub, email);
    assert.equal(claims.exp - claims.iat, 30 * 24 * 60 * 60);
  });

  it('refuses a wrong password and an unknown user alike', async () => {
    const { email } = await backend.control.createUser({});
    for (const username of [email, 'nobody@example.com']) {
      const { status, body } = await send(backend.url, 'POST', '/auth/login', { body: { username, password: 'wrong' } });
      assert.equal(status, 401);
      assert.deepEqual(body, { error: 'Invalid email or password' });
    }
  });

  it('says 422 to what is no e-mail address, and never repeats the password', async () => {
    const { status, body } = await send(backend.url, 'POST', '/auth/login', {
      body: { username: 'ana', password: 'S3cret-word' },
    });
    assert.equal(status, 422);
    assert.deepEqual(body.details[0].loc, ['body', 'username']);
    const missing = await send(backend.url, 'POST', '/auth/login', { body: { password: 'S3cret-word' } });
    assert.equal(missing.status, 422);
    assert.doesNotMatch(JSON.stringify([body, missing.body]), /S3cret/);
  });

  it('shows who is logged in, and goes on doing so after a logout, which is stateless', async () => {
    const session = await backend.login();
    assert.equal((await session.get('/auth/me')).body.email, session.user.email);
    assert.equal((await session.post('/auth/logout')).status, 200);
    assert.equal((await session.get('/auth/me')).status, 200);
  });

  it('refuses no token, a forged, an expired, an unsigned one, and one of a user that is gone', async () => {
    const { user, token } = await backend.login();
    const [header, claims] = token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const forged = `${header}.${claims}.${Buffer.from('a forged signature, 32 bytes long').toString('base64url')}`;
    const gone = await backend.login();
    await backend.control.removeUser(gone.user.email);
    const expired = await backend.control.expiredToken(user.email);
    for (const bad of [undefined, 'nonsense', forged, unsigned, expired, gone.token]) {
      const { status, body } = await send(backend.url, 'GET', '/auth/me', { token: bad });
      assert.equal(status, 401);
      assert.deepEqual(body, { error: 'Not authenticated' });
    }
  });

  it('masks every secret of the settings and shows each user their own', async () => {
    const [ana, bia] = [await backend.login(), await backend.login()];
    const shown = (await ana.get('/settings')).body;
    assert.equal(shown.vast_api_key, `****${ana.user.secrets[0]?.slice(-4)}`);
    for (const secret of ana.user.secrets) assert.ok(!JSON.stringify(shown).includes(secret));
    assert.notDeepEqual((await bia.get('/settings')).body, shown);
  });

  it('shows null where something is not configured', async () => {
    const session = await backend.login({ lacks: ['vast_key', 'storage', 'gcp'] });
    const { vast_api_key, settings } = (await session.get('/settings')).body;
    assert.deepEqual(
      [vast_api_key, settings.restic_repo, settings.restic_password, settings.gcp_credentials],
      [null, null, null, null],
    );
  });
});
