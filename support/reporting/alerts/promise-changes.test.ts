import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgedRun, type Said, someJourneys } from '../conformity/conformity.fixture';
import { historyOf } from '../history/testing/recorded';
import { discordPayload } from './channels/discord';
import { mailContent } from './channels/email';
import { slackPayload } from './channels/slack';
import { teamsPayload } from './channels/teams';
import { webhookPayload } from './channels/webhook';
import { composed } from './compose';
import { plainText } from './plain-text';
import { DOCS_URL } from './testing/sample-message';
import { isWorthTelling, type Transitions, transitions } from './transitions';

const CLI: Said = { '2.3': { verdict: 'cli-deviates' }, '2.6': { verdict: 'cli-deviates' }, '9.4': { verdict: 'api-deviates' } };
const UNKNOWN: Said = { '2.3': { verdict: 'unverified' }, '2.6': { verdict: 'unverified' }, '9.4': { verdict: 'unverified' } };

function after(...said: readonly Said[]): Transitions {
  const found = transitions(historyOf(...said.map((one, minute) => judgedRun(one, { minute }))), 5);
  assert.ok(found);
  return found;
}

const changed = (...said: readonly Said[]): string[] => {
  const { promises } = after(...said);
  return [...promises.broken.map(({ step }) => `broken ${step}`), ...promises.mended.map(({ step }) => `mended ${step}`)];
};

test('a promise is told when it is not kept any more and when it is kept again, once', () => {
  const [broken, mended] = ['broken', 'mended'].map((word) => ['2.3', '2.6', '9.4'].map((step) => `${word} ${step}`));
  assert.deepEqual(changed({}), []);
  assert.deepEqual(changed(CLI), []);
  assert.deepEqual(changed({}, CLI), broken);
  assert.deepEqual(changed({}, CLI, CLI), []);
  assert.deepEqual(changed(CLI, {}), mended);
  assert.deepEqual(changed({}, { '2.3': { verdict: 'cli-deviates' } }, { '2.3': { verdict: 'api-deviates' } }), []);
});

test('a run that could not verify it changes nothing, and hides nothing', () => {
  assert.deepEqual(changed({}, UNKNOWN), []);
  assert.deepEqual(changed({}, UNKNOWN, {}), []);
  assert.equal(changed({}, UNKNOWN, CLI).length, 3);
});

test('a run of other journeys says nothing of it', () => {
  const narrowed = judgedRun({}, { minute: 1, features: someJourneys(1), runInfo: { whole: false } });
  const found = transitions(historyOf(judgedRun(CLI, { minute: 0 }), narrowed), 5);
  assert.ok(found && !isWorthTelling(found));
});

test('every channel says it in one sentence, each with its place in the documentation', () => {
  const message = composed(after({}, CLI), DOCS_URL);
  const sentence = '3 promessas deixaram de valer: 2.3, 2.6 e 9.4';
  assert.equal(message.tone, 'bad');
  assert.match(message.title, /3 promessas deixaram de valer/);
  assert.match(message.summary, /^63 de 66 promessas valem\. 10 cenários/);
  const { name, place, detail, url } = message.sections[0]?.entries[1] ?? assert.fail();
  assert.deepEqual([name, place], ['2.6 dumont instance pause <instance_id>', 'Jornada 2 - Ciclo de vida de uma instância GPU']);
  assert.match(detail, /^diverge na CLI; valia desde 1 de janeiro de 2026/);
  assert.equal(url, `${DOCS_URL}promessas.html#passo-2-6`);
  const { html } = mailContent(message);
  for (const text of [
    plainText(message),
    html,
    ...[discordPayload, slackPayload, teamsPayload, webhookPayload].map((build) => JSON.stringify(build(message))),
  ]) {
    assert.ok(text.includes(sentence), text.slice(0, 300));
  }
  assert.ok(html.includes('2.6 dumont instance pause &lt;instance_id&gt;'));
});

test('what is kept again is good news, and a long list is cut', () => {
  const message = composed(after(CLI, {}), null);
  assert.deepEqual([message.tone, message.sections[0]?.title], ['good', '3 promessas voltaram a valer: 2.3, 2.6 e 9.4']);
  const none = Object.fromEntries(
    [...(historyOf(judgedRun()).last?.spec.commands.keys() ?? [])].map((step): [string, Said[string]] => [
      step,
      { verdict: 'api-deviates' },
    ]),
  );
  assert.match(
    composed(after({}, none), null).sections[0]?.title ?? '',
    /^66 promessas deixaram de valer: 1\.1, .*, 2\.7 e mais 54$/,
  );
});
