import type { WhichItem } from '../mutant';

type Holder = Record<string, unknown>;

/** Where a field is: the object that holds it and its name there. */
export interface Place {
  readonly holder: Holder;
  readonly key: string;
}

/**
 * Finds a field of a body. `a.b` goes down, `list[].x` into one item of a list, `map.*.x` into one entry of an object.
 * @returns null when the body has no such field
 */
export function placeOf(body: unknown, path: string, item: WhichItem): Place | null {
  const segments = path.split('.');
  let node: unknown = body;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const intoList = segment.endsWith('[]');
    const key = segment === '*' ? pick(Object.keys(asHolder(node) ?? {}), item) : segment.replace(/\[\]$/, '');
    const holder = asHolder(node);
    if (!holder || key === undefined || !(key in holder)) return null;
    if (!intoList && isLast) return { holder, key };
    const value = holder[key];
    if (!intoList) {
      node = value;
      continue;
    }
    if (!Array.isArray(value) || value.length === 0) return null;
    const position = item === 'first' ? 0 : value.length - 1;
    if (isLast) return { holder: value as unknown as Holder, key: String(position) };
    node = value[position];
  }
  return null;
}

/** The scalar fields below a value, as paths from it: of an object its fields, of a list those of its items. */
export function leavesOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : leavesOf(value[0], `${path}[]`);
  const holder = asHolder(value);
  if (!holder) return [path];
  return Object.entries(holder).flatMap(([key, below]) => leavesOf(below, path === '' ? key : `${path}.${key}`));
}

export function asHolder(value: unknown): Holder | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Holder) : null;
}

function pick(keys: readonly string[], item: WhichItem): string | undefined {
  return item === 'first' ? keys[0] : keys.at(-1);
}
