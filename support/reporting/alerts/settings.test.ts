import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Misuse } from '../../shared/command-line';
import { readAlertSettings } from './settings';

const SECRET = 'whsec_b3V0cmEgY2hhdmU=';

test('nothing set means no channel, a reminder every five runs and no documentation', () => {
  assert.deepEqual(readAlertSettings({ DUMONT_ALERT_SLACK: ' ' }), { channels: [], reminder: 5, docsUrl: null });
});

test('each channel is read from its variables', () => {
  const settings = readAlertSettings({
    DUMONT_ALERT_SLACK: 'https://hooks.slack.example/a',
    DUMONT_ALERT_TEAMS: 'https://teams.example/b?sig=1',
    DUMONT_ALERT_DISCORD: 'https://discord.example/c',
    DUMONT_ALERT_WEBHOOK: 'https://x.example/d',
    DUMONT_ALERT_WEBHOOK_SECRET: ` ${SECRET}  ${SECRET} `,
    DUMONT_ALERT_SMTP: 'smtps://eu%40exemplo.com:s%3Anha@correio.example',
    DUMONT_ALERT_EMAIL_FROM: 'Jornadas <jornadas@exemplo.com>',
    DUMONT_ALERT_EMAIL_TO: 'a@exemplo.com, b@exemplo.com',
    DUMONT_ALERT_REMINDER: '7',
    DUMONT_DOCS_URL: 'https://docs.example/documentacao',
  });
  assert.deepEqual(settings, {
    channels: [
      { kind: 'slack', url: 'https://hooks.slack.example/a' },
      { kind: 'teams', url: 'https://teams.example/b?sig=1' },
      { kind: 'discord', url: 'https://discord.example/c' },
      { kind: 'webhook', url: 'https://x.example/d', secrets: [SECRET, SECRET] },
      {
        kind: 'email',
        host: 'correio.example',
        port: 465,
        secure: true,
        auth: { user: 'eu@exemplo.com', pass: 's:nha' },
        from: 'Jornadas <jornadas@exemplo.com>',
        to: ['a@exemplo.com', 'b@exemplo.com'],
      },
    ],
    reminder: 7,
    docsUrl: 'https://docs.example/documentacao/',
  });
  const plain = readAlertSettings({
    DUMONT_ALERT_SMTP: 'smtp://[::1]',
    DUMONT_ALERT_EMAIL_FROM: 'a@b',
    DUMONT_ALERT_EMAIL_TO: 'c@d',
  });
  assert.deepEqual(plain.channels, [
    { kind: 'email', host: '::1', port: 587, secure: false, auth: null, from: 'a@b', to: ['c@d'] },
  ]);
});

test('what cannot be used is one sentence that names the variable and keeps its value to itself', () => {
  const mail = { DUMONT_ALERT_SMTP: 'smtp://u:segredo@h', DUMONT_ALERT_EMAIL_FROM: 'a@b.c', DUMONT_ALERT_EMAIL_TO: 'a@b.c' };
  const cases: [Record<string, string | undefined>, string][] = [
    [{ DUMONT_ALERT_SLACK: 'segredo' }, 'DUMONT_ALERT_SLACK'],
    [{ DUMONT_ALERT_TEAMS: 'ftp://segredo' }, 'DUMONT_ALERT_TEAMS'],
    [{ DUMONT_ALERT_DISCORD: 'https://eu:segredo@discord.example' }, 'DUMONT_ALERT_DISCORD'],
    [{ DUMONT_ALERT_WEBHOOK: 'https://segredo.example' }, 'DUMONT_ALERT_WEBHOOK_SECRET'],
    [{ DUMONT_ALERT_WEBHOOK_SECRET: SECRET }, 'DUMONT_ALERT_WEBHOOK'],
    [
      { DUMONT_ALERT_WEBHOOK: 'https://x.example', DUMONT_ALERT_WEBHOOK_SECRET: `${SECRET} segredo` },
      'DUMONT_ALERT_WEBHOOK_SECRET',
    ],
    [{ ...mail, DUMONT_ALERT_SMTP: 'https://segredo' }, 'DUMONT_ALERT_SMTP'],
    [{ ...mail, DUMONT_ALERT_SMTP: 'smtp://u:segredo%@h' }, 'DUMONT_ALERT_SMTP'],
    [{ ...mail, DUMONT_ALERT_EMAIL_FROM: undefined }, 'DUMONT_ALERT_EMAIL_FROM'],
    [{ ...mail, DUMONT_ALERT_EMAIL_TO: undefined }, 'DUMONT_ALERT_EMAIL_TO'],
    [{ ...mail, DUMONT_ALERT_EMAIL_TO: 'segredo' }, 'DUMONT_ALERT_EMAIL_TO'],
    [{ ...mail, DUMONT_ALERT_EMAIL_FROM: 'a@b.c, d@e.f' }, 'DUMONT_ALERT_EMAIL_FROM'],
    [{ ...mail, DUMONT_ALERT_SMTP: undefined, DUMONT_ALERT_EMAIL_TO: undefined }, 'DUMONT_ALERT_EMAIL_FROM'],
    [{ DUMONT_ALERT_REMINDER: '0' }, 'DUMONT_ALERT_REMINDER'],
    [{ DUMONT_DOCS_URL: 'segredo' }, 'DUMONT_DOCS_URL'],
  ];
  for (const [env, variable] of cases) {
    assert.throws(
      () => readAlertSettings(env),
      (error: Error) => error instanceof Misuse && error.message.includes(variable) && !/segredo|b3V0/.test(error.message),
      variable,
    );
  }
});
