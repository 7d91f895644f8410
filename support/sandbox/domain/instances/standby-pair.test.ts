import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { DomainError } from '../errors';
import { StandbyPair } from './standby-pair';

const MACHINE = { name: 'standby-7', zone: 'europe-west1-b', ip: '10.0.0.7', machineType: 'e2-medium', pricePerHour: 0.01 };
const READY = 80;
const SYNC = 100;
const INTERVAL = 1000;

const open = (): { clock: ManualClock; pair: StandbyPair } => {
  const clock = new ManualClock();
  return { clock, pair: new StandbyPair(7, MACHINE, clock, { standbyReady: READY, standbySync: SYNC }, INTERVAL) };
};
const conflict = (act: () => void, about: RegExp): void =>
  assert.throws(act, (error) => error instanceof DomainError && error.status === 409 && about.test(error.message));

test('the CPU takes its time to be ready, and nothing is copied before', () => {
  const { clock, pair } = open();
  assert.equal(pair.state, 'provisioning');
  conflict(() => pair.startSync(), /still provisioning/);
  clock.advance(READY - 1);
  assert.equal(pair.state, 'provisioning');
  clock.advance(1);
  assert.equal(pair.state, 'ready');
  assert.deepEqual([pair.syncEnabled, pair.syncCount], [false, 0]);
});

test('once started, the first sync takes its time and the next ones come at their interval', () => {
  const { clock, pair } = open();
  clock.advance(READY);
  pair.startSync();
  assert.deepEqual([pair.state, pair.syncEnabled, pair.syncCount], ['syncing', true, 0]);
  clock.advance(SYNC);
  assert.equal(pair.syncCount, 1);
  clock.advance(INTERVAL - 1);
  pair.startSync(); // it goes on already
  assert.equal(pair.syncCount, 1);
  clock.advance(1);
  assert.equal(pair.syncCount, 2);
});

test('while the GPU is paused nothing is copied', () => {
  const { clock, pair } = open();
  clock.advance(READY);
  pair.startSync();
  clock.advance(SYNC);
  pair.gpuPaused();
  clock.advance(10 * INTERVAL);
  assert.equal(pair.syncCount, 1);
  pair.gpuResumed();
  clock.advance(INTERVAL);
  assert.equal(pair.syncCount, 2);
});

test('a GPU that comes back does not start a sync that nobody asked for', () => {
  const { clock, pair } = open();
  clock.advance(READY);
  pair.gpuPaused();
  pair.gpuResumed();
  clock.advance(INTERVAL);
  assert.deepEqual([pair.state, pair.syncCount], ['ready', 0]);
});

test('when the GPU is lost the CPU stays, with what it has and why', () => {
  const { clock, pair } = open();
  clock.advance(READY);
  pair.startSync();
  clock.advance(SYNC);
  pair.gpuLost('gpu_failure');
  clock.advance(10 * INTERVAL);
  assert.deepEqual([pair.state, pair.syncCount, pair.failure?.reason], ['ready', 1, 'gpu_failure']);
  conflict(() => pair.startSync(), /GPU instance 7 failed/);
});
