/** How many items a list has, as features say it: `ao menos 1 item`, `24 itens`, `no máximo 3 itens`. */
export interface Quantity {
  readonly text: string;
  accepts(count: number): boolean;
}

/** Source of the regular expression of a quantity in a sentence. Nothing at all has a step of its own: `está vazia`. */
export const QUANTITY_PATTERN = String.raw`(?:(?:ao menos |no máximo )?\d+ ite(?:m|ns))`;

/** How many items there are, for a message: `1 item`, `3 itens`. */
export function items(count: number): string {
  return `${count} ${count === 1 ? 'item' : 'itens'}`;
}

/** Reads a quantity that matched QUANTITY_PATTERN. */
export function parseQuantity(text: string): Quantity {
  const number = Number(text.match(/\d+/)?.[0] ?? 0);
  if (text.startsWith('ao menos')) return { text, accepts: (count) => count >= number };
  if (text.startsWith('no máximo')) return { text, accepts: (count) => count <= number };
  return { text, accepts: (count) => count === number };
}
