import { createHash } from 'node:crypto';

/** A short name made of `parts`: twelve characters, safe in a URL. */
export function hashOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}
