import { buildCli } from '../../sandbox/cli/bundle';
import { readSettings, type Settings } from '../../settings';
import type { CliProgram } from '../command/runner';
import { WaitBudget } from '../language/wait-budget';
import { openDeploymentTarget } from '../targets/deployment';
import { openSandboxTarget } from '../targets/sandbox';
import type { Target } from '../targets/target';

/** What all scenarios of one process share. */
export interface Suite {
  readonly settings: Settings;
  readonly target: Target;
  readonly cli: CliProgram;
  readonly waits: WaitBudget;
}

let opened: Promise<Suite> | undefined;

/** The suite of this process, opened by whoever asks first. */
export function openSuite(): Promise<Suite> {
  opened ??= openSuiteOf(readSettings());
  return opened;
}

/** Takes these parts instead of opening what the settings say, until the suite is closed; mutation brings a product of its own this way. */
export function useSuite(suite: Suite): void {
  opened = Promise.resolve(suite);
}

/** Closes the suite, if it was opened. */
export async function closeSuite(): Promise<void> {
  const suite = await opened?.catch(() => undefined);
  opened = undefined;
  await suite?.target.close();
}

/** A suite of these settings, which nobody else sees until `useSuite`. */
export async function openSuiteOf(settings: Settings): Promise<Suite> {
  const [target, cli] = await Promise.all([
    settings.target.kind === 'sandbox' ? openSandboxTarget() : openDeploymentTarget(settings.target),
    cliProgram(settings),
  ]);
  return { settings, target, cli, waits: new WaitBudget(settings.waitBudgetMs) };
}

async function cliProgram({ cli }: Settings): Promise<CliProgram> {
  if (cli.kind === 'binary') {
    return { kind: 'binary', file: cli.file, leadingArgs: cli.args, environment: cli.environment };
  }
  const { entry } = await buildCli();
  return { kind: 'embedded', file: process.execPath, leadingArgs: [entry], environment: {} };
}
