import { isDeepStrictEqual } from 'node:util';
import type { WhichItem } from '../mutant';
import { asHolder, placeOf } from './fields';
import { anotherType, anotherValue } from './plausible';

type FieldOperator = 'field-dropped' | 'field-nulled' | 'field-type' | 'field-value';

/** A copy of `body` with one field changed; the same content when it has no such field. */
export function withField(body: unknown, path: string, item: WhichItem, operator: FieldOperator): unknown {
  const changed = structuredClone(body);
  const place = placeOf(changed, path, item);
  if (!place) return changed;
  const { holder, key } = place;
  const value = holder[key];
  if (operator === 'field-dropped') delete holder[key];
  else if (operator === 'field-nulled') holder[key] = null;
  else if (operator === 'field-type') holder[key] = anotherType(value);
  else {
    holder[key] = anotherValue(key, value);
    if (Array.isArray(value)) recount(changed, value.length, value.length - 1);
  }
  return changed;
}

/** A copy of `body` with a list, or an object that serves as one, emptied; its count goes along. */
export function withEmptied(body: unknown, path: string): unknown {
  const changed = structuredClone(body);
  const place = placeOf(changed, path, 'first');
  if (!place) return changed;
  const value = place.holder[place.key];
  recount(changed, sizeOf(value), 0);
  place.holder[place.key] = Array.isArray(value) ? [] : {};
  return changed;
}

/**
 * A copy of `body` with one more item in a list: one that `strangers` has and `body` has not, else its own last item once more. The count
 * goes along, and so does an order by price.
 */
export function withForeign(body: unknown, path: string, strangers: unknown): unknown {
  const changed = structuredClone(body);
  const place = placeOf(changed, path, 'first');
  if (!place) return changed;
  const own = place.holder[place.key];
  const theirs = valueAt(strangers, path);
  if (Array.isArray(own)) {
    const stranger = (Array.isArray(theirs) ? theirs : []).find((each) => !own.some((mine) => isSame(mine, each)));
    const extra = stranger ?? own.at(-1);
    if (extra === undefined) return changed;
    recount(changed, own.length, own.length + 1);
    own.push(structuredClone(extra));
    if (own.every((each) => typeof asHolder(each)?.dph_total === 'number')) {
      own.sort((one, other) => Number(one.dph_total) - Number(other.dph_total));
    }
    return changed;
  }
  const entries = Object.entries(asHolder(theirs) ?? {}).filter(([key]) => !(key in (asHolder(own) ?? {})));
  const [entry] = entries;
  if (!entry) return changed;
  recount(changed, sizeOf(own), sizeOf(own) + 1);
  place.holder[place.key] = { ...asHolder(own), [entry[0]]: entry[1] };
  return changed;
}

/** The value at a path, undefined when there is none. */
export function valueAt(body: unknown, path: string): unknown {
  const place = placeOf(body, path, 'first');
  return place?.holder[place.key];
}

function isSame(one: unknown, other: unknown): boolean {
  for (const key of ['id', 'job_id', 'machine_id', 'gpu_instance_id']) {
    const mine = asHolder(one)?.[key];
    if (mine !== undefined) return isDeepStrictEqual(mine, asHolder(other)?.[key]);
  }
  return isDeepStrictEqual(one, other);
}

/** A product that is wrong about its list is wrong about its count too: otherwise the sum alone would tell. */
function recount(body: unknown, before: number, after: number): void {
  const holder = asHolder(body);
  if (holder && holder.count === before) holder.count = after;
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Object.keys(asHolder(value) ?? {}).length;
}
