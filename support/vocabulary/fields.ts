import type { Memory } from '../cli/memory';

/**
 * The value at a path written with dots (`config.gcp_zone`, `associations.<gpu_id>.gpu_failed`, `items.0.id`). Placeholders are
 * filled segment by segment, so that a value with a dot stays one segment.
 * @returns undefined when some segment is absent
 */
export function fieldAt(body: unknown, path: string, memory: Memory): unknown {
  let value = body;
  for (const segment of path.split('.')) {
    const name = memory.fill(segment);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The names of the fields beside the one that was looked for, to help whoever misspelt it. */
export function fieldNames(body: unknown): string[] {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
}
