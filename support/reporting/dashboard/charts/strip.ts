import type { Group } from '../../model/outcome';
import { type Fragment, type Html, html } from '../../site/html';
import { count, list } from '../../text/words';
import { GROUP_OF_ONE, GROUPS } from '../groups';
import { px } from './frame';

/** One run in a strip. */
export interface Mark {
  /** Null: it was not in that run. */
  group: Group | null;
  /** Shown where a pointer rests on it. */
  told: string;
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
  return html`<svg class="strip" role="img" aria-label="${told(marks)}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${marks.map(bar)}</svg>`;
}

function bar({ group, told: title }: Mark, index: number): Fragment {
  const x = index * CELL + (CELL - WIDTH) / 2;
  if (group === null) {
    return html`<g><title>${title}</title><circle class="absent" cx="${px(x + WIDTH / 2)}" cy="${HEIGHT - 2}" r="1"/></g>`;
  }
  const height = HEIGHTS[group];
  return html`<g><title>${title}</title><rect class="g ${group}" x="${px(x)}" y="${HEIGHT - height}" width="${WIDTH}" height="${height}"/></g>`;
}

function told(marks: readonly Mark[]): string {
  const groups = GROUPS.flatMap((group) => {
    const times = marks.filter((mark) => mark.group === group).length;
    return times > 0 ? [`${GROUP_OF_ONE[group]} em ${times}`] : [];
  });
  const absent = marks.filter(({ group }) => group === null).length;
  if (absent > 0) groups.push(`ausente em ${absent}`);
  const runs = count(marks.length, 'execução', 'execuções');
  return `${marks.length === 1 ? 'Última' : 'Últimas'} ${runs}, da mais antiga à mais nova: ${list(groups)}`;
}
