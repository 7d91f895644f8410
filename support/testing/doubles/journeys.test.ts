import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMAND_MEDIA_TYPE, type CommandEvidence } from '../../shared/messages/evidence';
import { runFeatures } from '../run-features';
import { cliDouble, withoutPython } from './cli';

const DOCUMENTED_COMMANDS = 66;

test('a CLI that somebody else wrote from the facts passes the ten journeys, command by command', {
  skip: withoutPython(),
}, async () => {
  const run = await runFeatures({ args: ['--tags', '@jornada'], env: cliDouble().env });
  assert.equal(run.exitCode, 0, run.output);
  assert.doesNotMatch(run.output, /CLI: embutida/);
  const evidences = run.messages.flatMap(({ attachment }): CommandEvidence[] =>
    attachment?.mediaType === COMMAND_MEDIA_TYPE ? [JSON.parse(attachment.body)] : [],
  );
  assert.equal(evidences.filter(({ role }) => role === 'documented').length, DOCUMENTED_COMMANDS);
});
