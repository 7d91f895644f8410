import type { DataTable } from '@cucumber/cucumber';
import { type Condition, parseCondition } from './conditions';
import { fieldAt, fieldsBeside } from './fields';
import type { Memory } from './memory';
import { show } from './show';

/** One row of a table campo / condição. */
export interface FieldRow {
  readonly path: string;
  readonly condition: Condition;
}

/**
 * Reads a table with the columns campo and condição.
 * @throws Error in Portuguese when the columns are others or a condition cannot be read
 */
export function readFieldTable(table: DataTable): FieldRow[] {
  const [header = [], ...rows] = table.raw();
  if (header.join('|') !== 'campo|condição') {
    throw new Error(
      `a tabela deve ter as colunas "campo" e "condição", nesta ordem, mas tem ${header.map((name) => `"${name}"`).join(', ')}.`,
    );
  }
  if (rows.length === 0) throw new Error('a tabela não tem nenhuma linha além do cabeçalho.');
  return rows.map(([path = '', condition = '']) => ({ path, condition: parseCondition(condition) }));
}

/** Sentences below each other, each on a line of its own, for the end of a message. */
export function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `\n    - ${sentence}`).join('');
}

/** One sentence for each row that `body` does not meet. */
export function unmetConditions(body: unknown, rows: readonly FieldRow[], memory: Memory): string[] {
  return rows.flatMap(({ path, condition }) => {
    const value = fieldAt(body, path, memory);
    if (condition.holds(value, memory)) return [];
    const verb = value === undefined ? `está ausente (${fieldsBeside(body, path, memory)})` : `é ${show(value)}`;
    return [`o campo "${memory.fill(path)}" deveria ${condition.explain(memory)}, mas ${verb}`];
  });
}
