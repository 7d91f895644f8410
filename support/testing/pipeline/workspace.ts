import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** Few scenarios, but more than there are parts: the script of three journeys, and one theme of the last. */
const SMALL = [
  '06_spot_analysis.feature',
  '07_savings_tracking.feature',
  '10_health_check.feature',
  '10_health_check/agents.feature',
];

export interface LineResult {
  readonly exitCode: number | null;
  /** stdout and stderr together. */
  readonly output: string;
}

/**
 * A copy of the project as a runner has it after checkout and `npm ci`, with few scenarios. It has a `node_modules` of its own, filled
 * with links, so that what is cached there stays out of the project's; compiled TypeScript, which its content is the key of, is shared.
 */
export function makeWorkspace(): string {
  const folder = temporaryFolder('pipeline');
  for (const part of ['.ci', 'support', 'step-definitions', 'package.json', 'cucumber.js', 'tsconfig.json']) {
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  const compiled = path.join('node_modules', '.cache', 'dumont-journeys', 'ts');
  mkdirSync(path.dirname(path.join(folder, compiled)), { recursive: true });
  symlinkSync(path.join(ROOT, compiled), path.join(folder, compiled));
  for (const name of SMALL) cpSync(path.join(ROOT, 'features', name), path.join(folder, 'features', name));
  return folder;
}

/** Runs one line of a pipeline as a runner does: by bash, in the folder, in an environment that says nothing but `env`. */
export function runLine(line: string, folder: string, env: Readonly<Record<string, string>>): Promise<LineResult> {
  const home = path.join(folder, '.home');
  mkdirSync(home, { recursive: true });
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', line], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: home, CI: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}
