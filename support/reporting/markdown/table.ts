/**
 * A table of GitHub's Markdown, its columns aligned so that the file is readable as it is.
 * @param columns titles
 * @param rows cells that are Markdown already (`prose`, `code(…, 'cell')`), as many in each row as there are columns
 */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, column) => Math.min(WIDEST, Math.max(3, ...all.map((row) => lengthOf(row[column] ?? '')))));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => padded(row[column] ?? '', width)).join(' | ')} |`;
  return [line(columns), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** One long cell does not fill all others with spaces. */
const WIDEST = 60;

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - lengthOf(cell)));
}

function lengthOf(cell: string): number {
  return [...cell].length;
}
