import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadContract } from '../../contract/contract';
import type { BinaryCli, Settings } from '../../settings';
import { environment } from '../../shared/environment';
import { calledInstead } from '../command/called-instead';
import { addressInArguments, apiKeyFor, configureCli } from '../command/cli-address';
import { commandEnvironment } from '../command/cli-environment';
import { endAllCommands, type ProcessOutcome, runProcess } from '../command/process';
import { saveToken } from '../targets/session';
import { notReached, type SilentCli, tellsOfItself } from './cli-sentences';
import { Listener } from './listener';
import { watchFiles } from './touched-files';

/** Commands that only look, the likeliest to be understood first. They are answered by nobody, so that none can do harm. */
const HARMLESS = ['getHealth', 'getCurrentUser', 'listInstances', 'listOffers'] as const;

/** How long a program may take that starts slowly. */
const LONGEST_MS = 10_000;

/** How long one goes on after its request has come. */
const AFTER_REQUEST_MS = 1_000;

/** Where CLIs call that nobody told an address. */
const USUAL_PORTS: readonly number[] = [8766, 8000];

/** A session for CLIs that want one before they send anything: nobody but the listener ever gets it. */
const NO_ONES_TOKEN = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({ sub: 'preflight', exp: 4_102_444_800 })}.none`;

export interface CliCheck {
  readonly cli: BinaryCli;
  readonly target: Settings['target'];
  readonly commandTimeoutMs: number;
  /** Variables that the user seems to have set for the CLI and that do not reach it. */
  readonly unpassed: readonly string[];
  readonly usualPorts?: readonly number[];
}

/**
 * Does the CLI start, and does any request of it come to the address that it is given? What it asks for, and how it ends, is no matter here.
 * @returns one Portuguese sentence for what leaves nothing to be checked; null when a run can begin
 */
export async function cliProblem(check: CliCheck): Promise<string | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-preflight-'));
  const api = await Listener.start();
  const detours = new Detours(check.usualPorts ?? USUAL_PORTS);
  try {
    return await judge(check, { folder, api, detours });
  } finally {
    endAllCommands();
    await Promise.all([api.close(), detours.close()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Stage {
  readonly folder: string;
  readonly api: Listener;
  readonly detours: Detours;
}

async function judge(check: CliCheck, stage: Stage): Promise<string | null> {
  const { api, detours } = stage;
  const { cli } = check;
  const witness = watchFiles(cli.file);
  const [likeliest, ...others] = HARMLESS.map(wordsOf);
  if (likeliest === undefined) throw new Error('no command to try');
  const first = await Promise.race([
    run(likeliest, check, stage),
    api.firstRequest.then(() => pause(AFTER_REQUEST_MS, null, { ref: false })),
  ]);
  const itself = tellsOfItself(cli.file, witness);
  if (itself !== null) return itself;
  if (first === null || api.targets.length > 0) return null;
  if (first.startFailure !== null) return notReached(silent(check, [likeliest], [first], null, stage));

  await detours.open();
  const attempts = Promise.all([
    Promise.all(others.map((words) => run(words, check, stage))),
    Promise.all([likeliest, ...others.slice(0, 1)].map((words) => run(words, check, stage, detours.environment))),
  ]);
  const rest = await Promise.race([attempts, api.firstRequest.then(() => null)]);
  if (rest === null || api.targets.length > 0 || detours.leadTo(api.url)) return null;
  const [asUsual, detoured] = rest;
  const printed = [first, ...asUsual, ...detoured].map(({ stdout, stderr }) => `${stdout}\n${stderr}`).join('\n');
  const called = detours.called ?? calledInstead(printed, api.url);
  return notReached(silent(check, [likeliest, ...others], [first, ...asUsual], called, stage));
}

function silent(
  { cli, unpassed }: CliCheck,
  tried: readonly (readonly string[])[],
  outcomes: readonly ProcessOutcome[],
  called: string | null,
  { api }: Stage,
): SilentCli {
  return { cli, unpassed, tried, outcomes, called, heardNoise: api.heardNoise };
}

function wordsOf(operationId: (typeof HARMLESS)[number]): readonly string[] {
  return loadContract().argvOf({ operationId, params: {}, query: {} }) ?? [];
}

/** Runs one command as a scenario would, with a HOME of its own. */
function run(
  words: readonly string[],
  { cli, target, commandTimeoutMs }: CliCheck,
  { folder, api }: Stage,
  more: Readonly<Record<string, string>> = {},
): Promise<ProcessOutcome> {
  const own = mkdtempSync(path.join(folder, 'command-'));
  const [home, workFolder] = [path.join(own, 'home'), path.join(own, 'projeto')];
  mkdirSync(home, { mode: 0o700 });
  mkdirSync(workFolder);
  configureCli(home, { apiUrl: api.url, apiKey: apiKeyFor(cli, target) });
  saveToken(NO_ONES_TOKEN, home);
  return runProcess({
    file: cli.file,
    args: [...addressInArguments(cli.args, api.url), ...words],
    cwd: workFolder,
    env: {
      ...cli.environment,
      ...commandEnvironment({ home, apiUrl: api.url, searchPath: environment().PATH ?? '' }),
      ...more,
    },
    timeoutMs: Math.min(commandTimeoutMs, LONGEST_MS),
  });
}

/** Where a CLI ends up that does not call the address it was given: a proxy that many HTTP libraries turn to, and the usual ports. */
class Detours {
  readonly #ports: readonly number[];
  #proxy: Listener | undefined;
  #usual: readonly Listener[] = [];

  constructor(ports: readonly number[]) {
    this.#ports = ports;
  }

  async open(): Promise<void> {
    [this.#proxy, this.#usual] = await Promise.all([Listener.start(), Listener.startAll(this.#ports)]);
  }

  /** What makes a program turn to the proxy. */
  get environment(): Readonly<Record<string, string>> {
    const url = this.#proxy?.url ?? '';
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
    const proxies = [...names, ...names.map((name) => name.toLowerCase())].map((name) => [name, url]);
    return { ...Object.fromEntries(proxies), NO_PROXY: '', no_proxy: '' };
  }

  /** Did a request for that address come by the proxy? */
  leadTo(url: string): boolean {
    return this.#addresses.includes(new URL(url).origin);
  }

  /** The address that was called; null when that did not show. */
  get called(): string | null {
    return this.#addresses[0] ?? this.#usual.find(({ targets }) => targets.length > 0)?.url ?? null;
  }

  get #addresses(): string[] {
    return (this.#proxy?.targets ?? []).map((target) =>
      URL.canParse(target) && target.includes('://') ? new URL(target).origin : tunnelTo(target),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.#proxy, ...this.#usual].map((listener) => listener?.close()));
  }
}

/** What `CONNECT host:port` is for. */
function tunnelTo(target: string): string {
  return `https://${target.replace(/:443$/, '')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
