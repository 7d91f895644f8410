import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runPreloaded } from '../../testing/preloaded';

const REPORTING = path.resolve(__dirname, '..');
const ROOT = path.resolve(__dirname, '..', '..', '..');

/** For the tests of this folder: a throw-away Cucumber project on the disk, run by the real cucumber-js with our formatters. */
export class Probe {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'dumont-reporting-'));

  /**
   * @param files what to write, by path inside the project: features and CommonJS step definitions (`steps/*.cjs`)
   * @param config more settings for its cucumber.js
   */
  constructor(files: Readonly<Record<string, string>>, config: Readonly<Record<string, unknown>> = {}) {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'));
    const reports = ['reports/cucumber.html', 'reports/junit.xml', 'reports/messages.ndjson'];
    const settings = {
      require: ['steps/*.cjs'],
      format: [
        path.join(REPORTING, 'terminal/formatter.cjs'),
        [path.join(REPORTING, 'cucumber-html-reporter/formatter.cjs'), reports[0]],
        ['junit', reports[1]],
        ['message', reports[2]],
      ],
      formatOptions: { reports },
      ...config,
    };
    this.write('cucumber.json', JSON.stringify({ default: settings }));
    for (const [file, content] of Object.entries(files)) this.write(file, content);
  }

  write(file: string, content: string): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Runs cucumber-js in the project and gives what it wrote and its exit code; where its process is the subject, see `spawn`. */
  run(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<ProbeResult> {
    return runPreloaded({ program: 'cucumber-js', args, cwd: this.folder, env: { ...this.#environment, ...env } });
  }

  /** Runs cucumber-js in a process of its own, output piped. */
  spawn(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ProbeResult> {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/@cucumber/cucumber/bin/cucumber.js'), ...args], {
      cwd: this.folder,
      env: { ...this.#environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    });
  }

  get #environment(): Record<string, string> {
    return { PATH: process.env.PATH ?? '', HOME: this.folder };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface ProbeResult {
  stdout: string;
  stderr: string;
  exitCode: number | null;
}
