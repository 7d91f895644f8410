import type { Step } from '@cucumber/messages';
import { columnAt, indexOfGherkinColumn, lengthOf } from '../../source/columns';
import type { CheckedFeature, ExampleRow } from './feature';

/** Where in a feature something stands, as a finding tells it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The whole text of a step, without its keyword. */
export function placeOfStep({ path, lines }: CheckedFeature, { location, keyword, text }: Step): Place {
  const line = lines[location.line - 1] ?? '';
  const index = indexOfGherkinColumn(line, location.column ?? 1) + keyword.length;
  return { file: path, line: location.line, column: columnAt(line, index), length: Math.max(lengthOf(text), 1) };
}

/**
 * Where a part of a step's text or table was written: in the step itself, in a row of its table, or in the row of Exemplos that its columns
 * were filled from. The whole step when it is nowhere as such.
 */
export function placeOfPart(feature: CheckedFeature, step: Step, row: ExampleRow | undefined, part: string): Place {
  const candidates = [
    step.location.line,
    ...(step.dataTable?.rows.map(({ location }) => location.line) ?? []),
    ...(row ? [row.line] : []),
  ];
  for (const number of candidates) {
    const place = placeInLine(feature, number, part);
    if (place) return place;
  }
  return placeOfStep(feature, step);
}

/** Where a text stands in one line of the feature; null when it does not. */
export function placeInLine({ path, lines }: CheckedFeature, number: number, part: string): Place | null {
  const line = lines[number - 1] ?? '';
  const index = line.indexOf(part);
  return index < 0 || part === '' ? null : { file: path, line: number, column: columnAt(line, index), length: lengthOf(part) };
}
