import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Redactor } from './redaction';

test('a secret is masked in every form in which it can travel', () => {
  const secret = 'sê nha/"7&x\'<';
  const redactor = new Redactor();
  redactor.learn(secret);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const forms = [
    secret,
    JSON.stringify(secret),
    JSON.stringify(secret).replaceAll('/', '\\/').replaceAll('ê', '\\u00EA'),
    JSON.stringify(secret).replaceAll('ê', '\\u00ea'),
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    `${new URLSearchParams({ secret })}`,
    'sê nha/&quot;7&amp;x&#39;&lt;',
    base64(secret),
    Buffer.from(secret).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('hex').toUpperCase(),
    ...['a', 'ab', 'abc'].map((user) => base64(`${user}:${secret}`)),
    ...['a', 'ab', 'abc'].map((user) => base64(JSON.stringify({ user, secret: 'x', password: `${secret}` }))),
  ];
  const parts = [
    secret,
    'nha/',
    '%22',
    ...[0, 1, 2].map((offset) =>
      Buffer.from(`${' '.repeat(offset)}nha/"7`)
        .toString('base64')
        .slice(3, 8),
    ),
  ];
  for (const form of forms) {
    const clean = redactor.redact(`antes ${form} depois`);
    assert.ok(clean.includes('***'), form);
    if (!form.includes('"user"')) for (const part of parts) assert.ok(!clean.includes(part), `${form} > ${clean}`);
  }
  assert.equal(redactor.redact(`antes ${secret} depois`), 'antes *** depois');
});

test('the longer secret goes first, so that no part of it is left', () => {
  const redactor = new Redactor();
  redactor.learn('senha');
  redactor.learn('senha-mestra');
  assert.equal(redactor.redact('senha-mestra e senha'), '*** e ***');
});

// Put together here, so that no scanner of repositories takes them for real ones.
const a = (count: number, from = 'a1B2c3D4e5F6g7H8'): string => from.repeat(8).slice(0, count);
const hex = (count: number): string => a(count, '0123456789abcdef');
const upper = (count: number): string => a(count, 'A1B2C3D4E5F6G7H8');

for (const [kind, secret] of Object.entries({
  'JSON Web Token': `eyJ${a(20)}.eyJ${a(10)}.${a(20)}`,
  'AWS access key': `AKIA${upper(16)}`,
  'Anthropic key': `sk-ant-api03-${a(40)}`,
  'Databricks token': `dapi${hex(32)}`,
  'DigitalOcean token': `dop_v1_${hex(64)}`,
  'Discord webhook': `https://discord.com/api/webhooks/123456789/${a(40)}`,
  'Docker Hub token': `dckr_pat_${a(27)}`,
  'GitHub token': `ghp_${a(36)}`,
  'GitHub fine-grained token': `github_pat_${a(40)}`,
  'GitLab token': `glpat-${a(20)}`,
  'Google key': `AIza${a(35)}`,
  'Google token': `ya29.${a(30)}`,
  'Grafana token': `glsa_${a(32)}_${hex(8)}`,
  'Hugging Face token': `hf_${a(34, 'abcDEFghi')}`,
  'Linear key': `lin_api_${a(40)}`,
  'Mailchimp key': `${hex(32)}-us12`,
  'Mailgun key': `key-${hex(32)}`,
  'New Relic key': `NRAK-${upper(27)}`,
  'npm token': `npm_${a(36)}`,
  'OpenAI key': `sk-proj-${a(40)}`,
  'private key': `-----BEGIN RSA PRIVATE KEY-----\n${a(60)}\n-----END RSA PRIVATE KEY-----`,
  'PyPI token': `pypi-${a(60)}`,
  'SendGrid key': `SG.${a(22)}.${a(43)}`,
  'Shopify token': `shpat_${hex(32)}`,
  'Slack token': `xoxb-${'1'.repeat(12)}-${a(24)}`,
  'Slack webhook': `https://hooks.slack.com/services/T0000/B0000/${a(24)}`,
  'Square token': `sq0atp-${a(22)}`,
  'Stripe key': `sk_live_${a(24)}`,
  'Tailscale key': `tskey-auth-${a(20)}`,
  'Telegram token': `123456789:AA${a(33)}`,
  'Terraform token': `${a(14)}.atlasv1.${a(67)}`,
  'Twilio key': `SK${hex(32)}`,
  'Vault token': `hvs.${a(90)}`,
})) {
  test(`a ${kind} that nobody declared is masked, in a text and in a value`, () => {
    const redactor = new Redactor();
    assert.equal(redactor.redact(`antes ${secret} depois`), 'antes *** depois');
    assert.deepEqual(redactor.redactValue({ note: secret }), { note: '***' });
  });
}

test('what introduces a secret stays', () => {
  const redactor = new Redactor();
  assert.equal(redactor.redact('Authorization: Bearer abcdefgh1234'), 'Authorization: Bearer ***');
  assert.equal(redactor.redact('postgres://dona:s3nha@db.example.com/x'), 'postgres://dona:***@db.example.com/x');
});

test('a name that tells masks its value, at any depth and in free text', () => {
  const redactor = new Redactor();
  const value = { openrouter_api_key: 'k1', nested: [{ authKey: 7, PRIVATE_PART: 'x', total_tokens: 5 }], monkey: 'ape' };
  assert.deepEqual(redactor.redactValue(value), {
    openrouter_api_key: '***',
    nested: [{ authKey: '***', PRIVATE_PART: '***', total_tokens: 5 }],
    monkey: 'ape',
  });
  assert.equal(redactor.redact('"telegram_token": "abc def", "port": 22'), '"telegram_token": "***", "port": 22');
  assert.equal(
    redactor.redact('X-Auth-Token: abcd1234\nuser=ana&password=s3nha-x&page=1'),
    'X-Auth-Token: ***\nuser=ana&password=***&page=1',
  );
});

test('what only speaks of secrets stays', () => {
  const redactor = new Redactor();
  for (const text of [
    'estimated_tokens_per_second: 1500',
    'cost_per_million_tokens=0.123',
    'o token da resposta fica salvo em "~/.dumont_token"',
    'dumont auth login <email> <password>',
    '"authenticated": true, "has_key": true, "token": null',
    'id 9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d',
    'em 2026-11-28T11:04:25.913Z, a 0.0986',
    'Basic information, Token expirado',
  ])
    assert.equal(redactor.redact(text), text);
});

test('a value is redacted at any depth, names and numbers too', () => {
  const redactor = new Redactor();
  redactor.learn('senha-mestra');
  redactor.learn('12345678');
  const value = { 'a senha-mestra': [{ text: 'é senha-mestra', code: 12345678, port: 22 }, null, true], none: undefined };
  const clean = { 'a ***': [{ text: 'é ***', code: '***', port: 22 }, null, true], none: undefined };
  assert.deepEqual(redactor.redactValue(value), clean);
});

test('what is too short to be told from a word is no secret', () => {
  const redactor = new Redactor();
  redactor.learn('abc');
  assert.equal(redactor.redact('abcabc'), 'abcabc');
});
