import { createHash } from 'node:crypto';

/** A sample of `count` items that depends on `seed` and on the items' ids alone: the same on every machine, whatever their order. */
export function seededSample<Item extends { readonly id: string }>(items: readonly Item[], count: number, seed: string): Item[] {
  const rank = ({ id }: Item): string => createHash('sha1').update(`${seed}\0${id}`).digest('hex');
  const chosen = new Set([...items].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(0, count));
  return items.filter((item) => chosen.has(item));
}
