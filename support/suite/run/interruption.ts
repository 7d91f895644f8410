import { environment } from '../../shared/environment';
import { endAllCommands } from '../command/process';
import { interruptionStage, noteInterruption, registerWorker, workerPids } from './run-folder';

/**
 * Ctrl-C, SIGTERM, a closed terminal or the death of the coordinator: the run is drained, not cut. Commands now running are ended, the step
 * in course fails, hooks clean up, what has not begun is skipped and the reports are written; only then the process leaves. Asked a second
 * time, nothing is waited for any more: what is left is named.
 */
const controller = new AbortController();
const impatience = new AbortController();

export const interruption = {
  signal: controller.signal,
  /** Fires when whoever interrupted the run does not wait for the clean-up either. */
  hurry: impatience.signal,
  get requested(): boolean {
    return controller.signal.aborted;
  },
};

/** What a step in course fails with. */
export const INTERRUPTED = 'a execução foi interrompida';

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type EndingSignal = keyof typeof EXIT_CODES;

const PARENT_CHECK_MS = 500;
/** One Ctrl-C may come more than once: npm passes on what the terminal has told its child already. */
const REPETITION_MS = 500;
/** How long a process may take to end by itself once nobody waits for it; a worker's last messages reach the coordinator in time. */
const WORKER_GRACE_MS = 2_000;
const COORDINATOR_GRACE_MS = 4_000;

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
  for (const signal of Object.keys(EXIT_CODES) as EndingSignal[]) process.on(signal, () => hear(signal));
  // Who read what is printed may be gone, a closed terminal for one: what is left to do does not need a reader.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (isWorker()) {
    registerWorker(process.pid);
    if (interruptionStage() !== null) drain(EXIT_CODES.SIGTERM); // it was asked to end before it was there to be told
    drainWithCoordinator();
  } else if (environment().npm_command !== undefined) {
    drainWithNpx();
  }
}

function isWorker(): boolean {
  return environment().CUCUMBER_WORKER_ID !== undefined;
}

const firstHeardAt = new Map<EndingSignal, number>();

function hear(signal: EndingSignal): void {
  const now = performance.now();
  const isRepeated = now - (firstHeardAt.get(signal) ?? now) >= REPETITION_MS;
  if (!firstHeardAt.has(signal)) firstHeardAt.set(signal, now);
  if (!interruption.requested) drain(EXIT_CODES[signal]);
  else if (isRepeated || (isWorker() && interruptionStage() === 'hurry')) giveUp(EXIT_CODES[signal]);
}

function giveUp(exitCode: number): void {
  if (impatience.signal.aborted) return;
  impatience.abort(new Error(INTERRUPTED));
  setTimeout(() => process.exit(exitCode), isWorker() ? WORKER_GRACE_MS : COORDINATOR_GRACE_MS).unref();
  if (!isWorker()) tellWorkers('hurry');
}

function drain(exitCode: number): void {
  if (interruption.requested) return; // on Ctrl-C a worker hears from the terminal and from the coordinator
  controller.abort(new Error(INTERRUPTED));
  endAllCommands();
  process.once('exit', () => {
    process.exitCode = exitCode; // of a worker too: what it skips from here on must not pass for a run without it
  });
  if (!isWorker()) tellWorkers('drain');
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

function tellWorkers(stage: 'drain' | 'hurry'): void {
  noteInterruption(stage); // first: a worker that is not listed yet looks when it has listed itself
  for (const pid of workerPids()) tell(pid, 'SIGTERM');
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
