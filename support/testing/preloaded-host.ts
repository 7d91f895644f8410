import path from 'node:path';
import { Writable } from 'node:stream';
import type { ProgramRequest, ProgramResult } from './preloaded';

/**
 * A process that runs one program after another, each as if it were alone: its own folder, environment, arguments and modules, and what it
 * listens to ends with it. Only packages stay loaded, which is what most of a program's time goes to.
 */

interface CucumberCli {
  run(): Promise<{ success: boolean }>;
}

type CucumberCliClass = new (call: {
  argv: readonly string[];
  cwd: string;
  stdout: Writable;
  stderr: Writable;
  env: NodeJS.ProcessEnv;
}) => CucumberCli;

/** Thrown where a program leaves in the middle. */
class Exit extends Error {}

const Cli = require('@cucumber/cucumber/lib/cli/index').default as CucumberCliClass;
const Runner = require('@cucumber/cucumber/lib/runtime/test_case_runner').default as { prototype: { isSkippingSteps: unknown } };
const { isSkippingSteps } = Runner.prototype;
const OWN_MODULES = new Set(Object.keys(require.cache));

process.on('message', (request: ProgramRequest) => {
  void run(request).then((result) => process.send?.(result));
});
process.once('disconnect', process.exit.bind(process, 0));

async function run(request: ProgramRequest): Promise<ProgramResult> {
  const written = { stdout: '', stderr: '', output: '' };
  const restore = [
    takeOver(process.stdout, 'stdout', written),
    takeOver(process.stderr, 'stderr', written),
    replaceExit(),
    keepListeners(process),
    keepListeners(process.stdout),
    keepListeners(process.stderr),
  ];
  process.chdir(request.cwd);
  replaceEnvironment(request.env);
  process.exitCode = undefined;
  forgetModules();
  try {
    if (request.program === 'cucumber-js') await runCucumber(request);
    else await runProgram(request.program, request.args);
  } catch (error) {
    if (!(error instanceof Exit) && exitedWith === null) {
      console.error(error);
      process.exitCode = 1;
    }
  }
  const exitCode = leave();
  for (const each of restore.reverse()) each();
  Runner.prototype.isSkippingSteps = isSkippingSteps;
  return { exitCode, ...written };
}

async function runCucumber({ args, cwd }: ProgramRequest): Promise<void> {
  process.argv = [process.execPath, 'cucumber-js', ...args];
  const stream = (target: NodeJS.WriteStream): Writable =>
    new Writable({ decodeStrings: false, write: (chunk, _encoding, done) => void target.write(chunk, () => done()) });
  const call = { argv: process.argv, cwd, stdout: stream(process.stdout), stderr: stream(process.stderr), env: process.env };
  const { success } = await new Cli(call).run();
  process.exitCode = success ? 0 : 1;
}

async function runProgram(file: string, args: readonly string[]): Promise<void> {
  process.argv = [process.execPath, file, ...args];
  await (require(file) as { ended: Promise<void> }).ended;
}

let exitedWith: number | null = null;

/** The program stops at the place where it leaves, as it would for good. */
function replaceExit(): () => void {
  const { exit } = process;
  exitedWith = null;
  process.exit = ((code?: number) => {
    exitedWith ??= code ?? Number(process.exitCode ?? 0);
    throw new Exit(`left with ${exitedWith}`);
  }) as typeof process.exit;
  return () => {
    process.exit = exit;
  };
}

/** What the end of a process does: its listeners have the last word on the code. */
function leave(): number {
  if (exitedWith !== null) process.exitCode = exitedWith;
  const hosted = known.get(process) ?? new Map();
  for (const listener of process.rawListeners('exit'))
    if (!hosted.get('exit')?.has(listener)) listener.call(process, Number(process.exitCode ?? 0));
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return code;
}

type Listeners = Map<string | symbol, Set<unknown>>;
const known = new WeakMap<NodeJS.EventEmitter, Listeners>();

/** @returns what takes away every listener added since */
function keepListeners(emitter: NodeJS.EventEmitter): () => void {
  const before: Listeners = new Map(emitter.eventNames().map((name) => [name, new Set(emitter.rawListeners(name))]));
  known.set(emitter, before);
  return () => {
    for (const name of emitter.eventNames())
      for (const listener of emitter.rawListeners(name))
        if (!before.get(name)?.has(listener)) emitter.removeListener(name, listener as () => void);
  };
}

function takeOver(stream: NodeJS.WriteStream, name: 'stdout' | 'stderr', written: Record<string, string>): () => void {
  const { write } = stream;
  stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    written[name] += text;
    written.output += text;
    const done = rest.find((each) => typeof each === 'function') as (() => void) | undefined;
    if (done) process.nextTick(done);
    return true;
  }) as typeof stream.write;
  return () => {
    stream.write = write;
  };
}

function replaceEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

function forgetModules(): void {
  for (const file of Object.keys(require.cache))
    if (!OWN_MODULES.has(file) && !file.includes(`${path.sep}node_modules${path.sep}`)) delete require.cache[file];
}
