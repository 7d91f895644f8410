import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

/** What is to run, and in which circumstances. */
export interface ProgramRequest {
  /** cucumber-js, or the file of a program of this project, which exports as `ended` when it is over. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All that the program finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly output: string;
}

let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a program as `node program args` would, in a process that has the packages loaded already: it costs a tenth. Programs that are
 * asked for at once run one after another. Not for what only a process of its own shows: signals, streams that close, its start and death.
 */
export function runPreloaded(request: ProgramRequest): Promise<ProgramResult> {
  const result = last.then(() => ask(request));
  last = result.catch(() => {});
  return result;
}

function ask(request: ProgramRequest): Promise<ProgramResult> {
  host ??= startHost();
  const child = host;
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      host = undefined;
      reject(new Error(`the process of ${request.program} ${request.args.join(' ')} died with ${signal ?? code}`));
    };
    child.ref();
    child.channel?.ref();
    child.once('exit', onExit);
    child.once('message', (result) => {
      child.off('exit', onExit);
      child.channel?.unref();
      child.unref();
      resolve(result as ProgramResult);
    });
    child.send(request);
  });
}

function startHost(): ChildProcess {
  const child = fork(path.join(__dirname, 'preloaded-host.ts'), {
    cwd: ROOT,
    execArgv: ['-r', path.join(ROOT, 'support', 'register.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  process.once('beforeExit', () => {
    if (!child.connected) return;
    child.ref();
    child.disconnect(); // upon which it ends
  });
  return child;
}
