import type { DataTable } from '@cucumber/cucumber';
import { type Condition, parseCondition } from './conditions';
import type { Comparison } from './expectation';
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

/** A row of a table that a body does not meet. */
export interface UnmetCondition extends Comparison {
  /** Of the field, placeholders filled. */
  readonly path: string;
  /** What the field should be and what it is, without a full stop. */
  readonly sentence: string;
}

/** The rows that `body` does not meet. */
export function unmetConditions(body: unknown, rows: readonly FieldRow[], memory: Memory): UnmetCondition[] {
  return rows.flatMap(({ path: written, condition }) => {
    const actual = fieldAt(body, written, memory);
    if (condition.holds(actual, memory)) return [];
    const path = memory.fill(written);
    const verb = actual === undefined ? `está ausente (${fieldsBeside(body, written, memory)})` : `é ${show(actual)}`;
    const sentence = `o campo "${path}" deveria ${condition.explain(memory)}, mas ${verb}`;
    return [{ path, sentence, expected: condition.expected(memory), actual }];
  });
}

/** What is wrong with each. */
export function sentencesOf(unmet: readonly UnmetCondition[]): string[] {
  return unmet.map(({ sentence }) => sentence);
}

/** Both sides of all that was compared, by the paths of the fields. */
export function sidesOf(unmet: readonly UnmetCondition[]): Comparison {
  const side = (name: keyof Comparison): object => Object.fromEntries(unmet.map((each) => [each.path, each[name]]));
  return { expected: side('expected'), actual: side('actual') };
}
