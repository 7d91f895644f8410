import { type Fragment, type Html, html } from '../../../shared/html';
import { linear, type Ticks } from './scale';

/** What every chart with axes is told. */
export interface ChartText {
  /** Makes the ids of the chart its own; letters, digits and hyphens. */
  id: string;
  title: string;
  /** What a person sees at a glance, in words. */
  description: string;
}

/** How much room a chart takes, in CSS pixels at its natural size. */
export interface Size {
  width: number;
  height: number;
}

export interface Axes {
  ticks: Ticks;
  /** Of a tick, as text. */
  label: (value: number) => string;
  /** One for each column, from left to right. */
  columns: readonly string[];
}

/** Where a chart may draw. */
export interface Plot {
  /** The left edge of a column, and how wide columns are. */
  left: (column: number) => number;
  step: number;
  /** Vertical position of a value. */
  y: (value: number) => number;
  bottom: number;
}

const MARGIN = { top: 8, right: 4, bottom: 24 };
/** Of a digit in a label; the widest label decides how much room the axis takes. */
const DIGIT = 7.7;
const LABEL_GAP = 8;

/**
 * An SVG with a labelled axis on the left, columns along the bottom and gridlines. Not focusable and without script: what it shows is
 * told by its description and, in full, by the table that stands behind it.
 * @param draw makes the marks
 */
export function framed(text: ChartText, size: Size, axes: Axes, draw: (plot: Plot) => Fragment): Html {
  const { width, height } = size;
  const labels = axes.ticks.values.map(axes.label);
  const start = Math.ceil(Math.max(...labels.map((label) => label.length)) * DIGIT) + LABEL_GAP;
  const bottom = height - MARGIN.bottom;
  const y = linear(axes.ticks.top, bottom, MARGIN.top);
  const step = (width - start - MARGIN.right) / Math.max(1, axes.columns.length);
  const plot: Plot = { left: (column) => start + column * step, step, y, bottom };
  return html`<svg class="chart" role="img" aria-labelledby="${text.id}-t ${text.id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${text.id}-t">${text.title}</title><desc id="${text.id}-d">${text.description}</desc>
<g class="axis">${axes.ticks.values.map(
    (value, index) =>
      html`<line class="${value === 0 ? 'base' : 'grid'}" x1="${start}" x2="${width - MARGIN.right}" y1="${px(y(value))}" y2="${px(y(value))}"/><text x="${start - LABEL_GAP}" y="${px(y(value))}" dy="0.35em" text-anchor="end">${labels[index]}</text>`,
  )}${columnLabels(axes.columns, plot, height)}</g>
${draw(plot)}
</svg>`;
}

/** A coordinate, short. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** As many labels as fit, the last one always among them: it is the run the page is about. */
function columnLabels(columns: readonly string[], { left, step }: Plot, height: number): Fragment {
  const widest = Math.max(0, ...columns.map((label) => label.length)) * DIGIT + 2 * LABEL_GAP;
  const every = Math.max(1, Math.ceil(widest / step));
  return columns.map((label, index) => {
    const isLast = index === columns.length - 1;
    if (!isLast && ((columns.length - 1 - index) % every !== 0 || left(index) + step / 2 < widest / 2)) return null;
    const anchor = isLast && step < widest ? 'end' : 'middle';
    const x = anchor === 'end' ? left(index) + step : left(index) + step / 2;
    return html`<text x="${px(x)}" y="${height - 6}" text-anchor="${anchor}">${label}</text>`;
  });
}
