import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  BeforeStep,
  type ITestCaseHookParameter,
  type ITestStepHookParameter,
  Status,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
} from '@cucumber/cucumber';
import { readSettings } from './settings';
import type { SkipCause } from './shared/messages/note';
import type { Finding } from './suite/command/findings';
import { endLeftProcesses, type LeftProcess, leftProcessesInWords } from './suite/command/left-processes';
import { PromiseLog } from './suite/promises/promise-log';
import { isJourney } from './suite/promises/stanzas';
import { comparedViews } from './suite/resources/comparisons';
import { describeFailure } from './suite/run/failure';
import { INTERRUPTED, installInterruption, interruption, scenarioBegins, scenarioEnds } from './suite/run/interruption';
import { stoppedBecause } from './suite/run/run-folder';
import type { ScenarioPlace } from './suite/run/scenario';
import { installStanzaIsolation, stanzasAreIsolated } from './suite/run/stanza-isolation';
import { closeSuite, openSuite, type Suite } from './suite/run/suite';
import { survivesLostWorkers } from './suite/run/worker-loss';
import { isSettled } from './suite/safety/cleanup/ledger-records';
import { LeftoverError, leftIn, leftoverInWords, settle } from './suite/safety/cleanup/settling';
import { nameOf } from './suite/safety/cleanup/undo';
import { EnvironmentError } from './suite/wire/failures';
import type { DumontWorld } from './world';

// Commands and waits have deadlines of their own, which end what they started; the runner's would only turn away from it.
setDefaultTimeout(-1);

setDefinitionFunctionWrapper(
  (definition: (this: DumontWorld, ...args: unknown[]) => unknown) =>
    async function (this: DumontWorld, ...args: unknown[]) {
      try {
        return await definition.apply(this, args);
      } catch (error) {
        this.promises?.fail(error instanceof Error ? error : new Error(String(error)));
        throw describeFailure(error, this);
      }
    },
);

installInterruption(closeSuite);
installStanzaIsolation(() => interruption.requested);
survivesLostWorkers();

if (readSettings().target.kind === 'deployment') {
  // One account for all: what one scenario rents changes the offers, the switches and the sums that another is reading.
  setParallelCanAssign((_, running) => running.length === 0);
}

BeforeAll({ name: 'abrir a suíte' }, async () => {
  await openSuite().catch(() => {}); // each scenario says it in its own place
});

AfterAll({ name: 'fechar a suíte' }, async () => {
  await closeSuite();
});

Before({ name: 'abrir o cenário' }, async function (this: DumontWorld, scenario: ITestCaseHookParameter) {
  if (stanzasAreIsolated() && isJourney(scenario.pickle)) this.promises = new PromiseLog(scenario.pickle);
  const suite = await openSuite();
  scenarioBegins();
  const skip = reasonToSkip(scenario, suite);
  if (skip) return this.skip(skip.cause, skip.text);
  await this.open(suite, placeOf(scenario, suite));
  return undefined;
});

BeforeStep({ tags: '@jornada' }, async function (this: DumontWorld, { pickleStep }: ITestStepHookParameter) {
  const over = this.promises?.begin(pickleStep);
  if (over?.failure && !interruption.requested) await this.bringAbout(over);
});

AfterStep({ tags: '@jornada' }, function (this: DumontWorld, { result }: ITestStepHookParameter) {
  if (result?.status === Status.PASSED) this.promises?.pass();
});

After({ name: 'fechar o cenário' }, async function (this: DumontWorld, { result }: ITestCaseHookParameter) {
  try {
    await noteVerdicts(this);
    if (this.wasOpened) await closeScenario(this, result?.status ?? Status.UNKNOWN);
  } catch (error) {
    await this.close({ keepFolder: true });
    throw error;
  } finally {
    scenarioEnds();
  }
});

/** The last stanza may leave nothing to anyone, but whether the API keeps its promise is to be known of it too. */
async function noteVerdicts(world: DumontWorld): Promise<void> {
  const last = world.promises?.latest;
  if (world.wasOpened && last?.failure && !interruption.requested) await world.bringAbout(last);
  world.noteVerdicts();
}

