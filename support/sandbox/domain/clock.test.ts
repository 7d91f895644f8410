import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../testing/manual-clock';
import { AccountClock } from './clock';
import { Stopwatch } from './stopwatch';

const since = (start: Date, { now }: { now: () => Date }): number => now().getTime() - start.getTime();

test('an account is ahead of the platform by what was let pass, and goes on with it', () => {
  const platform = new ManualClock();
  const start = platform.now();
  const account = new AccountClock(platform);
  const elapsed = (): number => since(start, { now: () => account.now() });
  assert.equal(elapsed(), 0);
  account.pass(1000);
  account.pass(500);
  assert.equal(elapsed(), 1500);
  platform.advance(10);
  assert.equal(elapsed(), 1510);
  assert.equal(since(start, { now: () => new AccountClock(platform).now() }), 10, 'another account has its own time');
});

test('a stopped account stands still, but for what is let pass', () => {
  const platform = new ManualClock();
  const start = platform.now();
  const account = new AccountClock(platform);
  account.stop();
  platform.advance(10);
  account.stop();
  platform.advance(10);
  account.pass(5);
  assert.equal(since(start, { now: () => account.now() }), 5);
});

test('a stopwatch adds up what passed while it ran', () => {
  const clock = new ManualClock();
  const stopwatch = new Stopwatch(clock);
  clock.advance(5);
  assert.equal(stopwatch.elapsedMs, 0);
  stopwatch.start();
  clock.advance(10);
  stopwatch.start(); // it runs already
  clock.advance(10);
  assert.equal(stopwatch.elapsedMs, 20);
  stopwatch.stop();
  clock.advance(100);
  stopwatch.stop(); // it stands already
  stopwatch.start();
  clock.advance(1);
  assert.equal(stopwatch.elapsedMs, 21);
});
