import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pickle } from '@cucumber/messages';
import { killOf, noticed } from './judge';
import type { Failure, ScenarioEnd } from './scenario-end';

const pickle = {
  uri: 'features/x.feature',
  name: 'Pausar',
  location: { line: 9, column: 3 },
  steps: [
    'estou autenticado',
    'executo `dumont instance pause <i>`',
    'a API responde 200',
    'executo `dumont instance list`',
    'a API responde 200',
  ].map((text, index) => ({ id: String(index), text })),
} as unknown as Pickle;

const end = (failure: Partial<Failure> | null, findings: ScenarioEnd['findings'] = []): ScenarioEnd => ({
  findings,
  pickle,
  skipped: false,
  failure: failure && { step: 's', position: 0, message: 'm', ...failure },
});

test('a failure counts from the broken command on', () => {
  const second = { command: 2, applied: true };
  assert.equal(noticed(end({ position: 3 }), second), 'noticed');
  assert.equal(noticed(end({ position: 4 }), second), 'noticed');
  assert.equal(noticed(end({ position: Number.POSITIVE_INFINITY }), second), 'noticed');
});

test('a failure before the command, or without the change, counts for nothing', () => {
  assert.equal(noticed(end({ position: 2 }), { command: 2, applied: true }), 'too-early');
  assert.equal(noticed(end({ position: -1 }), { command: 1, applied: true }), 'too-early');
  assert.equal(noticed(end({ position: 4 }), { command: 2, applied: false }), 'too-early');
  assert.equal(noticed(end({ position: 4 }), { command: 3, applied: true }), 'too-early', 'there is no third command');
});

test('a scenario that passed noticed nothing', () => {
  assert.equal(noticed(end(null), { command: 1, applied: true }), null);
  assert.equal(killOf(end(null)), null);
});

test('a kill tells by what it came', () => {
  const by = (failure: Partial<Failure>, ...findings: ScenarioEnd['findings']) => killOf(end(failure, findings))?.by;
  assert.equal(by({ position: 2 }, 'contract'), 'step');
  const afterwards = { position: Number.POSITIVE_INFINITY };
  assert.equal(by(afterwards, 'contract'), 'contract');
  assert.equal(by(afterwards, 'contract', 'unexpected'), 'unexpected');
  assert.equal(killOf(end({ position: 2 }))?.scenario, 'features/x.feature:9');
});
