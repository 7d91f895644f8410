import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type ProgramResult, runPreloaded } from '../../testing/preloaded';
import { madeRun } from '../history/testing/made-run';
import { newHistoryFile, record } from '../history/testing/recorded';
import type { Run } from '../model/run';
import { MailServer } from './testing/mail-server';
import { Receiver } from './testing/receiver';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const MAIN = path.join(__dirname, 'send-alerts.ts');
const GOOD = madeRun(0, [{ name: 'a' }]);
const BAD = madeRun(1, [{ name: 'a', is: 'f' }]);
const SECRET = 'whsec_Y2hhdmUtc2VjcmV0YQ==';

function alerts(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProgramResult> {
  return runPreloaded({ program: MAIN, args, cwd: ROOT, env: { PATH: process.env.PATH ?? '', ...env } });
}

function folderWith(...runs: readonly Run[]): string {
  const file = newHistoryFile();
  record(file, ...runs);
  return path.dirname(file);
}

test('a change goes to every channel at once, and no secret to the terminal', async (t) => {
  const hooks = await Promise.all(
    [200, 202, 404, 200].map(async (status) => {
      const receiver = new Receiver([{ status }]);
      t.after(() => receiver.close());
      return { receiver, url: await receiver.open() };
    }),
  );
  const mail = new MailServer('eu', 'senha-secreta');
  t.after(() => mail.close());
  const [slack, teams, discord, webhook] = hooks;
  const { exitCode, stdout, stderr } = await alerts(['--reports', folderWith(GOOD, BAD)], {
    DUMONT_ALERT_SLACK: slack?.url ?? '',
    DUMONT_ALERT_TEAMS: teams?.url ?? '',
    DUMONT_ALERT_DISCORD: discord?.url ?? '',
    DUMONT_ALERT_WEBHOOK: webhook?.url ?? '',
    DUMONT_ALERT_WEBHOOK_SECRET: SECRET,
    DUMONT_ALERT_SMTP: `smtp://eu:senha-secreta@127.0.0.1:${await mail.open()}`,
    DUMONT_ALERT_EMAIL_FROM: 'a@exemplo.com',
    DUMONT_ALERT_EMAIL_TO: 'b@exemplo.com',
  });
  assert.equal(exitCode, 0);
  assert.deepEqual(
    hooks.map(({ receiver }) => receiver.received.length),
    [1, 1, 1, 1],
  );
  assert.equal(mail.mails.length, 1);
  assert.match(stdout, /1 falha nova/);
  assert.match(stdout, /Alerta entregue por Slack, Microsoft Teams, webhook e e-mail\./);
  assert.equal(stderr, 'O alerta não chegou por Discord: o serviço respondeu 404; confira DUMONT_ALERT_DISCORD.\n');
  const sent = [
    ...hooks.flatMap(({ receiver }) => receiver.received.map(({ body }) => body)),
    ...mail.mails.map(({ raw }) => raw),
  ];
  for (const text of [stdout, stderr, ...sent]) assert.doesNotMatch(text, /SECRETO|127\.0\.0\.1|senha-secreta|Y2hhdm/);
});

test('--dry-run shows each payload as it would be sent, and sends nothing', async (t) => {
  const receiver = new Receiver([{ status: 200 }]);
  t.after(() => receiver.close());
  const url = await receiver.open();
  const { exitCode, stdout } = await alerts(['--dry-run', '--reports', folderWith(GOOD, BAD)], {
    DUMONT_ALERT_SLACK: url,
    DUMONT_ALERT_WEBHOOK: url,
    DUMONT_ALERT_WEBHOOK_SECRET: SECRET,
  });
  assert.equal(exitCode, 0);
  const [slack = '', webhook = ''] = stdout.split(/^# .+$/m).slice(1);
  assert.match(stdout, /^# Slack$/m);
  assert.equal(JSON.parse(slack).blocks[0].type, 'header');
  assert.equal(JSON.parse(webhook.replace(/\nNada foi enviado.*/, '')).type, 'dumont.journeys.changed');
  assert.match(stdout, /Nada foi enviado \(--dry-run\)\.\n$/);
  assert.doesNotMatch(stdout, /SECRETO|127\.0\.0\.1|Y2hhdm/);
  assert.equal(receiver.received.length, 0);
});

test('nothing new is one sentence, and no message', async (t) => {
  const receiver = new Receiver([{ status: 200 }]);
  t.after(() => receiver.close());
  const env = { DUMONT_ALERT_SLACK: await receiver.open() };
  const cases: [Run[], RegExp][] = [
    [[GOOD, madeRun(1, [{ name: 'a' }])], /^Nada mudou desde .*202[56].*: nenhum alerta\.\n$/],
    [[GOOD], /^É a primeira execução registrada, e nada falhou: nenhum alerta\.\n$/],
    [[], /^Não há execução registrada em .*history\.jsonl: nenhum alerta\.\n$/],
  ];
  for (const [runs, expected] of cases) {
    const { exitCode, stdout, stderr } = await alerts(['--reports', folderWith(...runs)], env);
    assert.match(stdout, expected);
    assert.deepEqual([exitCode, stderr], [0, '']);
  }
  assert.equal(receiver.received.length, 0);
});

test('without channels the change is shown, with what to do', async () => {
  const { exitCode, stdout } = await alerts([], { DUMONT_REPORTS: folderWith(GOOD, BAD) });
  assert.equal(exitCode, 0);
  assert.match(stdout, /^Jornadas da dumont: 1 falha nova\n/);
  assert.match(stdout, /Nenhum canal de alerta está configurado/);
});

test('misuse is one sentence and exit code 2', async () => {
  const reports = folderWith(GOOD, BAD);
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['--canal'], {}, /^Não conheço a opção --canal; veja npm run alerts -- --help\.\n$/],
    [['--reports', reports], { DUMONT_ALERT_SLACK: 'caminho-SECRETO' }, /^DUMONT_ALERT_SLACK .*\n$/],
    [['--reports', reports], { DUMONT_ALERT_SMTP: 'smtp://u:p@h' }, /^DUMONT_ALERT_SMTP pede DUMONT_ALERT_EMAIL_FROM.*\n$/],
    [['--reports', path.join(reports, 'history.jsonl')], {}, /^Não consegui preparar o alerta \(ENOTDIR\).*\n$/],
  ];
  for (const [args, env, expected] of cases) {
    const { exitCode, stdout, stderr } = await alerts(args, env);
    assert.deepEqual([exitCode, stdout], [2, ''], args.join(' '));
    assert.match(stderr, expected);
    assert.doesNotMatch(stderr, /SECRETO/);
  }
});

test('--help explains itself, and nothing is ever written', async () => {
  const reports = folderWith(GOOD);
  const { exitCode, stdout } = await alerts(['--help', '--reports', reports]);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^Uso: npm run alerts/);
  assert.deepEqual([existsSync(reports), readdirSync(reports)], [true, ['history.jsonl']]);
});

test('a run that was not recorded does not send the news of the one before it again', async () => {
  const folder = folderWith(GOOD, BAD);
  const summary = (content: unknown) => writeFileSync(path.join(folder, 'resumo.json'), JSON.stringify(content));
  summary({ startedAt: BAD.startedAt });
  assert.match((await alerts(['--reports', folder])).stdout, /1 falha nova/);
  for (const startedAt of ['2026-01-01T05:00:00.000Z', null]) {
    summary({ startedAt });
    const { exitCode, stdout } = await alerts(['--reports', folder]);
    assert.match(stdout, /^A última execução não entrou no histórico .*: nenhum alerta\.\n$/);
    assert.equal(exitCode, 0);
  }
});
