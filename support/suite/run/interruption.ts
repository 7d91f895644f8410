import { environment } from '../../shared/environment';
import { endAllCommands } from '../command/process';
import { registerWorker, workerPids } from './run-folder';

/**
 * Ctrl-C, SIGTERM or the death of the coordinator: the run is drained, not cut. Commands now running are ended, the step in course
 * fails, hooks clean up, what has not begun is skipped and the reports are written; only then the process leaves.
 */
const controller = new AbortController();

export const interruption = {
  signal: controller.signal,
  get requested(): boolean {
    return controller.signal.aborted;
  },
};

/** What a step in course fails with. */
export const INTERRUPTED = 'a execução foi interrompida';

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const PARENT_CHECK_MS = 500;

let installed = false;
let orphaned = false;
let close = async (): Promise<void> => {};
let scenariosInCourse = 0;

/** A scenario begins: a process without a coordinator stays until it has cleaned up. */
export function scenarioBegins(): void {
  scenariosInCourse += 1;
}

/** A scenario has cleaned up after itself. */
export function scenarioEnds(): void {
  scenariosInCourse -= 1;
  leaveWhenIdle();
}

function leaveWhenIdle(): void {
  if (orphaned && scenariosInCourse === 0) void close().finally(() => process.exit(EXIT_CODES.SIGTERM));
}

/**
 * Listens for every way in which a run is asked to end. Once per process.
 * @param closeProcess what a process must end before it leaves without being told to
 */
export function installInterruption(closeProcess: () => Promise<void>): void {
  if (installed) return;
  installed = true;
  close = closeProcess;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => drain(EXIT_CODES[signal]));
  if (isWorker()) {
    registerWorker(process.pid);
    drainWithCoordinator();
  } else if (environment().npm_command !== undefined) {
    drainWithNpx();
  }
}

function isWorker(): boolean {
  return environment().CUCUMBER_WORKER_ID !== undefined;
}

function drain(exitCode: number): void {
  if (interruption.requested) return; // on Ctrl-C a worker hears from the terminal and from the coordinator
  controller.abort(new Error(INTERRUPTED));
  endAllCommands();
  if (isWorker()) return;
  for (const pid of workerPids()) tell(pid, 'SIGTERM');
  process.once('exit', () => {
    process.exitCode = exitCode;
  });
}

/** Without its coordinator a worker would go on to the next step, which may rent a GPU; and nobody would ever tell it to leave. */
function drainWithCoordinator(): void {
  process.on('disconnect', () => {
    drain(EXIT_CODES.SIGTERM);
    orphaned = true;
    leaveWhenIdle();
  });
  const send = process.send?.bind(process);
  if (send)
    process.send = ((...args: Parameters<typeof send>) => (process.connected ? send(...args) : false)) as typeof process.send;
}

/** SIGTERM to npx kills npx alone; that the parent changed is all that its child can notice. */
function drainWithNpx(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && drain(EXIT_CODES.SIGTERM), PARENT_CHECK_MS).unref();
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
