import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword } from './passwords';
import { masked, Vault } from './vault';

test('only the password itself is taken for it', () => {
  const hash = hashPassword('senha-secreta');
  assert.ok(isPassword('senha-secreta', hash));
  for (const wrong of ['', 'senha-secreta ', 'Senha-secreta', 'outra']) assert.ok(!isPassword(wrong, hash), wrong);
});

test('two users with the same password share nothing, and neither hash tells it', () => {
  const [one, other] = [hashPassword('senha-secreta'), hashPassword('senha-secreta')];
  assert.notDeepEqual(one.key, other.key);
  assert.ok(!Buffer.concat([one.salt, one.key]).includes('senha'));
});

test('every account has secrets of its own, all of them listed, and a mask shows their end alone', () => {
  const [one, other] = [new Vault(), new Vault()];
  assert.equal(new Set([...one.secrets, ...other.secrets]).size, 10);
  for (const secret of one.secrets) {
    assert.equal(masked(secret), `****${secret.slice(-4)}`);
    assert.ok(secret.length > 12);
  }
});
