import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  type ITestCaseHookParameter,
  Status,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
} from '@cucumber/cucumber';
import { readSettings } from './settings';
import { comparedViews } from './suite/resources/account-views';
import { describeFailure } from './suite/run/failure';
import { INTERRUPTED, installInterruption, interruption, scenarioBegins, scenarioEnds } from './suite/run/interruption';
import { closeSuite, openSuite, type Suite } from './suite/run/suite';
import { cleanUp } from './suite/safety/cleanup';
import { loginByApi } from './suite/targets/session';
import { EnvironmentError } from './suite/wire/failures';
import type { DumontWorld, ScenarioPlace } from './world';

// Commands and waits have deadlines of their own, which end what they started; the runner's would only turn away from it.
setDefaultTimeout(-1);

setDefinitionFunctionWrapper(
  (definition: (this: DumontWorld, ...args: unknown[]) => unknown) =>
    async function (this: DumontWorld, ...args: unknown[]) {
      try {
        return await definition.apply(this, args);
      } catch (error) {
        throw describeFailure(error, this);
      }
    },
);

installInterruption(closeSuite);

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
  const suite = await openSuite();
  scenarioBegins();
  const reason = reasonToSkip(scenario, suite);
  if (reason !== null) {
    this.log(`Pulado: ${reason}`);
    return 'skipped';
  }
  await this.open(suite, placeOf(scenario, suite));
  return undefined;
});

After({ name: 'fechar o cenário' }, async function (this: DumontWorld, { result }: ITestCaseHookParameter) {
  try {
    if (this.wasOpened) await closeScenario(this, result?.status ?? Status.UNKNOWN);
  } catch (error) {
    await this.close({ keepFolder: true });
    throw error;
  } finally {
    scenarioEnds();
  }
});

/** By these steps a scenario fails, whatever its hooks say; one that was skipped or is pending half-way could still end well. */
const FAILURES: readonly string[] = [Status.FAILED, Status.AMBIGUOUS, Status.UNDEFINED];
const GOOD_ENDS: readonly string[] = [Status.PASSED, Status.SKIPPED];

/** Cleans up, then fails the scenario for what no step of it spoke about. */
async function closeScenario(world: DumontWorld, status: string): Promise<void> {
  const leftovers = [...(await world.cleanups.runAll()), ...(await undoWhatIsLeft(world))];
  const findings = [...(interruption.requested ? [] : world.findings()), ...leftovers];
  await world.close({ keepFolder: findings.length > 0 || !GOOD_ENDS.includes(status) });
  if (findings.length === 0) return;
  const text = findings.join('\n\n');
  if (FAILURES.includes(status) && leftovers.length === 0)
    world.log(text); // the failed step says what matters: this only helps to understand it
  else throw world.isOutOfReach ? new EnvironmentError(text) : new Error(text);
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

function reasonToSkip({ pickle }: ITestCaseHookParameter, { settings, target }: Suite): string | null {
  if (interruption.requested) return `${INTERRUPTED}.`;
  if (settings.skipDestructive && hasTag(pickle, '@destrutivo')) {
    return 'cria ou destrói recursos; para rodar, use DUMONT_SKIP_DESTRUCTIVE=false.';
  }
  if (hasTag(pickle, '@sandbox') && target.control === null) {
    return 'precisa do que só o sandbox sabe preparar; rode contra o sandbox ou informe DUMONT_SANDBOX_CONTROL.';
  }
  return null;
}

/** On an account of its own nothing needs to be undone: the account goes as a whole. */
async function undoWhatIsLeft(world: DumontWorld): Promise<string[]> {
  const { target, settings } = world.suite;
  if (world.hasOwnAccount) {
    if (world.hasAccount) await world.closeAccount();
    return [];
  }
  const known = await world.settle();
  const unknown = known ? [] : ['um pedido que podia criar algo ficou sem resposta: confira na conta se sobrou alguma coisa.'];
  if (world.ledger.pending.length === 0) return unknown;
  try {
    const token = await loginByApi(target.baseUrl, await world.account());
    const failures = await cleanUp(world.ledger, { baseUrl: target.baseUrl, token, patienceMs: settings.patienceMs });
    return [...unknown, ...failures.map((failure) => `não consegui desfazer o que o cenário criou: ${failure}.`)];
  } catch (error) {
    const what = [...new Set(world.ledger.pending.map((undo) => undo.what))].join(', ');
    return [`não consegui desfazer o que o cenário criou (${what}): ${(error as Error).message}`];
  }
}
