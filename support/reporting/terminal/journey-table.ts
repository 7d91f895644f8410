import { type Column, table } from '../../shared/table';
import { visible } from '../../shared/visible';
import { duration } from '../../shared/words';
import { journeyGroup, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { figuresOf } from '../text/figures';
import { mark } from './marks';
import type { Palette } from './palette';

/** One line per journey: scenarios by outcome, documented commands run, time of its scenarios; and their sum. */
export function journeyTable(run: Run, palette: Palette): string[] {
  const all = totalsOf(scenariosOf(run));
  const figures = figuresOf(all);
  const columns: Column[] = [
    { title: '  Jornada', align: 'left' },
    ...figures.map(({ title }) => ({ title, align: 'right' as const })),
    { title: 'Tempo', align: 'right' },
  ];
  const cells = (totals: Totals): string[] => [
    ...figures.map((figure) => figure.of(totals).toLocaleString('pt-BR')),
    duration(totals.durationMs),
  ];
  const rows = run.journeys.map((journey) => [
    `${mark(journeyGroup(journey), palette)} ${visible(journey.name)}`,
    ...cells(totalsOf(journey.scenarios)),
  ]);
  if (run.journeys.length > 1) rows.push(['  Total', ...cells(all)]);
  const [head = '', ...lines] = table(columns, rows);
  return [palette.bold(head), ...lines];
}
