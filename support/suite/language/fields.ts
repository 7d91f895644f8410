import type { Memory } from './memory';

/**
 * The value at a path written with dots (`config.gcp_zone`, `associations.<gpu_id>.gpu_failed`, `items.0.id`). Placeholders are
 * filled segment by segment, so that a value with a dot stays one segment.
 * @returns undefined when some segment is absent
 */
export function fieldAt(body: unknown, path: string, memory: Memory): unknown {
  return walk(body, path, memory).value;
}

/** `há zone, empty`: the names beside the one that was looked for, where the path breaks off, to help whoever misspelt it. */
export function fieldsBeside(body: unknown, path: string, memory: Memory): string {
  const { last } = walk(body, path, memory);
  const names = typeof last === 'object' && last !== null && !Array.isArray(last) ? Object.keys(last) : [];
  return `há ${names.join(', ') || 'nada'}`;
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
