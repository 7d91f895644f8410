import { type Html, html } from '../../../shared/html';
import type { Group } from '../../model/outcome';
import { type ChartText, framed, px, type Size } from './frame';
import { countTicks } from './scale';

/** One bar: how many of each group. */
export interface Bar {
  /** Along the axis. */
  label: string;
  /** All of it in words, shown where a pointer rests on it. */
  told: string;
  counts: Readonly<Record<Group, number>>;
}

const WIDEST_BAR = 28;
const THINNEST_GAP = 2;
/** What is there must be seen, however little of the whole it is. */
const LEAST_HEIGHT = 2.5;

/** Bars with one segment for each group, absolute numbers, the groups from the foot up. */
export function stackedBars(text: ChartText, size: Size, bars: readonly Bar[], groups: readonly Group[]): Html {
  const highest = Math.max(0, ...bars.map(({ counts }) => groups.reduce((sum, group) => sum + counts[group], 0)));
  const axes = {
    ticks: countTicks(highest, 4),
    label: (value: number) => value.toLocaleString('pt-BR'),
    columns: bars.map(({ label }) => label),
  };
  return framed(text, size, axes, ({ left, step, y, bottom }) => {
    const width = Math.max(1.5, Math.min(WIDEST_BAR, step - Math.max(THINNEST_GAP, step * 0.25)));
    return bars.map(({ counts, told }, index) => {
      let foot = bottom;
      const x = px(left(index) + (step - width) / 2);
      const segments = groups.map((group) => {
        if (counts[group] === 0) return null;
        const height = Math.max(LEAST_HEIGHT, bottom - y(counts[group]));
        foot -= height;
        return html`<rect class="g ${group}" x="${x}" y="${px(foot)}" width="${px(width)}" height="${px(height)}"/>`;
      });
      return html`<g><title>${told}</title>${segments}</g>`;
    });
  });
}