/** By these steps a scenario fails, whatever its hooks say; one that was skipped or is pending half-way could still end well. */
const FAILURES: readonly string[] = [Status.FAILED, Status.AMBIGUOUS, Status.UNDEFINED];
const GOOD_ENDS: readonly string[] = [Status.PASSED, Status.SKIPPED];

/** Cleans up, then fails the scenario for what no step of it spoke about. */
async function closeScenario(world: DumontWorld, status: string): Promise<void> {
  const processes = await endLeftProcesses(world.scenario.folder);
  const leftovers = [...(await world.cleanups.runAll()), ...(await undoWhatIsLeft(world))];
  const findings = [
    ...(interruption.requested ? [] : [...world.findings.all(), ...leftRunning(processes)]),
    ...leftovers.map((text): Finding => ({ cause: 'cleanup', command: null, sentence: text, text })),
  ];
  await world.close({ keepFolder: findings.length > 0 || !GOOD_ENDS.includes(status) });
  for (const finding of findings) world.noteFinding(finding);
  if (findings.length === 0) return;
  if (FAILURES.includes(status) && leftovers.length === 0) return; // the failed step says what matters: the findings only help to understand it
  const text = findings.map((finding) => finding.text).join('\n\n');
  if (leftovers.length > 0) throw new LeftoverError(text);
  throw world.commands.isOutOfReach ? new EnvironmentError(text) : new Error(text);
}

function leftRunning(processes: readonly LeftProcess[]): Finding[] {
  if (processes.length === 0) return [];
  const text = `${leftProcessesInWords(processes)}.`;
  return [{ cause: 'unexpected', command: null, sentence: text, text }];
}

function placeOf({ pickle }: ITestCaseHookParameter, { settings }: Suite): ScenarioPlace {
  return {
    feature: pickle.uri,
    line: pickle.location?.line ?? 1,
    mayDestroy: !settings.skipDestructive,
    needsSandbox: hasTag(pickle, '@sandbox'),
    comparedViews: comparedViews(pickle.steps.map(({ text }) => text)),
  };
}

function hasTag(pickle: { tags: readonly { name: string }[] }, name: string): boolean {
  return pickle.tags.some((tag) => tag.name === name);
}

function reasonToSkip(
  { pickle }: ITestCaseHookParameter,
  { settings, target }: Suite,
): { cause: SkipCause; text: string } | null {
  if (interruption.requested) return { cause: 'interrupted', text: `${INTERRUPTED}.` };
  const why = stoppedBecause();
  if (why !== null) return { cause: 'unreachable', text: why };
  if (settings.skipDestructive && hasTag(pickle, '@destrutivo')) {
    return { cause: 'destructive', text: 'cria ou destrói recursos; para rodar, use DUMONT_SKIP_DESTRUCTIVE=false.' };
  }
  if (hasTag(pickle, '@sandbox') && target.control === null) {
    const text = 'precisa do que só o sandbox sabe preparar; rode contra o sandbox ou informe DUMONT_SANDBOX_CONTROL.';
    return { cause: 'sandbox-only', text };
  }
  return null;
}

/** On an account of its own nothing needs to be undone: the account goes as a whole. */
async function undoWhatIsLeft(world: DumontWorld): Promise<string[]> {
  const { suite, ledger, proxy } = world.scenario;
  if (ledger === null) {
    await world.closeAccount();
    return [];
  }
  const { target, settings } = suite;
  const { hurry } = interruption;
  await proxy.settle(settings.patienceMs, hurry);
  if (isSettled(ledger.state)) return [];
  const { leftovers, found } = await world
    .token()
    .then((token) => settle(ledger, { baseUrl: target.baseUrl, token, patienceMs: settings.patienceMs, hurry }))
    .catch((error: Error) => ({ leftovers: leftIn(ledger, error.message.replace(/\.$/, '')), found: [] }));
  for (const resource of found) world.remark(`Um pedido ficou sem resposta, mas criou: ${nameOf(resource)}. Foi desfeito.`);
  return leftovers.map((leftover) => `não consegui desfazer o que o cenário criou: ${leftoverInWords(leftover)}.`);
}
