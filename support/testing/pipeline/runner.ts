import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Contexts, filledIn, isMet } from './expressions';
import { type Job, type JobStep, matrixOf, needsOf, type Workflow } from './workflow';
import { type LineResult, runLine } from './workspace';

/** A `run` line as it went. */
export interface RanLine extends LineResult {
  readonly job: string;
  readonly line: string;
  /** What the step wrote for the page of the job. */
  readonly summary: string;
}

export interface WorkflowRun {
  readonly lines: readonly RanLine[];
  /** `success`, `failure` or `skipped`, by job. */
  readonly results: Readonly<Record<string, string>>;
  /** The names of what was uploaded. */
  readonly artifacts: readonly string[];
  /** Actions that were used, in order, those that only prepare a machine included. */
  readonly used: readonly string[];
}

/** Lines that are not run here, each with its reason. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci': 'the workspace has the node_modules that npm ci made',
  'sudo -E env "PATH=$PATH" .ci/run': 'it is the whole check of the project, this very test included',
  '.ci/run': 'it is the whole check of the project, this very test included',
};

const LEFT_BEHIND = ['reports', 'shards', 'site'];

/**
 * Runs the lines of a workflow in their order, each job in a workspace without what others left there. Artifacts and caches pass from job
 * to job, and caches from run to run, through the folder `store`; other actions do nothing.
 */
export async function runWorkflow(workflow: Workflow, workspace: string, store: string, given: Contexts): Promise<WorkflowRun> {
  const artifacts = path.join(store, 'artifacts');
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  const lines: RanLine[] = [];
  const used: string[] = [];
  const results: Record<string, string> = {};
  for (const [name, job] of inOrder(workflow)) {
    const needs = Object.fromEntries(needsOf(job).map((needed) => [needed, { result: results[needed] }]));
    const failed = Object.values(needs).some(({ result }) => result !== 'success');
    if (!isMet(job.if, { ...given, needs }, { failed })) {
      results[name] = 'skipped';
      continue;
    }
    results[name] = 'success';
    for (const matrix of matrixOf(job)) {
      for (const folder of LEFT_BEHIND) rmSync(path.join(workspace, folder), { recursive: true, force: true });
      const contexts = { ...given, env: workflow.env ?? {}, needs, matrix };
      const succeeded = await runJob(job, contexts, { name, workspace, store, lines, used });
      if (!succeeded) results[name] = 'failure';
    }
  }
  return { lines, results, artifacts: readdirSync(artifacts).sort(), used };
}

interface Stage {
  name: string;
  workspace: string;
  store: string;
  lines: RanLine[];
  used: string[];
}

async function runJob(job: Job, given: Contexts, stage: Stage): Promise<boolean> {
  const outputs: Record<string, { outputs: Record<string, string> }> = {};
  let failed = false;
  for (const step of job.steps) {
    const contexts = { ...given, steps: outputs };
    if (!isMet(step.if, contexts, { failed })) continue;
    if (step.uses) {
      stage.used.push(step.uses);
      useAction(step, contexts, stage);
      continue;
    }
    if (!step.run || step.run in NOT_RUN) continue;
    const told = await runStep(step, step.run, contexts, stage);
    if (step.id) outputs[step.id] = { outputs: told.outputs };
    if (told.exitCode !== 0) failed = true;
  }
  return !failed;
}

async function runStep(
  step: JobStep,
  line: string,
  contexts: Contexts,
  { name, workspace, store, lines }: Stage,
): Promise<{ exitCode: number | null; outputs: Record<string, string> }> {
  const files = { GITHUB_STEP_SUMMARY: path.join(store, 'summary.md'), GITHUB_OUTPUT: path.join(store, 'output') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const written = { ...(contexts.env as Record<string, string>), ...step.env };
  const env = Object.fromEntries(Object.entries(written).map(([variable, value]) => [variable, filledIn(value, contexts)]));
  const result = await runLine(line, workspace, { ...env, ...files, GITHUB_ACTIONS: 'true' });
  lines.push({ ...result, job: name, line, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') });
  const outputs = readFileSync(files.GITHUB_OUTPUT, 'utf8').matchAll(/^([^=\n]+)=(.*)$/gm);
  return { exitCode: result.exitCode, outputs: Object.fromEntries([...outputs].map(([, key = '', value = '']) => [key, value])) };
}

/** What the actions that carry files do, as far as the lines depend on it. */
function useAction(step: JobStep, contexts: Contexts, { workspace, store }: Stage): void {
  const option = (name: string): string => filledIn(String(step.with?.[name] ?? ''), contexts);
  const [action] = (step.uses ?? '').split('@');
  const place = path.join(workspace, option('path'));
  if (action === 'actions/upload-artifact' && existsSync(place)) {
    const kept = path.join(store, 'artifacts', option('name'));
    mkdirSync(kept, { recursive: true });
    cpSync(place, statSync(place).isDirectory() ? kept : path.join(kept, path.basename(place)), { recursive: true });
  }
  if (action === 'actions/download-artifact') {
    const prefix = option('pattern').replace(/\*$/, '');
    for (const name of readdirSync(path.join(store, 'artifacts')).filter((found) => found.startsWith(prefix))) {
      cpSync(path.join(store, 'artifacts', name), path.join(place, name), { recursive: true });
    }
  }
  const cache = path.join(store, 'cache', path.basename(option('path')));
  if (action === 'actions/cache/restore' && existsSync(cache)) cpSync(cache, place);
  if (action === 'actions/cache/save' && existsSync(place)) cpSync(place, cache);
}

/** Jobs after those they need. */
function inOrder({ jobs }: Workflow): [string, Job][] {
  const ordered = new Map<string, Job>();
  const add = (name: string): void => {
    const job = jobs[name];
    if (!job || ordered.has(name)) return;
    for (const needed of needsOf(job)) add(needed);
    ordered.set(name, job);
  };
  for (const name of Object.keys(jobs)) add(name);
  return [...ordered];
}
