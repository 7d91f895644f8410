import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { apiKeyFor, configureCli } from '../command/cli-address';
import type { AccountView } from '../resources/account-views';
import { AccountGuard } from '../safety/account-guard';
import { Ledger } from '../safety/cleanup/ledger';
import { destructiveRefusal } from '../safety/destruction';
import { removeSecrets } from '../safety/secrets/kept-folder';
import type { Redactor } from '../safety/secrets/redaction';
import { RecordingProxy } from '../wire/proxy';
import { hasRoomForKept, scenarioFolder } from './run-folder';
import { runLedger } from './run-ledger';
import type { Suite } from './suite';

/** Where a scenario stands in its feature, and what it says of itself there. */
export interface ScenarioPlace {
  readonly feature: string;
  readonly line: number;
  /** The scenario may create and destroy: it says so, and so does the user. */
  readonly mayDestroy: boolean;
  /** The scenario prepares what only a sandbox can. */
  readonly needsSandbox: boolean;
  /** Parts of the account that some step compares with what they were before the command. */
  readonly comparedViews: readonly AccountView[];
}

/** What a scenario stands on while it runs: its folders, its ledger and the proxy between the CLI and the target. */
export interface Scenario {
  readonly suite: Suite;
  readonly place: ScenarioPlace;
  readonly folder: string;
  readonly home: string;
  readonly workFolder: string;
  /** What it creates on an account that others use; null where its account goes as a whole. */
  readonly ledger: Ledger | null;
  readonly proxy: RecordingProxy;
  /** Nobody else uses the scenario's account, and it goes as a whole. */
  readonly hasOwnAccount: boolean;
}

/** Makes the folders of a scenario and starts its proxy. */
export async function openScenario(suite: Suite, place: ScenarioPlace): Promise<Scenario> {
  const folder = scenarioFolder(place.feature, place.line);
  const home = path.join(folder, 'home');
  const workFolder = path.join(folder, 'projeto');
  mkdirSync(home, { mode: 0o700 });
  mkdirSync(workFolder);
  const { baseUrl, hasOwnAccounts, control } = suite.target;
  // To an account that others use nothing is done that only a sandbox can do: a scenario that lets a year pass gets one of its own.
  const hasOwnAccount = hasOwnAccounts || (place.needsSandbox && control !== null);
  const ledger = hasOwnAccount ? null : openLedger(suite, place);
  const guard = ledger && new AccountGuard({ baseUrl, ledger, ceiling: suite.settings.maxCost });
  const proxy = await RecordingProxy.start(baseUrl, {
    onExchange: (request, exchange) => guard?.observe(request, exchange),
    refusal: (request) => (place.mayDestroy ? null : destructiveRefusal(request.operation)) ?? guard?.refusal(request) ?? null,
  });
  const { cli, target } = suite;
  if (cli.kind === 'binary') configureCli(home, { apiUrl: proxy.url, apiKey: apiKeyFor(cli, target) });
  return { suite, place, folder, home, workFolder, ledger, proxy, hasOwnAccount };
}

function openLedger({ settings }: Suite, { feature, line }: ScenarioPlace): Ledger {
  const { target } = settings;
  if (target.kind !== 'deployment') throw new Error('no sandbox cada cenário tem a sua conta.');
  return new Ledger({ ...runLedger(target), place: `${feature}:${line}` });
}

/** Ends the proxy. The folder goes, or is kept for inspection without what is secret in it. */
export async function closeScenario(
  { proxy, folder }: Scenario,
  { keepFolder }: { keepFolder: boolean },
  redactor: Redactor,
): Promise<void> {
  await proxy.close();
  if (keepFolder && hasRoomForKept()) removeSecrets(folder, redactor);
  else rmSync(folder, { recursive: true, force: true });
}
