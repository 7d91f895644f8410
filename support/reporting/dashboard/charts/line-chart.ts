import { type Html, html } from '../../../shared/html';
import { type ChartText, framed, px, type Size } from './frame';
import { tickDuration, timeTicks } from './scale';

/** One moment of a line. */
export interface Point {
  /** Along the axis. */
  label: string;
  /** All of it in words, shown where a pointer rests on it. */
  told: string;
  /** Milliseconds; null where nobody knows, which leaves a gap in the line. */
  value: number | null;
}

/** Durations over time as a line with a dot for each. */
export function durationLine(text: ChartText, size: Size, points: readonly Point[]): Html {
  const axes = {
    ticks: timeTicks(Math.max(1, ...points.map(({ value }) => value ?? 0)), 4),
    label: tickDuration,
    columns: points.map(({ label }) => label),
  };
  return framed(text, size, axes, ({ left, step, y }) => {
    const placed = points.map(({ value, told }, index) =>
      value === null ? null : { x: px(left(index) + step / 2), y: px(y(value)), told },
    );
    const path = placed.map((point, index) => (point ? `${placed[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('');
    return html`<path class="line" d="${path}"/>${placed.map(
      (point) => point && html`<circle class="dot" cx="${point.x}" cy="${point.y}" r="3"><title>${point.told}</title></circle>`,
    )}`;
  });
}
