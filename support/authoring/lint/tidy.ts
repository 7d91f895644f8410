import { lengthOf } from '../source/columns';
import { type FeatureSource, readFeature } from '../source/feature-source';
import type { LineToken } from '../source/token';

/** The characters Gherkin takes off the ends of a cell. */
const CELL_SPACE = /^[ \t\v\f\r\u0085\u00A0]+|[ \t\v\f\r\u0085\u00A0]+$/g;
const TITLES: ReadonlySet<LineToken['kind']> = new Set(['feature', 'background', 'rule', 'scenario', 'examples']);

/**
 * A feature with its lines tidied: no spaces at their ends, one between keyword and text, tables with their bars in line. Only what Gherkin
 * does not see changes, and a table whose bars are in line already stays as it is, however its author likes it.
 */
export function tidy(path: string, text: string): string {
  const source = readFeature(path, text);
  if (source.document === null) return text;
  const lines = source.lines.map((line, index) => tidyLine(line, source.tokens[index]));
  for (const table of tablesOf(source)) align(lines, table);
  return lines.every((line, index) => line === source.lines[index]) ? text : withLines(text, lines);
}

function tidyLine(line: string, token: LineToken | undefined): string {
  if (token === undefined || token.owner === 'doc-string') return line;
  const indent = line.slice(0, line.length - line.trimStart().length);
  const { kind, keyword, text } = token;
  if (keyword !== null && kind === 'step') return `${indent}${keyword}${text}`.trimEnd();
  if (keyword !== null && TITLES.has(kind)) return `${indent}${keyword}: ${text}`.trimEnd();
  return line.trimEnd();
}

/** Lines, from 1, of each table: the rows that stand under one step or one Exemplos. */
function tablesOf({ tokens }: FeatureSource): number[][] {
  const tables: number[][] = [];
  let isOpen = false;
  for (const token of tokens) {
    if (token?.kind === 'table') {
      if (!isOpen) tables.push([]);
      tables.at(-1)?.push(token.line);
      isOpen = true;
    } else if (token?.kind !== 'comment' && token?.kind !== 'empty') isOpen = false;
  }
  return tables;
}

function align(lines: string[], table: readonly number[]): void {
  const rows = table.map((line) => lines[line - 1] ?? '');
  const cells = rows.map(cellsOf);
  if (cells.some((row) => row === null) || isAligned(rows)) return;
  const written = cells as string[][];
  const widths = (written[0] ?? []).map((_, column) => Math.max(...written.map((row) => lengthOf(row[column] ?? ''))));
  const indent = /^\s*/.exec(rows[0] ?? '')?.[0] ?? '';
  for (const [index, line] of table.entries()) {
    const padded = (written[index] ?? []).map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)));
    lines[line - 1] = `${indent}| ${padded.join(' | ')} |`;
  }
}

/** The cells as they are written, escapes included; null when the row does not end with a bar. */
function cellsOf(row: string): string[] | null {
  const bars = barsOf(row);
  if (bars.at(-1) !== row.length - 1) return null;
  return bars.slice(1).map((bar, index) => row.slice((bars[index] ?? 0) + 1, bar).replace(CELL_SPACE, ''));
}

function isAligned(rows: readonly string[]): boolean {
  const columns = rows.map((row) =>
    barsOf(row)
      .map((bar) => lengthOf(row.slice(0, bar)))
      .join(),
  );
  return columns.every((each) => each === columns[0]);
}

/** Indexes of the bars that separate cells. */
function barsOf(row: string): number[] {
  const bars: number[] = [];
  for (let index = 0; index < row.length; index += 1) {
    if (row[index] === '\\') index += 1;
    else if (row[index] === '|') bars.push(index);
  }
  return bars;
}

/** The text with other lines: each keeps its own line end. */
export function withLines(text: string, lines: readonly string[], before: readonly string[] = []): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = text.match(/\r?\n/g) ?? [];
  const usual = ends[0] ?? '\n';
  return mark + before.map((line) => line + usual).join('') + lines.map((line, index) => line + (ends[index] ?? '')).join('');
}
