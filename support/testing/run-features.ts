import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { runPreloaded } from './preloaded';
import { temporaryFolder } from './temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..');
const CUCUMBER = path.join(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js');

export interface FeatureRun {
  readonly exitCode: number | null;
  /** stdout and stderr together: what the user sees. */
  readonly output: string;
  readonly messages: readonly Envelope[];
  /** Of each step that failed: its sentence with what follows it. */
  readonly failures: readonly string[];
  /** Folder of the reports of this run. */
  readonly reports: string;
}

export interface FeatureRunRequest {
  /** Feature files by name; each gets the header `# language: pt`. None: the project's own features. */
  readonly features?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A run that is going on. */
export interface StartedRun {
  readonly pid: number;
  readonly finished: Promise<FeatureRun>;
}

/**
 * Runs cucumber-js with the project's own configuration, as a user does, in an environment that says nothing but `env`; without workers
 * unless `args` ask for them, and without the start of a process.
 */
export async function runFeatures(request: FeatureRunRequest): Promise<FeatureRun> {
  const { args, env, reports } = prepareRun(request);
  const { exitCode, output } = await runPreloaded({ program: 'cucumber-js', args, cwd: ROOT, env });
  return describeRun(exitCode, output, reports);
}

/** Starts cucumber-js as `runFeatures` does, as a process of its own and without waiting for its end: to signal it meanwhile, say. */
export function startFeatures(request: FeatureRunRequest): StartedRun {
  const { args, env, reports } = prepareRun(request);
  const child = spawn(process.execPath, [CUCUMBER, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const finished = new Promise<FeatureRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(describeRun(exitCode, output, reports)));
  });
  return { pid: child.pid ?? 0, finished };
}

/** The command line and the environment of a run, its features written and its folders made. */
function prepareRun({ features = {}, args = [], env = {} }: FeatureRunRequest) {
  const folder = temporaryFolder('features');
  const reports = path.join(folder, 'reports');
  mkdirSync(reports);
  const files = Object.entries(features).map(([name, text]) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `# language: pt\n${text}`);
    return file;
  });
  const workers = args.includes('--parallel') ? [] : ['--parallel', '0'];
  return {
    args: [...files, ...workers, ...args],
    env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, DUMONT_REPORTS: reports, ...env },
    reports,
  };
}

function describeRun(exitCode: number | null, output: string, reports: string): FeatureRun {
  const messages = readMessages(path.join(reports, 'messages.ndjson'));
  return { exitCode, output, messages, failures: stepFailures(messages), reports };
}

/** Of each step that failed: its sentence with what follows it. */
export function stepFailures(messages: readonly Envelope[]): string[] {
  return messages.flatMap(({ testStepFinished }) => {
    const result = testStepFinished?.testStepResult;
    return result?.status === 'FAILED' ? [result.exception?.message ?? result.message ?? ''] : [];
  });
}

function readMessages(file: string): Envelope[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  } catch {
    return []; // a run that stopped before anything was opened
  }
}
