import { parseObject } from './json-object';

/** Media type under which a run says where it comes from. */
export const RUN_MEDIA_TYPE = 'application/vnd.dumont.run+json';

/** Where a run comes from. Nothing in it is secret. */
export interface RunInfo {
  /** "sandbox embutido", or the address of the deployment without user, password and query. */
  target: string;
  /** The CLI under test: "embutida", or the name of the program. */
  cli: string;
  /** Whole commit id, null outside a repository. */
  commit: string | null;
  branch: string | null;
  /** The working tree has changes that are not in the commit. */
  dirty: boolean;
  /** The tag that the commit bears, when it bears one: a release. */
  release: string | null;
  /** Address of the repository's page, for links to a line; null when there is none. */
  repository: string | null;
  /** "Node.js 20.20.2 em linux x64". */
  environment: string;
  /** No path, name or tag narrowed the run, and it is no shard whose siblings are missing. */
  whole: boolean;
  /** Which part of a run this is, "1/3"; null for a run in one piece, and once all parts are together. */
  shard: string | null;
}

let current: RunInfo | null = null;

/** Hands what is known of the run of this process to whoever writes its message stream. */
export function provideRunInfo(runInfo: RunInfo): void {
  current = runInfo;
}

/** What is known of the run of this process; null until somebody provided it. */
export function currentRunInfo(): RunInfo | null {
  return current;
}

/** Reads the body of a run's information; null when it is not one. */
export function readRunInfo(body: string): RunInfo | null {
  const value: unknown = parseObject(body);
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
