import type { Totals } from '../model/outcome';

/** One figure of a table of journeys; the same in every report. */
export interface Figure {
  title: string;
  /** The title of a single one. */
  one: string;
  of(totals: Totals): number;
  /** Shown even when it is zero everywhere. */
  always: boolean;
}

const FIGURES: readonly Figure[] = [
  { title: 'Passaram', one: 'Passou', of: (totals) => totals.passed, always: true },
  { title: 'Instáveis', one: 'Instável', of: (totals) => totals.flaky, always: false },
  { title: 'Falharam', one: 'Falhou', of: (totals) => totals.failed, always: true },
  { title: 'Não automatizados', one: 'Não automatizado', of: (totals) => totals.undefined, always: false },
  { title: 'Sem ambiente', one: 'Sem ambiente', of: (totals) => totals.broken, always: false },
  { title: 'Pulados', one: 'Pulado', of: (totals) => totals.skipped, always: true },
  { title: 'Não rodaram', one: 'Não rodou', of: (totals) => totals['not-run'], always: false },
  { title: 'Comandos', one: 'Comando', of: (totals) => totals.commands, always: true },
];

/** The figures worth a column, given the totals of the run. */
export function figuresOf(all: Totals): readonly Figure[] {
  return FIGURES.filter((figure) => figure.always || figure.of(all) > 0);
}
