import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { readHistory } from '../history/history';
import { madeRun } from '../history/testing/made-run';
import { newHistoryFile, record } from '../history/testing/recorded';
import { discordPayload } from './channels/discord';
import { mailContent } from './channels/email';
import { slackPayload } from './channels/slack';
import { teamsPayload } from './channels/teams';
import { isWebhookSecret, signedHeaders, webhookPayload } from './channels/webhook';
import { composed } from './compose';
import { plainText } from './plain-text';
import {
  CI_URL,
  composedAfterCrash,
  DOCS_URL,
  hugeMessage,
  messageAbout,
  sampleMessage,
  widestMessage,
} from './testing/sample-message';
import { transitions } from './transitions';

interface Card {
  body: { type: string; text?: string }[];
  actions: { url: string }[];
}

/** All texts in a payload, by the name of their field. */
function textsIn(value: unknown, field = ''): [string, string][] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, Array.isArray(value) ? field : name));
}

test('the message says what happened, how it stands, where to look', () => {
  const text = plainText(sampleMessage());
  const lines = text.split('\n');
  assert.equal(
    lines[0],
    'Jornadas da dumont: faltou o ambiente, 1 falha nova, 1 cenário voltou a passar e 1 cenário ficou instável',
  );
  assert.equal(lines[2], '4 cenários: 1 passou, 1 instável, 1 falhou e 1 ficou sem ambiente.');
  assert.match(
    text,
    /Falhas novas \(1\)\n {2}• Criar uma instância \(Jornada de .+\)\n {4}Dado que Criar uma instância: A API respondeu 404 e não 200\./,
  );
  assert.match(text, /Voltaram a passar \(1\)\n {2}• Pausar .+\n {4}falhava desde .+ em 1 execução/);
  assert.match(
    text,
    /Ficaram instáveis \(1\)\n {2}• Listar .+\n {4}só passou numa nova tentativa: Dado que Listar: conexão recusada/,
  );
  assert.match(text, /Faltou o ambiente: 1 cenário não pôde ser verificado\n {2}Dado que Ver a economia: o backend não responde/);
  assert.match(text, /Alvo: sandbox embutido\nCLI: embutida\nCommit: aaaaaaaa \(main\)/);
  assert.ok(text.endsWith(`Ver a execução: ${CI_URL}\nAbrir a documentação: ${DOCS_URL}`));
});

test('five are named, each failure once before any is named twice, and the rest is counted', () => {
  const scenarios = Array.from({ length: 12 }, (_, index) => ({ name: `c${index}`, steps: ['Então confiro'] }));
  const failing = scenarios.map((scenario, index) => ({
    ...scenario,
    is: 'f' as const,
    error: index === 9 ? 'outra coisa' : 'a mesma',
  }));
  const [section] = messageAbout(scenarios, failing).sections;
  assert.deepEqual(
    section?.entries.map(({ name }) => name),
    ['c0', 'c9', 'c1', 'c2', 'c3'],
  );
  assert.match(plainText(messageAbout(scenarios, failing)), /\n {2}e mais 7\n/);
});

test('a page of the run that is no web address, or an endless one, does not become a link', () => {
  for (const ci of ['javascript:alert(1)', `https://ci.example/${'x'.repeat(600)}`, 'https://eu:senha@ci.example/1']) {
    const file = newHistoryFile();
    record(file, madeRun(1, [{ name: 'a', is: 'f' }]));
    writeFileSync(file, readFileSync(file, 'utf8').replace('"ci":null', `"ci":${JSON.stringify(ci)}`));
    const found = transitions(readHistory(file), 5);
    assert.equal(found?.run.record.ci, ci);
    assert.deepEqual(composed(found, null).links, []);
  }
});

test('the same run has the same id, another run another one', () => {
  const [one, same, other] = [['x'], ['x'], ['y']].map(([name = '']) => messageAbout([{ name }], [{ name, is: 'f' }]).id);
  assert.equal(one, same);
  assert.notEqual(one, other);
});

