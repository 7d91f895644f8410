import type { Outcome } from '../model/outcome';
import { OUTCOME_SHAPES } from '../text/shapes';
import type { Palette } from './palette';

/** The mark of an outcome, in its colour. */
export function mark(outcome: Outcome, palette: Palette): string {
  const shape = OUTCOME_SHAPES[outcome];
  if (outcome === 'passed') return palette.green(shape);
  if (outcome === 'skipped') return palette.dim(shape);
  if (outcome === 'flaky' || outcome === 'not-run') return palette.yellow(shape);
  return palette.red(shape);
}

/** The short name a line has room for: "Jornada 2" of "Jornada 2 - Ciclo de vida de uma instância GPU", else the whole name. */
export function shortName(journeyName: string): string {
  return /^(Jornada \d+) - /.exec(journeyName)?.[1] ?? journeyName;
}

/** Every line of `text` moved to the right by `columns`. */
export function indent(text: string, columns: number): string {
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(columns));
}
