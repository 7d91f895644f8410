import type { RunInfo } from './run';

/** Media type under which a run says where it comes from. */
export const RUN_MEDIA_TYPE = 'application/vnd.dumont.run+json';

/** Reads the body of a run's runInfo; null when it is not one. */
export function readRunInfo(body: string): RunInfo | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  return isRunInfo(value) ? { ...value, shard: value.shard ?? null } : null;
}

function isRunInfo(value: unknown): value is RunInfo {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return (
    ['target', 'cli', 'environment'].every((name) => typeof fields[name] === 'string') &&
    ['commit', 'branch', 'release', 'repository'].every((name) => fields[name] === null || typeof fields[name] === 'string') &&
    (fields.shard == null || (typeof fields.shard === 'string' && /^\d+\/\d+$/.test(fields.shard))) &&
    ['dirty', 'whole'].every((name) => typeof fields[name] === 'boolean')
  );
}
