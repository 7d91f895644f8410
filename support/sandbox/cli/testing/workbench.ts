import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCli } from '../bundle';
import { type Recorder, startRecorder } from './recorder';

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

  const start = (argv: string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, [entry, ...argv], {
      cwd: project,
      env: { PATH: process.env.PATH, HOME: home, DUMONT_API_URL: api.url, ...env },
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
    saveToken: (token, mode = 0o600) => writeFileSync(tokenFile, token, { mode }),
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
