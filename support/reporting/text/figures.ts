import type { Totals } from '../model/outcome';
import { ALL_GROUPS, GROUPS, type Group } from '../model/outcome-table';

/** One figure of a table of journeys; the same in every report. */
export interface Figure {
  title: string;
  of(totals: Totals): number;
  /** Shown even when it is zero everywhere. */
  always: boolean;
}

const ALWAYS: readonly Group[] = ['passed', 'failed', 'skipped'];

const FIGURES: readonly Figure[] = [
  ...ALL_GROUPS.map((group) => ({
    title: GROUPS[group].title,
    of: (totals: Totals) => totals[group],
    always: ALWAYS.includes(group),
  })),
  { title: 'Comandos', of: (totals) => totals.commands, always: true },
];

/** The figures worth a column, given the totals of the run. */
export function figuresOf(all: Totals): readonly Figure[] {
  return FIGURES.filter((figure) => figure.always || figure.of(all) > 0);
}
