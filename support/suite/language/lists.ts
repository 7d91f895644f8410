import { isDeepStrictEqual } from 'node:util';
import { expectThat } from './expectation';
import { fieldAt, fieldsBeside } from './fields';
import type { Memory } from './memory';
import { show } from './show';

export type Order = 'crescente' | 'decrescente';

/**
 * The list at a path of a reply.
 * @throws Error in Portuguese when there is none
 */
export function listAt(body: unknown, path: string, memory: Memory): readonly unknown[] {
  const value = fieldAt(body, path, memory);
  expectThat(value !== undefined, `a resposta não tem a lista "${path}" (${fieldsBeside(body, path, memory)}).`);
  expectThat(Array.isArray(value), `o campo "${path}" deveria ser uma lista, mas é ${show(value)}.`);
  return value;
}

/**
 * A numeric field of each item.
 * @throws Error in Portuguese when an item lacks it or it is no number
 */
export function numbersOf(list: readonly unknown[], field: string, memory: Memory): number[] {
  return list.map((item, index) => {
    const value = fieldAt(item, field, memory);
    expectThat(typeof value === 'number', `o campo "${field}" do item ${index + 1} deveria ser um número, mas é ${show(value)}.`);
    return value;
  });
}

/** The numbers as the order wants them. */
export function inOrder(numbers: readonly number[], order: Order): number[] {
  return [...numbers].sort((one, other) => (order === 'crescente' ? one - other : other - one));
}

/** Position of the first number that breaks the order, or null. Equal neighbours are in order. */
export function firstOutOfOrder(numbers: readonly number[], order: Order): number | null {
  const index = numbers.findIndex((number, position) => {
    const before = numbers[position - 1];
    return before !== undefined && (order === 'crescente' ? number < before : number > before);
  });
  return index < 0 ? null : index;
}

/**
 * A value that two items share, with how often it appears, or null.
 * @throws Error in Portuguese when an item lacks the field
 */
export function repeatedValue(list: readonly unknown[], field: string, memory: Memory): { value: unknown; times: number } | null {
  const values = list.map((item, index) => {
    const value = fieldAt(item, field, memory);
    expectThat(value !== undefined, `o item ${index + 1} não tem o campo "${field}".`);
    return value;
  });
  for (const value of values) {
    const times = values.filter((each) => isDeepStrictEqual(each, value)).length;
    if (times > 1) return { value, times };
  }
  return null;
}
