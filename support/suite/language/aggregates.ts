/** One number made of a list of numbers, as features say it. */
export type Aggregate = 'o menor' | 'o maior' | 'a soma de' | 'a média de';

export const AGGREGATE_PATTERN = 'o menor|o maior|a soma de|a média de';

/** Adding decimal amounts in binary leaves dust in the 12th place; no amount of the product has more than six. */
const DECIMALS = 6;

/** The aggregate of a list that is not empty. */
export function aggregate(kind: Aggregate, values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (kind) {
    case 'o menor':
      return Math.min(...values);
    case 'o maior':
      return Math.max(...values);
    case 'a soma de':
      return Number(sum.toFixed(DECIMALS));
    case 'a média de':
      return Number((sum / values.length).toFixed(DECIMALS));
  }
}
