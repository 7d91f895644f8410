import { type Html, html } from '../../../shared/html';
import { count, list } from '../../../shared/words';
import type { Group } from '../../model/outcome';
import { FOOT_TO_TOP, GROUPS } from '../../model/outcome-table';
import { px } from './frame';

/** One run in a strip. */
export interface Mark {
  /** Null: it was not in that run. */
  group: Group | null;
  /** Shown where a pointer rests on it; null leaves that out, which makes the strip much smaller. */
  told: string | null;
}

const CELL = 9;
const HEIGHT = 20;
const WIDTH = 6;

/** The worse, the higher: the strip reads without its colours. */
const HEIGHTS: Readonly<Record<Group, number>> = {
  passed: 7,
  skipped: 4,
  'not-run': 10,
  flaky: 13,
  undefined: 16,
  broken: 20,
  failed: 20,
};

/** The states of one thing over the last runs, oldest first, as a row of small bars. */
export function strip(marks: readonly Mark[]): Html {
  const width = Math.max(1, marks.length) * CELL;
  const bars = marks.every((mark) => mark.told === null) ? barsByGroup(marks) : marks.map(bar);
  return html`<svg class="strip" role="img" aria-label="${told(marks)}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${bars}</svg>`;
}

function bar({ group, told: title }: Mark, index: number): Html {
  return html`<g><title>${title}</title><path class="${classOf(group)}" d="${shape(group, index)}"/></g>`;
}

function barsByGroup(marks: readonly Mark[]): Html[] {
  return [...new Set(marks.map(({ group }) => group))].map((wanted) => {
    const shapes = marks.map(({ group }, index) => (group === wanted ? shape(group, index) : ''));
    return html`<path class="${classOf(wanted)}" d="${shapes.join('')}"/>`;
  });
}

function classOf(group: Group | null): string {
  return group === null ? 'absent' : `g ${group}`;
}

/** A bar on the ground; where there was nothing, a dash of two pixels. */
function shape(group: Group | null, index: number): string {
  const x = index * CELL + (CELL - WIDTH) / 2;
  if (group === null) return `M${px(x + 2)} ${HEIGHT - 2}h2v2h-2z`;
  return `M${px(x)} ${HEIGHT - HEIGHTS[group]}h${WIDTH}v${HEIGHTS[group]}h-${WIDTH}z`;
}

function told(marks: readonly Mark[]): string {
  const groups = FOOT_TO_TOP.flatMap((group) => {
    const times = marks.filter((mark) => mark.group === group).length;
    return times > 0 ? [`${GROUPS[group].one} em ${times}`] : [];
  });
  const absent = marks.filter(({ group }) => group === null).length;
  if (absent > 0) groups.push(`ausente em ${absent}`);
  const runs = count(marks.length, 'execução', 'execuções');
  return `${marks.length === 1 ? 'Última' : 'Últimas'} ${runs}, da mais antiga à mais nova: ${list(groups)}`;
}
