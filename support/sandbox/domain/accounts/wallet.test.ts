import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../testing/manual-clock';
import { Wallet } from './wallet';

const HOUR = 3_600_000;
const open = (funds: number): { clock: ManualClock; wallet: Wallet } => {
  const clock = new ManualClock();
  return { clock, wallet: new Wallet(clock, funds) };
};

test('a machine is charged by the moment, at its price', () => {
  const { clock, wallet } = open(10);
  wallet.meter(1, 0.5);
  assert.equal(wallet.balance, 10);
  clock.advance(HOUR / 2);
  assert.equal(wallet.balance, 9.75);
  clock.advance(3 * HOUR);
  assert.equal(wallet.balance, 8.25);
});

test('a new price counts from when it was set, and a stopped machine costs nothing', () => {
  const { clock, wallet } = open(10);
  wallet.meter(1, 1);
  wallet.meter(2, 2);
  clock.advance(HOUR);
  wallet.meter(1, 0.25);
  wallet.stop(2);
  clock.advance(2 * HOUR);
  assert.equal(wallet.balance, 10 - 1 - 2 - 0.5);
  wallet.stop(3); // nobody knows it
  assert.equal(wallet.balance, 6.5);
});

test('what came to nothing is not paid for', () => {
  const { clock, wallet } = open(10);
  wallet.meter(1, 1);
  wallet.meter(2, 1);
  clock.advance(HOUR);
  wallet.forgive(1);
  assert.equal(wallet.balance, 9);
});

test('machines run on when the money is used up', () => {
  const { clock, wallet } = open(1);
  wallet.meter(1, 1);
  clock.advance(3 * HOUR);
  assert.equal(wallet.balance, -2);
});

test('what is left can be set while machines run', () => {
  const { clock, wallet } = open(0);
  wallet.meter(1, 1);
  clock.advance(HOUR);
  wallet.balance = 5;
  assert.equal(wallet.balance, 5);
  clock.advance(HOUR);
  assert.equal(wallet.balance, 4);
});
