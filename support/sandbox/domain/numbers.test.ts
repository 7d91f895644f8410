import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clamp, mean, median, roundTo, sum, variation } from './numbers';
import { Random } from './random';

test('halves are rounded up as a person would, and zero has no sign', () => {
  const cases: [value: number, digits: number, rounded: number][] = [
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [0.123456, 4, 0.1235],
    [1234.5, 0, 1235],
    [0.1 + 0.2, 6, 0.3],
  ];
  for (const [value, digits, rounded] of cases) assert.equal(roundTo(value, digits), rounded);
  assert.ok(Object.is(roundTo(-0.001, 2), 0));
});

test('sums, means and medians, also of nothing', () => {
  assert.deepEqual([sum([1, 2, 3]), sum([])], [6, 0]);
  assert.deepEqual([mean([1, 2, 6]), mean([])], [3, 0]);
  assert.deepEqual([median([9, 1, 2]), median([4, 1, 3, 2]), median([5]), median([])], [2, 2.5, 5, 0]);
  assert.deepEqual([clamp(5, 0, 3), clamp(-1, 0, 3), clamp(2, 0, 3)], [3, 0, 2]);
});

test('variation tells how much values differ, whatever their unit', () => {
  assert.equal(variation([5, 5, 5]), 0);
  assert.equal(variation([1, 3]), variation([100, 300]));
  assert.deepEqual([variation([1, 3]), variation([]), variation([-1, 1])], [0.5, 0, 0]);
});

const sequence = (seed: string): number[] => {
  const random = new Random(seed);
  return Array.from({ length: 1000 }, () => random.next());
};

test('the same seed gives the same numbers, in every process; another seed gives others', () => {
  assert.deepEqual(sequence('dumont'), sequence('dumont'));
  assert.notDeepEqual(sequence('dumont'), sequence('dumonu'));
  assert.deepEqual(
    sequence('dumont')
      .slice(0, 2)
      .map((value) => roundTo(value, 6)),
    FIRST_OF_DUMONT,
  );
});

/** Noted once: prices that a report showed must come back with the same seed. */
const FIRST_OF_DUMONT = [0.377549, 0.89593];

test('numbers stay within their bounds and reach all of them', () => {
  assert.ok(sequence('x').every((value) => value >= 0 && value < 1));
  const random = new Random('x');
  const whole = Array.from({ length: 1000 }, () => random.integer(2, 4));
  assert.deepEqual([...new Set(whole)].sort(), [2, 3, 4]);
  const picked = Array.from({ length: 200 }, () => random.pick(['a', 'b']));
  assert.deepEqual([...new Set(picked)].sort(), ['a', 'b']);
  assert.throws(() => random.pick([]), RangeError);
  const share = Array.from({ length: 2000 }, () => random.chance(0.25)).filter(Boolean).length / 2000;
  assert.ok(share > 0.2 && share < 0.3, `${share}`);
});