test('Slack: blocks within their limits, mentions escaped, names in texts without markup', () => {
  for (const message of [sampleMessage(), hugeMessage(), widestMessage()]) {
    const { text, blocks } = slackPayload(message);
    assert.ok(blocks.length <= 50 && JSON.stringify(blocks).length <= 13_000);
    for (const block of blocks as { type: string; text?: { type: string; text: string }; elements?: { text: string }[] }[]) {
      const texts = [block.text, ...(block.elements ?? [])].flatMap((object) => object?.text ?? []);
      assert.ok(texts.length > 0);
      for (const each of texts) assert.ok(each.length > 0 && each.length <= (block.type === 'header' ? 150 : 3000));
      if (block.text?.type === 'mrkdwn')
        assert.match(block.text.text, /^(\*[^*<>]+\*|<https:[^<>|]+\|[^<>|]+>( {3}<https:[^<>|]+\|[^<>|]+>)*)$/);
      else for (const each of texts) assert.doesNotMatch(each, /[<>]|&(?!amp;|lt;|gt;)/);
    }
    assert.doesNotMatch(text, /[<>]/);
  }
  assert.match(JSON.stringify(slackPayload(hugeMessage())), /&lt;!channel&gt;/);
  assert.match(JSON.stringify(slackPayload(hugeMessage())), /e mais \d+|\d+ ao todo/);
});

test('Discord: embeds within their limits, nobody mentioned, no Markdown from outside', () => {
  for (const message of [sampleMessage(), hugeMessage(), widestMessage()]) {
    const { content, embeds, allowed_mentions } = discordPayload(message);
    assert.deepEqual(allowed_mentions, { parse: [] });
    assert.ok(content.length > 0 && content.length <= 2000);
    assert.equal(embeds.length, 1);
    const [embed] = embeds;
    assert.ok(embed && embed.title.length <= 256 && embed.description.length <= 4096 && embed.footer.text.length <= 2048);
    assert.ok(embed.title.length + embed.description.length + embed.footer.text.length <= 6000);
    assert.doesNotMatch(embed.description, /@(everyone|here)/);
    assert.ok(embed.description.includes(`[Ver a execução](<${CI_URL}>)`));
  }
  const name = 'a **b** [c](https://mal.example) `d` @everyone <@1> _e_ ~~f~~ ||g|| # h';
  const description = discordPayload(messageAbout([{ name }], [{ name, is: 'f' }])).embeds[0]?.description ?? '';
  const line = description.split('\n').find((candidate) => candidate.startsWith('• ')) ?? '';
  assert.doesNotMatch(line.replace(/\\./g, ''), /[*[\]`<>_~|#]/);
  assert.doesNotMatch(line, /https:\/\//);
});

test('Teams: an adaptive card below 27 KB in which nothing from outside is read as Markdown', () => {
  for (const message of [sampleMessage(), hugeMessage(), widestMessage()]) {
    const payload = teamsPayload(message);
    assert.ok(Buffer.byteLength(JSON.stringify(payload)) < 27_000);
    assert.deepEqual(
      [payload.type, payload.attachments.length, payload.attachments[0]?.contentType],
      ['message', 1, 'application/vnd.microsoft.card.adaptive'],
    );
    const [card] = payload.attachments.map(({ content }) => content as Card);
    const { body = [], actions = [] } = card ?? {};
    const markdown = body.filter(({ type }) => type === 'TextBlock').map(({ text }) => text ?? '');
    assert.ok(markdown.length >= 3);
    for (const text of markdown) assert.doesNotMatch(text, /[*[\]`<>_~|#@]/);
    assert.ok(body.every(({ type }) => ['TextBlock', 'RichTextBlock'].includes(type)));
    assert.deepEqual(
      actions.map(({ url }) => url),
      [CI_URL, DOCS_URL],
    );
  }
  assert.match(JSON.stringify(teamsPayload(sampleMessage())), /"TextRun","text":"Criar uma instância"/);
});

test('mail: a subject of one line, HTML with everything escaped, the same in text', () => {
  for (const message of [sampleMessage(), hugeMessage(), widestMessage()]) {
    const { subject, html, text, messageId } = mailContent(message);
    assert.ok(subject.length > 20 && subject.length <= 180);
    assert.doesNotMatch(subject, /[\r\n]/);
    assert.doesNotMatch(html, /<script|<img|<at>|<!channel/);
    assert.doesNotMatch(`${html}${text}`, /[\p{Bidi_Control}\r]|(?!\n)\p{Cc}/u);
    assert.doesNotMatch(text, /^Bcc:/m);
    assert.match(messageId, /^<dumont-journeys-[\w-]{12}@[\w.-]+>$/);
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
      assert.ok(address === CI_URL || address.startsWith(DOCS_URL));
  }
  assert.match(
    mailContent(sampleMessage()).html,
    /<a href="https:\/\/docs\.example\/documentacao\/01_um\.html#[^"]+"><strong>Criar uma instância/,
  );
});

