import { stripVTControlCharacters } from 'node:util';

/**
 * How one process ended. Output is text, cut at the cap, without the escape sequences of a terminal: a colour in the middle of a secret
 * would hide it from the redaction, and one around a word from whoever looks for it.
 */
export interface ProcessOutcome {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly outputCut: boolean;
  /** System code such as ENOENT or EACCES when the process could not start. */
  readonly startFailure: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface ProcessRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Characters kept of each stream; a process that prints more is ended. */
  readonly outputCap?: number;
}

/** How long output already written may take to arrive after the program has ended. */
const OUTPUT_GRACE_MS = 1_000;

const DEFAULT_OUTPUT_CAP = 10_000_000;

const runningGroups = new Set<number>();

/**
 * Runs a program without a shell, with a closed stdin, in a process group of its own. The group is ended whole when the time is
 * up, when the output passes the cap, and when the program ends leaving children behind. Never rejects.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessOutcome> {
  const { execa } = require('execa') as typeof import('execa'); // loaded by who runs a command: the coordinator runs none
  const startedAt = performance.now();
  const child = execa(request.file, [...request.args], {
    cwd: request.cwd,
    env: { ...request.env },
    extendEnv: false,
    stdin: 'ignore',
    detached: true, // a group of its own
    reject: false,
    stripFinalNewline: false,
    maxBuffer: request.outputCap ?? DEFAULT_OUTPUT_CAP,
  });
  const group = child.pid;
  if (group !== undefined) runningGroups.add(group);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    if (group !== undefined) endGroup(group, 'SIGKILL');
  }, request.timeoutMs);
  // A child of the CLI that holds the output open would keep us waiting after the CLI itself is gone.
  child.once('exit', () => {
    if (group !== undefined) endGroup(group, 'SIGKILL');
    // One that left the group for a session of its own can still hold it: what it may say no longer belongs to the command.
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, OUTPUT_GRACE_MS).unref();
  });

  try {
    const result = await child;
    return {
      exitCode: result.exitCode ?? null,
      signal: result.signal ?? null,
      timedOut,
      outputCut: result.isMaxBuffer,
      startFailure: group === undefined ? (result.code ?? 'desconhecido') : null,
      stdout: stripVTControlCharacters(result.stdout),
      stderr: stripVTControlCharacters(result.stderr),
      durationMs: Math.round(performance.now() - startedAt),
    };
  } finally {
    clearTimeout(timer);
    if (group !== undefined) {
      endGroup(group, 'SIGKILL');
      runningGroups.delete(group);
    }
  }
}

/** Ends every command now running with its whole group: for an interrupted run. */
export function endAllCommands(): void {
  for (const group of runningGroups) endGroup(group, 'SIGKILL');
}

function endGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody of the group is left.
  }
}
