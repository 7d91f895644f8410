/** Round values along an axis that begins at zero. */
export interface Ticks {
  values: readonly number[];
  /** The last value: where the axis ends. */
  top: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Steps by which people count time, in milliseconds. */
const TIME_STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 8, 24, 48, 120, 240].map((hours) => hours * HOUR),
];

/** Ticks for counts up to `max`: whole numbers, steps of 1, 2 or 5 times a power of ten, about `wanted` of them. */
export function countTicks(max: number, wanted: number): Ticks {
  const rough = Math.max(1, max) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  return ticksBy(Math.max(1, step), max);
}

/** Ticks for durations up to `max` milliseconds, in steps that people count time by, about `wanted` of them. */
export function timeTicks(max: number, wanted: number): Ticks {
  const step = TIME_STEPS.find((one) => one * wanted >= max) ?? Math.ceil(max / wanted / HOUR) * HOUR;
  return ticksBy(step, max);
}

/** A round duration as short as it can be said: `0`, `500 ms`, `30 s`, `1 min 30 s`, `2 h`. */
export function tickDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0';
  if (milliseconds < SECOND) return `${milliseconds} ms`;
  const parts = [
    [Math.floor(milliseconds / HOUR), 'h'],
    [Math.floor((milliseconds % HOUR) / MINUTE), 'min'],
    [Math.round((milliseconds % MINUTE) / 100) / 10, 's'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount.toLocaleString('pt-BR')} ${unit}`)
    .join(' ');
}

/** Maps `0..top` to `from..to`. */
export function linear(top: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((to - from) * value) / top;
}

function ticksBy(step: number, max: number): Ticks {
  const amount = Math.max(1, Math.ceil(max / step));
  const values = Array.from({ length: amount + 1 }, (_, index) => index * step);
  return { values, top: amount * step };
}
