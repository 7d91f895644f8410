import path from 'node:path';
import { Writable } from 'node:stream';
import { type IRunConfiguration, loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope, Pickle } from '@cucumber/messages';
import type { CliProgram } from '../cli/runner';
import { type Suite, useSuite } from '../lifecycle/suite';
import { buildCli } from '../sandbox/cli/bundle';
import { readSettings } from '../settings';
import { openSandboxTarget } from '../targets/sandbox';
import { type ScenarioEnd, scenarioEnds } from './scenario-end';
import { openRival, type Rival } from './wire/rival';
import type { Sabotage } from './wire/sabotage';
import { Saboteur } from './wire/saboteur';
import type { Surroundings } from './wire/wire-sabotage';

const ROOT = path.resolve(__dirname, '..', '..');

/** Waiting steps give up soon: each swallowed effect costs one whole wait. Still far above what the sandbox ever takes. */
const PATIENCE_MS = 2_000;
const COMMAND_TIMEOUT_MS = 4_000;

/** Plays features and returns the messages of the run. */
type Player = (paths: readonly string[], options: PlayOptions & { dryRun?: boolean }) => Promise<Envelope[]>;

/** Where features are played many times in one process: support code is loaded once, the sandbox stays, the product breaks on demand. */
export class Theatre {
  readonly #play: Player;
  readonly #suite: Suite;
  readonly #saboteur: Saboteur;
  readonly #closeSandbox: () => Promise<void>;
  #rival: Promise<Rival> | undefined;

  private constructor(play: Player, suite: Suite, saboteur: Saboteur, closeSandbox: () => Promise<void>) {
    this.#play = play;
    this.#suite = suite;
    this.#saboteur = saboteur;
    this.#closeSandbox = closeSandbox;
  }

  /** @param cliEntry the bundle of a CLI with a fault in it, in place of the ordinary one */
  static async open(cliEntry?: string): Promise<Theatre> {
    const sandbox = await openSandboxTarget();
    const saboteur = await Saboteur.start(sandbox.baseUrl);
    const entry = cliEntry ?? (await buildCli()).entry;
    const cli: CliProgram = { kind: 'embedded', file: process.execPath, leadingArgs: [entry] };
    const suite: Suite = {
      settings: {
        ...readSettings({ PATH: process.env.PATH }, path.dirname(entry)), // the defaults: no variable, and no .env beside the bundle
        patienceMs: PATIENCE_MS,
        commandTimeoutMs: COMMAND_TIMEOUT_MS,
      },
      cli,
      target: { ...sandbox, baseUrl: saboteur.url, close: async () => {} }, // closing the suite between plays leaves the sandbox
    };
    return new Theatre(await player(), suite, saboteur, () => sandbox.close());
  }

  /**
   * Plays scenarios, in order.
   * @param paths features, or single scenarios of them: `features/x.feature:12`
   * @throws what went wrong in the sabotage itself
   */
  async play(paths: readonly string[], options: PlayOptions = {}): Promise<ScenarioEnd[]> {
    useSuite(this.#suite);
    this.#saboteur.use(options.sabotage ?? null);
    try {
      await options.sabotage?.prepare?.();
      const ends = scenarioEnds(await this.#play(paths, options));
      if (this.#saboteur.error) throw this.#saboteur.error;
      return ends;
    } finally {
      this.#saboteur.use(null);
      await this.#dismissRival();
    }
  }

  /** The scenarios of a feature, none of them played. */
  async read(feature: string): Promise<Pickle[]> {
    useSuite(this.#suite);
    return (await this.#play([feature], { dryRun: true })).flatMap(({ pickle }) => pickle ?? []);
  }

  /** What a sabotage can turn to. */
  get surroundings(): Surroundings {
    const { control } = this.#suite.target;
    if (!control) throw new Error('a theatre always has a sandbox');
    return {
      ask: (request) => this.#saboteur.ask(request),
      rival: () => {
        this.#rival ??= openRival(this.#saboteur.backend, control);
        return this.#rival;
      },
    };
  }

  async close(): Promise<void> {
    await this.#saboteur.close();
    await this.#closeSandbox();
  }

  async #dismissRival(): Promise<void> {
    const rival = this.#rival;
    this.#rival = undefined;
    await (await rival?.catch(() => undefined))?.leave();
  }
}

interface PlayOptions {
  /** How the product is broken meanwhile. */
  readonly sabotage?: Sabotage | null;
  /** Stop at the first scenario that fails. */
  readonly untilFailure?: boolean;
  /** Only scenarios with these tags. */
  readonly tags?: string;
  /** Only scenarios of this name. */
  readonly name?: string;
}

/** Loads the support code, which can be done only once in a process. */
async function player(): Promise<Player> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const environment = { cwd: ROOT, env: { ...process.env }, stdout: silent, stderr: silent };
  const { runConfiguration } = await loadConfiguration({ provided: { parallel: 0 } }, environment);
  const { support: code } = runConfiguration;
  const backstage = path.join(__dirname, 'backstage.ts');
  const support = await loadSupport(
    { ...runConfiguration, support: { ...code, requirePaths: [...(code.requirePaths ?? []), backstage] } },
    environment,
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
    await runCucumber({ ...configuration, support }, environment, (message) => messages.push(message));
    return messages;
  };
}
