// @own-process: starts long runs
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { COMMAND_MEDIA_TYPE, type CommandEvidence } from '../shared/messages/evidence';
import { type FeatureRun, startFeatures } from './run-features';

const DOCUMENTED_COMMANDS = 66;
const DOCUMENTED_OPERATIONS = 48;
const JOURNEYS = 10;

/** What a user's shell may hold: none of it may reach a command or change a result. */
const HOSTILE = {
  HOME: '',
  LANG: 'C',
  HTTP_PROXY: 'http://127.0.0.1:1',
  http_proxy: 'http://127.0.0.1:1',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  DUMONT_API_URL: 'http://127.0.0.1:1',
  DUMONT_API_KEY: 'leftover',
  DUMONT_TOKEN: 'leftover',
  DUMONT_TEST_EMAIL: 'leftover',
  DUMONT_TEST_PASSWORD: 'leftover',
};

const evidences = ({ messages }: FeatureRun): CommandEvidence[] =>
  messages.flatMap(({ attachment }) => (attachment?.mediaType === COMMAND_MEDIA_TYPE ? [JSON.parse(attachment.body)] : []));

test('the ten journeys pass in a hostile environment, in random order, four at a time, and reach every operation of the document', async () => {
  const args = ['--tags', '@jornada', '--parallel', '4', '--order', 'random'];
  const run = await startFeatures({ args, env: HOSTILE }).finished;
  assert.equal(run.exitCode, 0, run.output);
  assert.equal(run.messages.filter(({ testCaseFinished }) => testCaseFinished).length, JOURNEYS);

  const documented = evidences(run).filter(({ role }) => role === 'documented');
  assert.equal(documented.length, DOCUMENTED_COMMANDS);
  const reached = new Set(documented.flatMap(({ exchanges }) => exchanges.map(({ operationId }) => operationId)));
  assert.equal(reached.size, DOCUMENTED_OPERATIONS);
  for (const report of ['messages.ndjson', 'junit.xml', 'cucumber.html']) {
    const file = path.join(run.reports, report);
    assert.ok(existsSync(file), report);
    assert.doesNotMatch(readFileSync(file, 'utf8'), /eyJ[\w-]{8,}\./, `${report} shows a token`);
  }
});

test('one journey is asked for by its path and runs alone', async () => {
  const feature = 'features/01_auth_journey.feature';
  const run = await startFeatures({ args: [feature, '--tags', '@jornada'] }).finished;
  assert.equal(run.exitCode, 0, run.output);
  assert.deepEqual([...new Set(run.messages.flatMap(({ pickle }) => (pickle ? [pickle.uri] : [])))], [feature]);
  assert.deepEqual(
    evidences(run).map(({ command }) => command),
    ['dumont auth login <email> <password>', 'dumont auth me', 'dumont setting list', 'dumont auth logout', 'dumont auth me'],
  );
});
