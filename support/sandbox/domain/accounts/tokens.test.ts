import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { DomainError } from '../errors';
import { Tokens } from './tokens';

const DAY = 24 * 60 * 60 * 1000;
const EMAIL = 'ana@example.com';

const refused = (tokens: Tokens, token: string): Promise<void> =>
  assert.rejects(tokens.emailOf(token), (error) => error instanceof DomainError && error.status === 401);
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const claimsOf = (token: string): { sub: string; iat: number; exp: number } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('a token tells whose it is for thirty days, and then no longer', async () => {
  const clock = new ManualClock();
  const tokens = new Tokens(clock);
  const token = await tokens.issue(EMAIL);
  clock.advance(30 * DAY - 1000);
  assert.equal(await tokens.emailOf(token), EMAIL);
  clock.advance(2000);
  await refused(tokens, token);
});

test('it is a JWT with sub, iat and exp, thirty days apart', async () => {
  const clock = new ManualClock();
  const { sub, iat, exp } = claimsOf(await new Tokens(clock).issue(EMAIL));
  assert.deepEqual([sub, iat, exp - iat], [EMAIL, clock.now().getTime() / 1000, (30 * DAY) / 1000]);
});

test('a token issued as expired was never good here', async () => {
  const tokens = new Tokens(new ManualClock());
  const token = await tokens.issueExpired(EMAIL);
  assert.ok(claimsOf(token).exp < new ManualClock().now().getTime() / 1000);
  await refused(tokens, token);
});

test('what somebody else signed, changed, left unsigned or cut short is refused', async () => {
  const tokens = new Tokens(new ManualClock());
  const token = await tokens.issue(EMAIL);
  const [header = '', claims = '', signature = ''] = token.split('.');
  const forged = `${header}.${claims}`;
  const faulty = {
    'another process': await new Tokens(new ManualClock()).issue(EMAIL),
    'another key': `${forged}.${createHmac('sha256', 'x').update(forged).digest('base64url')}`,
    'another user': `${header}.${encoded({ ...claimsOf(token), sub: 'bia@example.com' })}.${signature}`,
    'alg none': `${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'cut short': token.slice(0, -5),
    'no token': 'abc',
    nothing: '',
  };
  for (const [what, wrong] of Object.entries(faulty)) await refused(tokens, wrong).catch(() => assert.fail(what));
});
