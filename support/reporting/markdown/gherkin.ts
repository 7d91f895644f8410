import type { Background, Scenario, StepText } from '../model/run';

/** Steps as a feature has them, with tables and texts, indented by two spaces. */
export function gherkinSteps(steps: readonly StepText[]): string[] {
  return steps.flatMap(gherkinStep);
}

/** A scenario as its feature has it, without the steps of the Contexto; an outline without its Exemplos. */
export function gherkinScenario({ tags, keyword, outline, description, plan }: Scenario, shared: readonly string[]): string {
  const own = tags.filter((tag) => !shared.includes(tag));
  return [
    ...(own.length > 0 ? [own.join(' ')] : []),
    `${keyword}: ${outline}`,
    ...indented(description, 2),
    ...gherkinSteps(plan.filter((step) => !step.fromBackground).map(({ written }) => written)),
  ].join('\n');
}

/** A Contexto as its feature has it. */
export function gherkinBackground({ keyword, name, description, steps }: Background): string {
  return [`${keyword}: ${name}`.trim(), ...indented(description, 2), ...gherkinSteps(steps)].join('\n');
}

function gherkinStep({ keyword, text, table, docString }: StepText): string[] {
  return [`  ${keyword} ${text}`.trimEnd(), ...gherkinTable(table), ...gherkinText(docString)];
}

function gherkinTable(table: StepText['table']): string[] {
  if (!table) return [];
  const cells = table.map((row) => row.map(escapedCell));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  return cells.map((row) => `    | ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |`);
}

function gherkinText(docString: StepText['docString']): string[] {
  if (!docString) return [];
  const quotes = docString.content.includes('"""') ? '```' : '"""';
  return [`    ${quotes}${docString.mediaType ?? ''}`, ...indented(docString.content, 4), `    ${quotes}`];
}

/** As Gherkin writes a cell: a bar, a line break or a backslash in it is escaped. */
function escapedCell(cell: string): string {
  return cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', '\\n');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(width - [...cell].length);
}

function indented(text: string, columns: number): string[] {
  return text === '' ? [] : text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
