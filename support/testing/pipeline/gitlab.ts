import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const FILE = path.resolve(__dirname, '..', '..', '..', '.ci', 'gitlab-ci.example.yml');

/** A job of the GitLab example, as far as it is looked at here. */
export interface GitLabJob {
  readonly stage: string;
  readonly needs?: readonly string[];
  readonly rules: readonly { readonly if: string; readonly when?: string }[];
  readonly timeout: string;
  readonly parallel?: number | object;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports?: { readonly junit: string } };
}

export interface GitLabPipeline {
  readonly stages: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, GitLabJob>>;
}

const GLOBAL = ['stages', 'default', 'variables'];

/** The example of a pipeline for GitLab. @throws when it is no YAML */
export function readGitLabExample(): GitLabPipeline {
  const whole: { stages: string[]; variables: Record<string, string> } & Record<string, unknown> = parse(
    readFileSync(FILE, 'utf8'),
    {
      merge: true,
    },
  );
  const jobs = Object.entries(whole).filter(([name]) => !GLOBAL.includes(name));
  return { stages: whole.stages, variables: whole.variables, jobs: Object.fromEntries(jobs) as Record<string, GitLabJob> };
}

/** All lines of a job, in the order in which they run. */
export function linesOf({ before_script = [], script, after_script = [] }: GitLabJob): readonly string[] {
  return [...before_script, ...script, ...after_script];
}
