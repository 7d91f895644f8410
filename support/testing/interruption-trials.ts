import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../sandbox/domain/random';
import type { Sandbox } from '../sandbox/index';
import { callApi } from '../suite/targets/api';
import { loginByApi } from '../suite/targets/session';
import { temporaryFolder } from './temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..');
const CUCUMBER = path.join(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js');
/** A run that is interrupted must be over by then, on a slow machine too. */
const LONGEST_END_MS = 90_000;
const BETWEEN_LOOKS_MS = 100;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
const RECEIVERS = ['coordinator', 'worker', 'group'] as const;
const WORKERS = [0, 2] as const;

/** How and when a run is interrupted. */
export interface Moment {
  readonly signal: (typeof SIGNALS)[number];
  /** `worker`: the coordinator while there is none. */
  readonly to: (typeof RECEIVERS)[number];
  readonly workers: (typeof WORKERS)[number];
  /** Up to STARTING of its start, in time; beyond, of its messages, which come at the pace of the machine. 1: as it would end. */
  readonly share: number;
  /** Between two messages. */
  readonly jitterMs: number;
}

/** The share of the moments that lies before the first scenario. */
const STARTING = 0.3;
const LONGEST_JITTER_MS = 400;

/** How a run goes that nobody interrupts. */
export interface Course {
  /** Until its first scenario. */
  readonly startMs: number;
  readonly messages: number;
}

/** What came of an interrupted run. */
export interface Trial {
  readonly moment: Moment;
  readonly afterMs: number;
  /** Null: it was ended by a signal, or hung. */
  readonly exitCode: number | null;
  readonly hung: boolean;
  /** It was interrupted, and ends as if all had passed. */
  readonly isGreen: boolean;
  /** Command lines of processes of the run that were still there. */
  readonly processes: readonly string[];
  /** What the account had after the run, and after one sweep. */
  readonly left: readonly string[];
  readonly leftAfterSweep: readonly string[];
  /** Reports that are there and not whole. */
  readonly broken: readonly string[];
  readonly output: string;
}

/** Moments that the same seed gives again; every kind of them is among the first twelve. */
export function momentsOf(seed: string, count: number): Moment[] {
  const random = new Random(`interruptions ${seed}`);
  return Array.from({ length: count }, (_, index) => ({
    signal: SIGNALS[index % SIGNALS.length] ?? 'SIGKILL',
    to: RECEIVERS[index % RECEIVERS.length] ?? 'group',
    workers: random.pick(WORKERS),
    share: random.next(),
    jitterMs: random.integer(0, LONGEST_JITTER_MS),
  }));
}

/** Everything held: it ended, and not as if nothing had been, nothing runs, nothing is left to pay for, and no report is half there. */
export function holds({ hung, isGreen, processes, leftAfterSweep, broken }: Trial): boolean {
  return !hung && !isGreen && processes.length === 0 && leftAfterSweep.length === 0 && broken.length === 0;
}

interface Operator {
  readonly user: { readonly email: string; readonly password: string; readonly secrets: [] };
  readonly folder: string;
  readonly reports: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs that rent on a sandbox as on any deployment, and are interrupted. */
export class InterruptionTrials {
  readonly #sandbox: Sandbox;
  readonly #paths: readonly string[];
  #users = 0;

  /** @param paths features whose journeys are run */
  constructor(sandbox: Sandbox, paths: readonly string[]) {
    this.#sandbox = sandbox;
    this.#paths = paths;
  }

  /** @throws Error when a run that nobody interrupts does not pass */
  async measure(): Promise<Course> {
    const operator = await this.#operator();
    const startedAt = performance.now();
    const { child, ended, output } = this.#start(operator, 2);
    await until(() => messagesIn(operator.reports) > 0 || isOver(child));
    const startMs = performance.now() - startedAt;
    const code = await ended;
    if (code !== 0) throw new Error(`the run does not pass without an interruption either:\n${output()}`);
    return { startMs, messages: messagesIn(operator.reports) };
  }

  /** @param course what `measure` said */
  async try(moment: Moment, course: Course): Promise<Trial> {
    const operator = await this.#operator();
    const startedAt = performance.now();
    const { child, ended, output } = this.#start(operator, moment.workers);
    await comes(moment, course, child, operator.reports);
    const afterMs = Math.round(performance.now() - startedAt);
    const wasOver = isOver(child);
    interrupt(child, moment);
    const exitCode = await Promise.race([ended, pause(LONGEST_END_MS, 'hung' as const)]);
    const hung = exitCode === 'hung';
    if (hung) for (const { pid } of processesOf(operator.folder)) signalTo(pid, 'SIGKILL');
    const processes = await remaining(operator.folder);
    const left = await this.#inventory(operator);
    const sweeping = left.length === 0 ? '' : await sweep(operator);
    return {
      moment,
      afterMs,
      exitCode: hung ? null : exitCode,
      hung,
      isGreen: exitCode === 0 && !wasOver,
      processes,
      left,
      leftAfterSweep: left.length === 0 ? [] : await this.#inventory(operator),
      broken: brokenReports(operator.reports),
      output: `${output()}${sweeping}`,
    };
  }

  async #operator(): Promise<Operator> {
    this.#users += 1;
    const user = { email: `pessoa-${this.#users}@example.com`, password: 'uma-senha-de-teste', secrets: [] as [] };
    await this.#sandbox.control.createUser(user);
    const folder = temporaryFolder('interrupted');
    const reports = path.join(folder, 'reports');
    mkdirSync(reports);
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TMPDIR: folder,
      XDG_STATE_HOME: path.join(folder, 'state'),
      DUMONT_REPORTS: reports,
      DUMONT_BASE_URL: this.#sandbox.url,
      DUMONT_BIN: 'sandbox',
      DUMONT_TEST_EMAIL: user.email,
      DUMONT_TEST_PASSWORD: user.password,
      DUMONT_SKIP_DESTRUCTIVE: 'false',
      DUMONT_MAX_COST: '100',
    };
    return { user, folder, reports, env };
  }

  #start({ env }: Operator, workers: number): { child: ChildProcess; ended: Promise<number | null>; output: () => string } {
    const args = [CUCUMBER, ...this.#paths, '--tags', '@jornada', '--parallel', String(workers)];
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    return followed(child);
  }

  /** What the account has that costs something or was not there before. */
  async #inventory({ user }: Operator): Promise<string[]> {
    const token = await loginByApi(this.#sandbox.url, user);
    const ask = async <Body>(operation: string): Promise<Body> =>
      (await callApi(this.#sandbox.url, operation, { token })).body as Body;
    const { instances } = await ask<{ instances: { id: number }[] }>('listInstances');
    const { snapshots } = await ask<{ snapshots: { id: string }[] }>('listSnapshots');
    const { associations } = await ask<{ associations: object }>('listStandbyAssociations');
    const { jobs } = await ask<{ jobs: { id: string; status: string }[] }>('listFinetuneJobs');
    const { auto_standby_enabled: standby } = await ask<{ auto_standby_enabled: boolean }>('getStandbyStatus');
    return [
      ...instances.map(({ id }) => `instance ${id}`),
      ...snapshots.map(({ id }) => `snapshot ${id}`),
      ...Object.keys(associations).map((id) => `standby ${id}`),
      ...jobs.filter(({ status }) => !['cancelled', 'completed', 'failed'].includes(status)).map(({ id }) => `job ${id}`),
      ...(standby ? ['auto-standby'] : []),
    ];
  }
}

/** The moment comes, or the run is over before. */
async function comes(moment: Moment, { startMs, messages }: Course, child: ChildProcess, reports: string): Promise<void> {
  const { share, jitterMs } = moment;
  const at = performance.now() + (share / STARTING) * startMs;
  const wanted = ((share - STARTING) / (1 - STARTING)) * messages;
  await until(() => isOver(child) || (share < STARTING ? performance.now() >= at : messagesIn(reports) >= wanted));
  if (share >= STARTING) await pause(jitterMs);
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(BETWEEN_LOOKS_MS);
}

/** Of the message stream in the reports, what scenarios have sent so far. */
function messagesIn(reports: string): number {
  const [name] = readdirSync(reports, { recursive: true, encoding: 'utf8' }).filter((each) => /messages\.ndjson$/.test(each));
  const lines = name === undefined ? [] : readFileSync(path.join(reports, name), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{"testStep')).length;
}

function interrupt(child: ChildProcess, { signal, to }: Moment): void {
  const { pid } = child;
  if (pid === undefined || isOver(child)) return;
  const [worker] = to === 'worker' ? workersOf(pid) : [];
  signalTo(to === 'group' ? -pid : (worker ?? pid), signal);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

function followed(child: ChildProcess): { child: ChildProcess; ended: Promise<number | null>; output: () => string } {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, output: () => text };
}

async function sweep({ env }: Operator): Promise<string> {
  const program = ['-r', './support/register.cjs', 'support/suite/safety/cleanup/sweep-account.ts', '--yes'];
  const { ended, output } = followed(spawn(process.execPath, program, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  await ended;
  return output();
}

/** Workers that have lost their coordinator clean up first. */
async function remaining(folder: string): Promise<string[]> {
  const end = performance.now() + LONGEST_END_MS;
  for (;;) {
    const found = processesOf(folder);
    if (found.length === 0 || performance.now() > end) return found.map(({ command }) => command);
    await pause(BETWEEN_LOOKS_MS);
  }
}

/** Processes whose environment names the folder. */
function processesOf(folder: string): { pid: number; command: string }[] {
  return pids().flatMap((pid) => {
    const isOfRun = ofProcess(pid, 'environ').includes(folder);
    return isOfRun ? [{ pid, command: ofProcess(pid, 'cmdline').replaceAll('\0', ' ').trim() }] : [];
  });
}

function workersOf(coordinator: number): number[] {
  return childrenOf(coordinator).filter((pid) => ofProcess(pid, 'cmdline').includes('run_worker.js'));
}

function childrenOf(parent: number): number[] {
  return pids().filter((pid) => Number(ofProcess(pid, 'stat').match(/^\d+ \(.*\) \S (\d+)/s)?.[1]) === parent);
}

function pids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function ofProcess(pid: number, what: 'environ' | 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return ''; // it is gone, or somebody else's
  }
}

/** How a whole report of each kind ends. */
const ENDS: Readonly<Record<string, RegExp>> = {
  '.html': /<\/html>\s*$/,
  '.xml': /<\/testsuites?>\s*$/,
  '.json': /\}\s*$/,
  '.md': /\n$/,
};

function brokenReports(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const end = name.startsWith('execucao-em-curso-') ? undefined : ENDS[path.extname(name)];
    return end && !end.test(readFileSync(path.join(folder, name), 'utf8'));
  });
}