test('our own webhook: everything as data, small enough for any receiver', () => {
  const { type, timestamp, data } = webhookPayload(sampleMessage());
  assert.deepEqual([type, timestamp], ['dumont.journeys.changed', '2026-01-01T00:01:00.000Z']);
  assert.deepEqual(
    data.sections.map(({ kind, total }) => [kind, total]),
    [
      ['environment', 1],
      ['failed', 1],
      ['recovered', 1],
      ['unstable', 1],
    ],
  );
  assert.match(data.sections[1]?.entries[0]?.signature ?? '', /^[\w-]{12}$/);
  assert.ok(Buffer.byteLength(JSON.stringify(webhookPayload(hugeMessage()))) < 40_000);
});

test('a signature is good for standardwebhooks and for anybody who computes it, with each of the secrets', () => {
  const secrets = ['um', 'outro'].map(
    (text) => `whsec_${Buffer.from(`${text} segredo de 32 bytes, ou quase`).toString('base64')}`,
  );
  const now = new Date();
  const body = JSON.stringify(webhookPayload(sampleMessage()));
  const headers = signedHeaders('dumont-journeys-x', body, secrets, now);
  const byHand = secrets.map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key)
      .update(`dumont-journeys-x.${Math.floor(now.getTime() / 1000)}.${body}`)
      .digest('base64')}`;
  });
  assert.equal(headers['webhook-signature'], byHand.join(' '));
  for (const secret of secrets) assert.deepEqual(new Webhook(secret).verify(body, headers), JSON.parse(body));
  assert.throws(() => new Webhook(secrets[0] ?? '').verify(body.replace('falha nova', 'falha velha'), headers));
  assert.throws(() => new Webhook('whsec_b3V0cmEgY2hhdmU=').verify(body, headers));
  assert.deepEqual(['whsec_b3V0cmEgY2hhdmU=', 'b3V0cmEgY2hhdmU=', 'whsec_', 'whsec_%%%'].map(isWebhookSecret), [
    true,
    false,
    false,
    false,
  ]);
});

test('a run that failed outside of its scenarios is not blamed on the environment', () => {
  const { title, sections } = composedAfterCrash();
  assert.equal(title, 'Jornadas da dumont: a execução falhou fora dos cenários');
  assert.deepEqual(
    sections.map((section) => [section.title, section.note]),
    [['A execução falhou fora dos cenários', 'um dos processos que rodavam os cenários morreu fora deles']],
  );
});

test('every payload of a huge message still names somebody, and says how many more there are', () => {
  const message = hugeMessage();
  for (const payload of [
    slackPayload(message),
    discordPayload(message),
    teamsPayload(message),
    mailContent(message),
    webhookPayload(message),
  ]) {
    const all = textsIn(payload)
      .map(([, text]) => text)
      .join('\n');
    assert.match(all, /channel/, JSON.stringify(payload).slice(0, 200));
    assert.match(all, /Falhas novas \(250\)/);
    assert.match(all, /Voltaram a passar \(250\)/);
  }
});
