import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AssertionError } from 'chai';
import { expectThat } from '../language/expectation';
import { Redactor } from '../safety/secrets/redaction';
import { EnvironmentError } from '../wire/failures';
import { describeFailure } from './failure';

const SECRET = 'senha-mestra';

function describe(
  fail: () => void,
  { isOutOfReach = false } = {},
): Error & { expected?: unknown; actual?: unknown; showDiff?: unknown } {
  const redactor = new Redactor();
  redactor.learn(SECRET);
  const scenario = { redactor, commands: { isOutOfReach }, failureContext: () => `\n  comando:   entra com ${SECRET}` };
  try {
    fail();
  } catch (error) {
    return describeFailure(error, scenario);
  }
  throw new Error('it did not fail');
}

test('a comparison keeps both sides, without secrets at any depth', () => {
  const expected = { user: { password: SECRET, name: 'Ana' } };
  const actual = { user: { password: null, name: `Ana ${SECRET}` } };
  const error = describe(() => expectThat(false, `não é como deveria: ${SECRET}.`, { expected, actual }));
  assert.ok(error instanceof AssertionError);
  assert.equal(error.message, 'não é como deveria: ***.\n  comando:   entra com ***');
  assert.deepEqual(error.expected, { user: { password: '***', name: 'Ana' } });
  assert.deepEqual(error.actual, { user: { password: null, name: 'Ana ***' } });
  assert.equal(error.showDiff, true);
  assert.doesNotMatch(JSON.stringify([error, error.stack]), new RegExp(SECRET));
});

test('a diff is shown of objects, lists and texts of several lines, and not of what the message tells whole', () => {
  const showsDiff = (sides?: { expected: unknown; actual: unknown }): unknown =>
    describe(() => expectThat(false, 'não.', sides)).showDiff;
  assert.equal(showsDiff({ expected: [1, 2], actual: [2, 1] }), true);
  assert.equal(showsDiff({ expected: 'a\nb', actual: 'a\nc' }), true);
  assert.equal(showsDiff({ expected: 200, actual: 404 }), false);
  assert.equal(showsDiff({ expected: 'é uma lista', actual: [1] }), false);
  assert.equal(showsDiff({ expected: { a: 1 }, actual: null }), false);
  assert.equal(showsDiff(), false);
});

test('a step that was used wrongly compares nothing, and one without a backend learns nothing', () => {
  const wrong = describe(() => {
    throw new Error('não conheço <x>.');
  });
  assert.ok(!(wrong instanceof AssertionError));
  const sides = { expected: 200, actual: null };
  assert.ok(describe(() => expectThat(false, 'não.', sides), { isOutOfReach: true }) instanceof EnvironmentError);
});
