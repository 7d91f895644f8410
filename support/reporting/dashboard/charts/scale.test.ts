import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTicks, linear, tickDuration, timeTicks } from './scale';

test('ticks of counts are whole and round, begin at zero and reach the highest', () => {
  const cases: [number, number[]][] = [
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [10, [0, 5, 10]],
    [40, [0, 10, 20, 30, 40]],
    [714, [0, 200, 400, 600, 800]],
    [10_000, [0, 5000, 10_000]],
  ];
  for (const [max, values] of cases) assert.deepEqual(countTicks(max, 4), { values, top: values.at(-1) }, String(max));
});

test('ticks of durations go by what people count time in', () => {
  const cases: [number, string[]][] = [
    [1, ['0', '1 ms']],
    [700, ['0', '200 ms', '400 ms', '600 ms', '800 ms']],
    [40_000, ['0', '10 s', '20 s', '30 s', '40 s']],
    [41_000, ['0', '15 s', '30 s', '45 s']],
    [300_000, ['0', '2 min', '4 min', '6 min']],
    [5_400_000, ['0', '30 min', '1 h', '1 h 30 min']],
    [900 * 3_600_000, ['0', '240 h', '480 h', '720 h', '960 h']],
    [2000 * 3_600_000, ['0', '500 h', '1.000 h', '1.500 h', '2.000 h']],
  ];
  for (const [max, labels] of cases) assert.deepEqual(timeTicks(max, 4).values.map(tickDuration), labels, String(max));
});

test('a duration with fractions of a second keeps them', () => {
  assert.deepEqual([1500, 90_000, 61_500].map(tickDuration), ['1,5 s', '1 min 30 s', '1 min 1,5 s']);
});

test('a scale maps its ends to the ends', () => {
  const scale = linear(50, 200, 0);
  assert.deepEqual([0, 25, 50].map(scale), [200, 100, 0]);
});
