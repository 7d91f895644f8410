/** One column of a table: texts on the left, numbers on the right. */
export interface Column {
  title: string;
  align: 'left' | 'right';
}

/** Lays out rows under their titles in columns of equal width, two spaces apart. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map((column) => column.title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => width(line[index] ?? ''))));
  return lines.map((line) =>
    columns
      .map(({ align }, index) => {
        const cell = line[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - width(cell));
        return align === 'left' ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

let segmenter: Intl.Segmenter | undefined; // made on first use: it costs 10 ms, more than all the rest of these modules
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the control character ESC
const COLOUR = /\u001b\[\d+m/g;

/** Columns a text takes on a terminal. */
export function width(text: string): number {
  return graphemes(text.replace(COLOUR, '')).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** At most `columns` wide: what is too long ends with `…`. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let result = '';
  let used = 1;
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme);
    if (used > columns) break;
    result += grapheme;
  }
  return `${result.trimEnd()}…`;
}

function graphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter('pt-BR');
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}
