import type { Memory } from './memory';
import { items } from './quantities';

/**
 * The value at a path written with dots (`config.gcp_zone`, `associations.<gpu_id>.gpu_failed`, `items.0.id`). Placeholders are
 * filled segment by segment, so that a value with a dot stays one segment.
 * @returns undefined when some segment is absent
 */
export function fieldAt(body: unknown, path: string, memory: Memory): unknown {
  return walk(body, path, memory).value;
}

/** More names than these help nobody. */
const MOST_NAMES = 10;

/**
 * What there is where a path breaks off, to help whoever misspelt it or looks for what moved: `há zone, empty`, or
 * `há uma lista de 100 itens no lugar`.
 */
export function fieldsBeside(body: unknown, path: string, memory: Memory): string {
  const { last } = walk(body, path, memory);
  if (Array.isArray(last)) return `há uma lista de ${items(last.length)} no lugar`;
  if (typeof last === 'string') return 'há um texto no lugar';
  const names = typeof last === 'object' && last !== null ? Object.keys(last) : [];
  const more = names.length > MOST_NAMES ? ` e mais ${names.length - MOST_NAMES}` : '';
  return `há ${names.slice(0, MOST_NAMES).join(', ') || 'nada'}${more}`;
}

/** Follows a path: the value at its end, undefined when it breaks off, and the last thing above it that there is. */
function walk(body: unknown, path: string, memory: Memory): { value: unknown; last: unknown } {
  let value = body;
  let last = body;
  for (const segment of path.split('.')) {
    const name = memory.fill(segment);
    last = value;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return { value: undefined, last };
    value = (value as Record<string, unknown>)[name];
  }
  return { value, last };
}
