import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import {
  type IRunConfiguration,
  type ISupportCodeLibrary,
  loadConfiguration,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { readSettings } from '../settings';
import { openRunFolder } from '../suite/run/run-folder';
import { openSuiteOf, useSuite } from '../suite/run/suite';
import { stepFailures } from './run-features';
import { temporaryFolder } from './temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..');
const FORMATTER = path.join(ROOT, 'support/reporting/terminal/formatter.cjs');

export interface ScenarioRun {
  readonly passed: boolean;
  /** What the terminal shows. */
  readonly output: string;
  readonly messages: readonly Envelope[];
  /** Of each step that failed: its sentence with what follows it. */
  readonly failures: readonly string[];
}

export interface ScenarioRunRequest {
  /** Feature files by name; each gets the header `# language: pt`. */
  readonly features: Readonly<Record<string, string>>;
  /** The settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs scenarios in this process, which loads the steps only once. What belongs to the process of a run (exit code, the check of settings and
 * features before it, signals, files of reports) is not part of it: see `runFeatures`. One run at a time.
 */
export async function runScenarios({ features, env = {} }: ScenarioRunRequest): Promise<ScenarioRun> {
  const folder = temporaryFolder('scenarios');
  const paths = Object.entries(features).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, `# language: pt\n${text}`);
    return file;
  });
  loading ??= load();
  const { configuration, support } = await loading;
  useSuite(await openSuiteOf(readSettings({ PATH: process.env.PATH, ...env }, folder))); // closed by the run
  const runFolder = openRunFolder();
  const messages: Envelope[] = [];
  let output = '';
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      output += chunk;
      done();
    },
  });
  try {
    const { success } = await runCucumber(
      { ...configuration, support, sources: { ...configuration.sources, paths } },
      { cwd: ROOT, env: {}, stdout, stderr: stdout },
      (message) => messages.push(message),
    );
    return { passed: success, output, messages, failures: stepFailures(messages) };
  } finally {
    rmSync(runFolder, { recursive: true, force: true });
  }
}

interface Loaded {
  readonly configuration: IRunConfiguration;
  readonly support: ISupportCodeLibrary;
}

let loading: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const { runConfiguration } = await loadConfiguration({ provided: { parallel: 0 } }, { cwd: ROOT });
  const support = await loadSupport(runConfiguration, { cwd: ROOT });
  const formats: IRunConfiguration['formats'] = {
    stdout: FORMATTER,
    files: {},
    publish: false,
    options: runConfiguration.formats.options,
  };
  return { configuration: { ...runConfiguration, formats, plugins: { specifiers: [], options: {} } }, support };
}
