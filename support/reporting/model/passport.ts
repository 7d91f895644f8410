import type { Passport } from './run';

/** Media type under which a run says where it comes from. */
export const RUN_MEDIA_TYPE = 'application/vnd.dumont.run+json';

/** Reads the body of a run's passport; null when it is not one. */
export function readPassport(body: string): Passport | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  return isPassport(value) ? { ...value, shard: value.shard ?? null } : null;
}

function isPassport(value: unknown): value is Passport {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return (
    ['target', 'cli', 'environment'].every((name) => typeof fields[name] === 'string') &&
    ['commit', 'branch', 'release', 'repository'].every((name) => fields[name] === null || typeof fields[name] === 'string') &&
    (fields.shard == null || (typeof fields.shard === 'string' && /^\d+\/\d+$/.test(fields.shard))) &&
    ['dirty', 'whole'].every((name) => typeof fields[name] === 'boolean')
  );
}

/** The parts of a run that was cut into shards, as they come together. */
export class Parts {
  readonly #seen = new Set<number>();
  #of = 0;

  /** Takes in one part, "1/3"; null is a run in one piece. */
  add(shard: string | null): void {
    const [part = 0, of = 0] = shard?.split('/').map(Number) ?? [];
    this.#of = Math.max(this.#of, of);
    this.#seen.add(part);
  }

  /** The parts nobody brought, in order. */
  get missing(): number[] {
    if (this.#seen.has(0)) return [];
    return Array.from({ length: this.#of }, (_, index) => index + 1).filter((part) => !this.#seen.has(part));
  }
}
