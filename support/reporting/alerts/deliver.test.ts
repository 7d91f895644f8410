import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { deliver, failureSentence } from './deliver';
import { waitIn } from './post';
import type { Patience } from './retry';
import type { Channel, MailChannel } from './settings';
import { MailServer } from './testing/mail-server';
import { type Answer, Receiver } from './testing/receiver';
import { sampleMessage } from './testing/sample-message';

const QUICK: Patience = { timeoutMs: 400, tries: 3, backOffMs: 1, longestWaitMs: 60_000 };
const MESSAGE = sampleMessage();

async function receiver(t: TestContext, ...answers: Answer[]): Promise<{ receiver: Receiver; url: string }> {
  const opened = new Receiver(answers);
  t.after(() => opened.close());
  return { receiver: opened, url: await opened.open() };
}

async function failureOf(channel: Channel, patience = QUICK): Promise<string | null> {
  const [delivery] = await deliver(MESSAGE, [channel], patience);
  assert.ok(delivery);
  assert.doesNotMatch(failureSentence(delivery), /SECRETO|127\.0\.0\.1|senha-secreta|whsec_/);
  return delivery.failure;
}

test('a message arrives once, as JSON', async (t) => {
  for (const kind of ['slack', 'teams', 'discord'] as const) {
    const { receiver: service, url } = await receiver(t, { status: 200, body: 'ok' });
    assert.equal(await failureOf({ kind, url }), null);
    const [request, ...more] = service.received;
    assert.equal(more.length, 0);
    assert.equal(request?.headers['content-type'], 'application/json');
    assert.match(JSON.stringify(JSON.parse(request?.body ?? '')), /Criar uma instância/);
  }
});

test('each try of a webhook is signed anew under the same id', async (t) => {
  const secret = 'whsec_b3V0cmEgY2hhdmU=';
  const { receiver: service, url } = await receiver(t, { status: 500 }, { status: 204 });
  assert.equal(await failureOf({ kind: 'webhook', url, secrets: [secret] }), null);
  assert.equal(service.received.length, 2);
  for (const { headers, body } of service.received) {
    assert.equal(headers['webhook-id'], MESSAGE.id);
    new Webhook(secret).verify(body, headers as Record<string, string>);
  }
});

test('a service in trouble is tried again until it takes the message', async (t) => {
  const { receiver: service, url } = await receiver(t, { status: 500 }, { status: 408 }, { status: 200 });
  assert.equal(await failureOf({ kind: 'slack', url }), null);
  assert.equal(service.received.length, 3);
});

test('after three tries it is given up, whether the service errs, is silent or hangs up', async (t) => {
  const cases: [Answer, string][] = [
    [{ status: 503 }, 'o serviço respondeu 503, em 3 tentativas'],
    ['hang', 'o serviço não respondeu em 0.4 s, em 3 tentativas'],
    ['reset', 'a conexão caiu, em 3 tentativas'],
  ];
  for (const [answer, expected] of cases) {
    const { receiver: service, url } = await receiver(t, answer);
    const failure = await failureOf({ kind: 'slack', url });
    assert.match(failure ?? '', new RegExp(expected.replace('a conexão caiu', 'a conexão (caiu|falhou \\(UND_ERR_SOCKET\\))')));
    assert.equal(service.received.length, 3);
  }
});

test('what is refused for good is not tried again, and a redirection is not followed', async (t) => {
  for (const [status, expected] of [
    [404, 'o serviço respondeu 404'],
    [400, 'o serviço respondeu 400'],
    [307, 'o serviço mandou procurar noutro endereço (307)'],
  ] as const) {
    const elsewhere = await receiver(t, { status: 200 });
    const { receiver: service, url } = await receiver(t, { status, headers: { location: elsewhere.url } });
    assert.equal(await failureOf({ kind: 'discord', url }), expected);
    assert.deepEqual([service.received.length, elsewhere.receiver.received.length], [1, 0]);
  }
});

