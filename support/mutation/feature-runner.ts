import path from 'node:path';
import { Writable } from 'node:stream';
import { type IRunConfiguration, loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope, Pickle } from '@cucumber/messages';
import { buildCli } from '../sandbox/cli/bundle';
import { readSettings } from '../settings';
import { environment } from '../shared/environment';
import type { CliProgram } from '../suite/command/runner';
import { WaitBudget } from '../suite/language/wait-budget';
import { type Suite, useSuite } from '../suite/run/suite';
import { openSandboxTarget } from '../suite/targets/sandbox';
import { loginByApi } from '../suite/targets/session';
import { type ScenarioEnd, scenarioEnds } from './scenario-end';
import { FaultProxy } from './wire/fault-proxy';
import type { Interceptor } from './wire/interceptor';
import { type OtherTenant, openOtherTenant } from './wire/other-tenant';
import type { Surroundings } from './wire/wire-fault';

const ROOT = path.resolve(__dirname, '..', '..');

/** Waiting steps give up soon: each swallowed effect costs one whole wait. Still far above what the sandbox ever takes. */
const PATIENCE_MS = 2_000;
const COMMAND_TIMEOUT_MS = 4_000;

/** Runs features and returns the messages of the run. */
type CucumberRunner = (paths: readonly string[], options: RunOptions & { dryRun?: boolean }) => Promise<Envelope[]>;

/** Runs features many times in one process: support code is loaded once, the sandbox stays, the product breaks on demand. */
export class FeatureRunner {
  readonly #runCucumber: CucumberRunner;
  readonly #suite: Suite;
  readonly #faultProxy: FaultProxy;
  readonly #closeSandbox: () => Promise<void>;
  #otherTenant: Promise<OtherTenant> | undefined;

  private constructor(runCucumber: CucumberRunner, suite: Suite, faultProxy: FaultProxy, closeSandbox: () => Promise<void>) {
    this.#runCucumber = runCucumber;
    this.#suite = suite;
    this.#faultProxy = faultProxy;
    this.#closeSandbox = closeSandbox;
  }

  /** @param cliEntry the bundle of a CLI with a fault in it, in place of the ordinary one */
  static async open(cliEntry?: string): Promise<FeatureRunner> {
    const sandbox = await openSandboxTarget();
    const faultProxy = await FaultProxy.start(sandbox.baseUrl);
    const entry = cliEntry ?? (await buildCli()).entry;
    const cli: CliProgram = { kind: 'embedded', file: process.execPath, leadingArgs: [entry], environment: {} };
    const suite: Suite = {
      settings: {
        ...readSettings({ PATH: environment().PATH }, path.dirname(entry)), // the defaults: no variable, and no .env beside the bundle
        patienceMs: PATIENCE_MS,
        commandTimeoutMs: COMMAND_TIMEOUT_MS,
      },
      cli,
      waits: new WaitBudget(Number.POSITIVE_INFINITY),
      target: {
        ...sandbox,
        baseUrl: faultProxy.url,
        login: (account) => loginByApi(faultProxy.url, account),
        close: async () => {},
      }, // closing the suite between runs leaves the sandbox
    };
    return new FeatureRunner(await loadRunner(), suite, faultProxy, () => sandbox.close());
  }

  /**
   * Runs scenarios, in order.
   * @param paths features, or single scenarios of them: `features/x.feature:12`
   * @throws what went wrong in the interceptor itself
   */
  async run(paths: readonly string[], options: RunOptions = {}): Promise<ScenarioEnd[]> {
    useSuite(this.#suite);
    this.#faultProxy.use(options.interceptor ?? null);
    try {
      await options.interceptor?.prepare?.();
      const ends = scenarioEnds(await this.#runCucumber(paths, options));
      if (this.#faultProxy.error) throw this.#faultProxy.error;
      return ends;
    } finally {
      this.#faultProxy.use(null);
      await this.#endOtherTenant();
    }
  }

  /** The scenarios of features, none of them run. */
  async read(features: readonly string[]): Promise<Pickle[]> {
    useSuite(this.#suite);
    return (await this.#runCucumber(features, { dryRun: true })).flatMap(({ pickle }) => pickle ?? []);
  }

  /** What an interceptor can turn to. */
  get surroundings(): Surroundings {
    const { control } = this.#suite.target;
    if (!control) throw new Error('a runner always has a sandbox');
    return {
      ask: (request) => this.#faultProxy.ask(request),
      otherTenant: () => {
        this.#otherTenant ??= openOtherTenant(this.#faultProxy.backend, control);
        return this.#otherTenant;
      },
    };
  }

  async close(): Promise<void> {
    await this.#faultProxy.close();
    await this.#closeSandbox();
  }

  async #endOtherTenant(): Promise<void> {
    const otherTenant = this.#otherTenant;
    this.#otherTenant = undefined;
    await (await otherTenant?.catch(() => undefined))?.leave();
  }
}

interface RunOptions {
  /** How the product is broken meanwhile. */
  readonly interceptor?: Interceptor | null;
  /** Stop at the first scenario that fails. */
  readonly untilFailure?: boolean;
  /** Only scenarios with these tags. */
  readonly tags?: string;
  /** Only scenarios of this name. */
  readonly name?: string;
}

/** Loads the support code, which can be done only once in a process. */
async function loadRunner(): Promise<CucumberRunner> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const runEnvironment = { cwd: ROOT, env: { ...environment() }, stdout: silent, stderr: silent };
  const { runConfiguration } = await loadConfiguration({ provided: { parallel: 0 } }, runEnvironment);
  const { support: code } = runConfiguration;
  const hooks = path.join(__dirname, 'mutation-hooks.ts');
  const support = await loadSupport(
    { ...runConfiguration, support: { ...code, requirePaths: [...(code.requirePaths ?? []), hooks] } },
    runEnvironment,
  );
  return async (paths, { untilFailure = false, tags = '', name, dryRun = false }) => {
    const messages: Envelope[] = [];
    const configuration: IRunConfiguration = {
      ...runConfiguration,
      runtime: { ...runConfiguration.runtime, failFast: untilFailure, parallel: 0, retry: 0, dryRun },
      formats: { stdout: path.join(__dirname, 'silent.cjs'), files: {}, publish: false, options: {} },
      plugins: { specifiers: [], options: {} },
      sources: {
        ...runConfiguration.sources,
        paths: [...paths],
        tagExpression: tags,
        names: name === undefined ? [] : [`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`],
      },
    };
    await runCucumber({ ...configuration, support }, runEnvironment, (message) => messages.push(message));
    return messages;
  };
}
