import type { Pickle, PickleStep, TestStep, TestStepResult } from '@cucumber/messages';
import type { ReadyStep } from '../promises/reference-path';
import { isJourney, type Stanza, stanzasOf } from '../promises/stanzas';

const MODULE = '@cucumber/cucumber/lib/runtime/test_case_runner';

/** What this module knows of the runner of one scenario; its test pins that the installed version is so. */
interface TestCaseRunner {
  readonly pickle: Pickle;
  readonly testCase: { readonly testSteps: readonly TestStep[] };
  /** Of the steps and hooks that are over, in their order. */
  readonly testStepResults: readonly TestStepResult[];
  readonly world: object;
  readonly supportCodeLibrary: { readonly stepDefinitions: readonly StepDefinition[] };
  /** Nothing is run at all (`--dry-run`). */
  readonly skip: boolean;
}

interface StepDefinition {
  readonly pattern: unknown;
  readonly unwrappedCode: (this: object, ...parameters: unknown[]) => unknown;
  matchesStepName(text: string): boolean;
  getInvocationParameters(of: { step: PickleStep; world: object }): Promise<{ parameters: unknown[] }>;
}

type Skipping = (this: TestCaseRunner) => boolean;

interface Prototype {
  isSkippingSteps: Skipping;
}

let original: Skipping | undefined;
/** By world. */
const runners = new WeakMap<object, TestCaseRunner>();
const stanzas = new WeakMap<Pickle, readonly Stanza[]>();

/**
 * From now on a failed step of a journey's scenario skips the rest of its stanza only, and the next documented command gets its own
 * chance. What fails before the first command skips everything, and all other scenarios keep the way of cucumber-js; statuses stay as they are.
 * @param givesUp whether nothing more must be begun
 * @param load gives the runner's module
 * @throws Error in Portuguese when the installed cucumber-js has no such place
 */
export function installStanzaIsolation(givesUp: () => boolean, load: () => unknown = loadRunner): void {
  const prototype = prototypeOf(load);
  original ??= prototype.isSkippingSteps;
  const skips = original;
  prototype.isSkippingSteps = function (this: TestCaseRunner): boolean {
    if (this.skip || !isJourney(this.pickle)) return skips.call(this);
    runners.set(this.world, this);
    if (givesUp()) return skips.call(this);
    const scope = resultsThatCount(this);
    return scope === null ? skips.call(this) : scope.some(({ status }) => status !== 'PASSED');
  };
}

/** Restores cucumber-js's own skipping, for callers that only need to know whether a scenario fails. */
export function removeStanzaIsolation(): void {
  if (original) prototypeOf(loadRunner).isSkippingSteps = original;
  original = undefined;
}

export function stanzasAreIsolated(): boolean {
  return original !== undefined;
}

/** A step of the scenario in course in this world, to be carried out outside its turn; null unless exactly one definition is for it. */
export function stepOf(world: object, step: PickleStep): ReadyStep | null {
  const all = runners.get(world)?.supportCodeLibrary.stepDefinitions ?? [];
  const [definition, ...others] = all.filter((each) => each.matchesStepName(step.text));
  if (!definition || others.length > 0) return null;
  return {
    expression: definition.pattern,
    run: async () => {
      const { parameters } = await definition.getInvocationParameters({ step, world });
      await definition.unwrappedCode.apply(world, parameters);
    },
  };
}

/** The results of what prepared the scenario and of the stanza in course; null before the first stanza. */
function resultsThatCount({ pickle, testCase, testStepResults }: TestCaseRunner): TestStepResult[] | null {
  const starts = startsOf(pickle).map((id) => testCase.testSteps.findIndex(({ pickleStepId }) => pickleStepId === id));
  const current = testStepResults.length;
  const [first] = starts;
  if (first === undefined || current < first) return null;
  const begun = starts.filter((start) => start <= current).at(-1) ?? first;
  return [...testStepResults.slice(0, first), ...testStepResults.slice(begun)];
}

function startsOf(pickle: Pickle): string[] {
  const known = stanzas.get(pickle) ?? stanzasOf(pickle);
  stanzas.set(pickle, known);
  return known.map(({ steps }) => steps[0]?.id ?? '');
}

function loadRunner(): unknown {
  return require('@cucumber/cucumber/lib/runtime/test_case_runner').default;
}

function prototypeOf(load: () => unknown): Prototype {
  const missing = `o cucumber-js instalado não tem mais isSkippingSteps em ${MODULE}, de que cada comando documentado ter a sua chance depende: instale a versão que o package.json pede (npm ci).`;
  let runner: { prototype?: Partial<Prototype> };
  try {
    runner = load() as typeof runner;
  } catch {
    throw new Error(missing);
  }
  if (typeof runner?.prototype?.isSkippingSteps !== 'function') throw new Error(missing);
  return runner.prototype as Prototype;
}