test('a service that says how long to wait is obeyed, in the header or in the body', async (t) => {
  const unbearable: Patience = { ...QUICK, backOffMs: 1e9, longestWaitMs: 1e9 };
  const soon: Answer[] = [
    { status: 429, headers: { 'retry-after': '0' } },
    { status: 429, headers: { 'retry-after': new Date(0).toUTCString() } },
    { status: 429, body: '{"message":"rate limited","retry_after":0.01}' },
  ];
  for (const answer of soon) {
    const { receiver: service, url } = await receiver(t, answer, { status: 200 });
    assert.equal(await failureOf({ kind: 'discord', url }, unbearable), null);
    assert.equal(service.received.length, 2);
  }
  const { receiver: service, url } = await receiver(t, { status: 429, headers: { 'retry-after': '3600' } });
  assert.equal(await failureOf({ kind: 'discord', url }), 'o serviço respondeu 429 e pede para esperar mais que 60 s');
  assert.equal(service.received.length, 1);
});

test('Retry-After is seconds or a date', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  assert.deepEqual(
    ['2', '0.5', 'Thu, 01 Jan 2026 00:00:30 GMT', 'Wed, 31 Dec 2025 00:00:00 GMT', 'logo', null].map((header) =>
      waitIn(header, now),
    ),
    [2000, 500, 30_000, 0, null, null],
  );
});

test('one channel that fails keeps no other from getting the message', async (t) => {
  const good = await receiver(t, { status: 200 });
  const bad = await receiver(t, { status: 404 });
  const nobody = new Receiver([]);
  const closed = await nobody.open();
  await nobody.close();
  const deliveries = await deliver(
    MESSAGE,
    [
      { kind: 'teams', url: closed },
      { kind: 'slack', url: bad.url },
      { kind: 'discord', url: good.url },
    ],
    QUICK,
  );
  assert.deepEqual(
    deliveries.map((delivery) => (delivery.failure === null ? null : failureSentence(delivery))),
    [
      'O alerta não chegou por Microsoft Teams: a conexão foi recusada, em 3 tentativas; confira DUMONT_ALERT_TEAMS.',
      'O alerta não chegou por Slack: o serviço respondeu 404; confira DUMONT_ALERT_SLACK.',
      null,
    ],
  );
});

async function mailServer(
  t: TestContext,
  refusals: readonly number[] = [],
): Promise<{ server: MailServer; channel: MailChannel }> {
  const server = new MailServer('eu', 'senha-secreta', refusals);
  t.after(() => server.close());
  const auth = { user: 'eu', pass: 'senha-secreta' };
  const to = ['a@exemplo.com', 'b@exemplo.com'];
  const channel = {
    kind: 'email',
    host: '127.0.0.1',
    port: await server.open(),
    secure: false,
    auth,
    from: 'j@exemplo.com',
    to,
  } as const;
  return { server, channel };
}

test('a mail arrives with both bodies, at everybody, under an id of its run', async (t) => {
  const { server, channel } = await mailServer(t);
  assert.equal(await failureOf(channel, { ...QUICK, timeoutMs: 10_000 }), null);
  const [mail] = server.mails;
  assert.deepEqual([mail?.from, mail?.to], ['j@exemplo.com', ['a@exemplo.com', 'b@exemplo.com']]);
  assert.match(mail?.raw ?? '', new RegExp(`Message-ID: <${MESSAGE.id}@`));
  assert.match(mail?.raw ?? '', /Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
  assert.equal(server.logins, 1);
});

test('a mail server that is busy is tried again, one that refuses is not', async (t) => {
  const patience = { ...QUICK, timeoutMs: 10_000 };
  const busy = await mailServer(t, [451, 451]);
  assert.equal(await failureOf(busy.channel, patience), null);
  const refusing = await mailServer(t, [550, 550]);
  assert.equal(await failureOf(refusing.channel, patience), 'o servidor respondeu 550');
  assert.deepEqual([busy.server.mails.length, refusing.server.mails.length], [1, 0]);
});

test('a wrong password is told without it, and not tried again', async (t) => {
  const { server, channel } = await mailServer(t);
  const failure = await failureOf({ ...channel, auth: { user: 'eu', pass: 'errada' } }, { ...QUICK, timeoutMs: 10_000 });
  assert.equal(failure, 'o servidor não aceitou usuário e senha');
  assert.equal(server.logins, 1);
});

test('a password does not travel to another machine in the clear', async (t) => {
  const { server, channel } = await mailServer(t);
  const away: MailChannel = { ...channel, host: '0.0.0.0' };
  assert.match((await failureOf(away, { ...QUICK, timeoutMs: 10_000 })) ?? '', /cifrada|respondeu 5\d\d/);
  assert.equal(server.logins, 0);
});
