import type { Outcome } from '../model/outcome';
import { GROUPS, type Mood, OUTCOMES } from '../model/outcome-table';
import type { Palette } from './palette';

const COLOURS: Readonly<Record<Mood, keyof Palette>> = { good: 'green', warn: 'yellow', bad: 'red', plain: 'dim' };

/** The mark of an outcome, in its colour. */
export function mark(outcome: Outcome, palette: Palette): string {
  const { shape, group } = OUTCOMES[outcome];
  return palette[COLOURS[GROUPS[group].mood]](shape);
}

/** The short name a line has room for: "Jornada 2" of "Jornada 2 - Ciclo de vida de uma instância GPU", else the whole name. */
export function shortName(journeyName: string): string {
  return /^(Jornada \d+) - /.exec(journeyName)?.[1] ?? journeyName;
}

/** Every line of `text` moved to the right by `columns`. */
export function indent(text: string, columns: number): string {
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(columns));
}
