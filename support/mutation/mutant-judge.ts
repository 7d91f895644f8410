import path from 'node:path';
import { Baseline } from './baseline';
import type { FeatureRunner } from './feature-runner';
import { filesOfJourney } from './journey-features';
import { killOf, noticed } from './judge';
import type { Kill, Verdict, WireMutant } from './mutant';
import type { ScenarioRecord, StepRecord } from './record';
import { WireFault } from './wire/wire-fault';

const ROOT = path.resolve(__dirname, '..', '..');

type Outcome = Omit<Verdict, 'mutant' | 'durationMs'>;

/** One scenario and the command of it that is to be broken. */
interface Target {
  readonly scenario: ScenarioRecord;
  readonly step: StepRecord;
}

/** Runs features against a broken product and says what they noticed. */
export class MutantJudge {
  readonly #runner: FeatureRunner;
  readonly #baseline: Baseline;

  constructor(runner: FeatureRunner) {
    this.#runner = runner;
    this.#baseline = new Baseline(runner);
  }

  /** Runs the journeys of features with nothing broken. */
  dryRunJourneys(features: readonly string[]): Promise<{ scenarios: ScenarioRecord[]; failed: Kill[] }> {
    return this.#baseline.journeys(features);
  }

  /** Does this scenario pass with nothing broken? */
  async passesUnbroken(scenario: string): Promise<boolean> {
    return (await this.#baseline.baselineOf(scenario)) !== null;
  }

  /**
   * Breaks one documented command and runs the scenario of the document; if that notices nothing, the scenarios of the same journey, in any
   * of its files, that run the same operation.
   */
  async judgeWire({ change, step: number }: WireMutant, journey: ScenarioRecord): Promise<Outcome> {
    const step = journey.steps.find((each) => each.number === number);
    if (!step) return { fate: 'invalid', kill: null, note: 'a jornada não tem esse comando' };
    const played = { count: 0, applied: false };
    for await (const target of this.#targets({ scenario: journey, step })) {
      const interceptor = new WireFault(change, target.scenario, target.step, this.#runner.surroundings);
      const [end] = await this.#runner.run([`${target.scenario.feature}:${target.scenario.line}`], { interceptor });
      played.count += 1;
      played.applied ||= interceptor.applied;
      const answer = end ? noticed(end, { command: target.step.number, applied: interceptor.applied }) : null;
      if (!end || answer === null) continue;
      const kill = killOf(end);
      if (answer === 'too-early') return { fate: 'invalid', kill, note: 'o cenário falhou antes da mudança' };
      return { fate: 'killed', kill, note: '' };
    }
    return played.applied
      ? { fate: 'survived', kill: null, note: `nenhum de ${played.count} cenários notou` }
      : { fate: 'void', kill: null, note: 'a mudança deixou a resposta como era' };
  }

  /**
   * Runs features with a product that has a fault in its source, until one notices; who notices must notice twice.
   * @param first name of the scenario that is expected to notice
   */
  async judgeSource(features: readonly string[], first: string | undefined): Promise<Outcome> {
    const turns = [
      ...(first === undefined ? [] : [{ paths: features, name: first }]),
      ...features.map((feature) => ({ paths: [feature] })),
    ];
    let played = 0;
    for (const { paths, ...options } of turns) {
      const ends = await this.#runner.run(paths, { ...options, untilFailure: true });
      played += ends.length;
      const failed = ends.find(({ failure }) => failure !== null);
      const kill = failed && killOf(failed);
      if (!kill) continue;
      const [again] = await this.#runner.run([kill.scenario]);
      if (again?.failure) return { fate: 'killed', kill, note: '' };
      return { fate: 'invalid', kill, note: 'o cenário falhou uma vez e passou na outra' };
    }
    return { fate: 'survived', kill: null, note: `nenhum de ${played} cenários notou` };
  }

  async *#targets(inJourney: Target): AsyncGenerator<Target> {
    yield inJourney;
    const { step, scenario } = inJourney;
    const files = filesOfJourney(scenario.feature, ROOT);
    for (const place of await this.#baseline.scenariosWith(files, step.command)) {
      if (place === `${scenario.feature}:${scenario.line}`) continue;
      const rule = await this.#baseline.baselineOf(place);
      const same = rule?.steps.find(({ operationId }) => operationId === step.operationId);
      if (rule && same) yield { scenario: rule, step: same };
    }
  }
}
