import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../settings';
import { type Environment, environment } from '../shared/environment';
import type { RunInfo } from '../shared/messages/run-info';
import { shardOf } from '../shared/shard';

const ask = promisify(execFile);

/** How a run was narrowed, if it was: the paths it was given and the words of its command line. */
export interface Selection {
  /** As cucumber-js resolved them, globs not expanded. */
  readonly paths: readonly string[];
  readonly argv: readonly string[];
}

type Narrowing = Pick<RunInfo, 'whole' | 'shard'>;

/** Finds out what runs against what, and from which commit: what every report says of its run. Outside a repository git's part is null. */
export async function describeRun(
  settings: Settings,
  env: Environment = environment(),
  cwd = process.cwd(),
): Promise<Omit<RunInfo, keyof Narrowing>> {
  const git = await repositoryFacts(cwd);
  return {
    target: settings.target.kind === 'sandbox' ? 'sandbox embutido' : settings.target.baseUrl,
    cli: settings.cli.kind === 'embedded' ? 'embutida' : path.basename(settings.cli.file),
    ...git,
    branch: git.branch ?? (env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || env.CI_COMMIT_REF_NAME || null),
    environment: `Node.js ${process.versions.node} em ${process.platform} ${process.arch}`,
  };
}

/** Whether the run is whole, not narrowed by paths, names or tags, and which shard it is. */
export function describeSelection({ paths, argv }: Selection): Narrowing {
  const isNarrowed = paths.some((given) => !given.startsWith('features/**')) || argv.some((word) => NARROWING.test(word));
  return { whole: !isNarrowed, shard: shardOf(argv) };
}

const NARROWING = /^(?:-[tn]|--(?:tags|name)(?:=.*)?)$/;

type RepositoryFacts = Pick<RunInfo, 'commit' | 'branch' | 'dirty' | 'release' | 'repository'>;

async function repositoryFacts(cwd: string): Promise<RepositoryFacts> {
  const git = async (...args: string[]): Promise<string> => {
    try {
      return (await ask('git', args, { cwd, timeout: 5000, maxBuffer: 64 * 1024 * 1024 })).stdout.trim();
    } catch {
      return ''; // no git, no repository, or no answer in time
    }
  };
  const [status, tags, remote] = await Promise.all([
    git('status', '--porcelain=v2', '--branch'),
    git('tag', '--points-at', 'HEAD', '--sort=-version:refname'),
    git('config', '--get', 'remote.origin.url'),
  ]);
  const header = (name: string): string | null => new RegExp(`^# branch\\.${name} (.+)$`, 'm').exec(status)?.[1] ?? null;
  const commit = header('oid');
  const branch = header('head');
  return {
    commit: commit === '(initial)' ? null : commit,
    branch: branch === '(detached)' ? null : branch,
    dirty: status.split('\n').some((line) => line !== '' && !line.startsWith('#')),
    release: tags.split('\n')[0] || null,
    repository: pageOf(remote),
  };
}

/**
 * The address of a repository's page from that of its remote, without user and password.
 * @returns null for anything but https, http and the `user@host:path` form
 */
export function pageOf(remote: string): string | null {
  const [, host, place] = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+)$/.exec(remote) ?? [];
  const address = host === undefined ? remote : `https://${host}/${place}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) return null;
  return `${url.origin}${url.pathname}`.replace(/\/$/, '').replace(/\.git$/, '');
}
