import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { environment } from '../../shared/environment';
import type { RunRequest } from './request';

const RUNNER = path.join(__dirname, 'runner.ts');
const REGISTER = path.resolve(__dirname, '..', '..', 'register.cjs');

/** Runs scenarios, one run at a time, each in a process of its own that was started ahead. */
export class WarmRunner {
  readonly #root: string;
  readonly #folder: string;
  #next: ChildProcess | undefined;
  #current: ChildProcess | undefined;
  #closed = false;

  /** @param root folder of the project. @param folder takes all that runs leave behind */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
    this.#prepare();
  }

  /** The steps have changed: what was loaded ahead is of no use, and the next process may begin to load them. */
  renew(): void {
    if (this.#next?.connected) this.#next.disconnect();
    this.#next = undefined;
    this.#prepare();
  }

  /** Runs, and prepares for the next time. */
  async run(request: RunRequest): Promise<void> {
    this.#prepare();
    const runner = this.#next as ChildProcess;
    this.#current = runner;
    this.#next = undefined;
    runner.send(request);
    await ended(runner);
    this.#current = undefined;
    if (!this.#closed) this.#prepare();
  }

  /** Ends what is in course; the suite undoes what that had begun. */
  async close(): Promise<void> {
    this.#closed = true;
    const left = [this.#next, this.#current].filter((each) => each !== undefined);
    const ends = left.map(ended);
    for (const each of left) if (each.connected) each.disconnect();
    await Promise.all(ends);
  }

  #prepare(): void {
    if (this.#next?.connected) return;
    this.#next = fork(RUNNER, [], {
      cwd: this.#root,
      execArgv: ['-r', REGISTER],
      env: { ...environment(), TMPDIR: this.#folder, DUMONT_REPORTS: path.join(this.#folder, 'reports') },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}
