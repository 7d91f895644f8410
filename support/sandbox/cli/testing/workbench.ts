import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { type Recorder, startRecorder } from '../../../testing/recorder';
import { buildCli } from '../bundle';

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Workbench {
  api: Recorder;
  home: string;
  project: string;
  tokenFile: string;
  /** Runs the bundled CLI as a process of its own, with its own HOME and working directory, standard input open and silent. */
  dumont(argv: string[], env?: Record<string, string>): Promise<Result>;
  /** The same, with nobody at the other end of its standard output. */
  dumontUnread(argv: string[]): Promise<Result>;
  /** The same, its standard output a socket that takes what fits and refuses the rest (EAGAIN) instead of blocking. */
  dumontNonBlocking(argv: string[]): Promise<string>;
  saveToken(token: string, mode?: number): void;
  close(): Promise<void>;
}

function finished(child: ChildProcessWithoutNullStreams): Promise<Result> {
  const result: Result = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...result, code }));
  });
}

/** A bundled CLI, a server that records what it is asked, and an empty HOME and working directory. */
export async function setUp(): Promise<Workbench> {
  const { entry } = await buildCli();
  const api = await startRecorder();
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-cli-'));
  const home = path.join(folder, 'home');
  const project = path.join(folder, 'project');
  for (const made of [home, project]) mkdirSync(made);
  const tokenFile = path.join(home, '.dumont_token');

  const environment = (env: Record<string, string>) => ({ PATH: process.env.PATH, HOME: home, DUMONT_API_URL: api.url, ...env });
  const start = (argv: string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, [entry, ...argv], {
      cwd: project,
      env: environment(env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });

  return {
    api,
    home,
    project,
    tokenFile,
    dumont: (argv, env) => finished(start(argv, env)),
    dumontUnread: (argv) => {
      const child = start(argv);
      child.stdout.destroy();
      return finished(child);
    },
    dumontNonBlocking: async (argv) => {
      const receiver = createServer();
      await once(receiver.listen(path.join(folder, 'stdout')), 'listening');
      const output = connect(path.join(folder, 'stdout'));
      const [[reading]] = (await Promise.all([once(receiver, 'connection'), once(output, 'connect')])) as [[Socket], unknown];
      // Node makes descriptors 0 to 2 of a child blocking; a shell hands on descriptor 3 as it is.
      const command = ['-c', 'exec "$0" "$@" >&3', process.execPath, entry, ...argv];
      const child = spawn('sh', command, { cwd: project, env: environment({}), stdio: ['ignore', 'ignore', 'inherit', output] });
      output.destroy();
      const closed = once(child, 'close');
      const text = await readAll(reading);
      await closed;
      receiver.close();
      return text;
    },
    saveToken: (token, mode = 0o600) => writeFileSync(tokenFile, token, { mode }),
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
