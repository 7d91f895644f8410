import type { Pickle } from '@cucumber/messages';
import { journeyNumber } from '../shared/journey-files';
import { commandOf } from '../suite/promises/stanzas';
import type { FeatureRunner } from './feature-runner';
import { killOf } from './judge';
import type { Kill } from './mutant';
import type { ScenarioRecord } from './record';
import type { ScenarioEnd } from './scenario-end';
import { Recorder } from './wire/recorder';

const JOURNEY_TAG = '@jornada';

/** What the features do while nothing is broken, each scenario run once and remembered. */
export class Baseline {
  readonly #runner: FeatureRunner;
  /** By the first of the files they were read from. */
  readonly #pickles = new Map<string, Promise<readonly Pickle[]>>();
  readonly #records = new Map<string, Promise<ScenarioRecord | null>>();

  constructor(runner: FeatureRunner) {
    this.#runner = runner;
  }

  /** The journeys of features; `failed` are those that do not pass, with which no mutant can be judged. */
  async journeys(features: readonly string[]): Promise<{ scenarios: ScenarioRecord[]; failed: Kill[] }> {
    const recorder = new Recorder();
    const ends = await this.#runner.run(features, { interceptor: recorder, tags: JOURNEY_TAG });
    return { scenarios: ends.map((end) => recordOf(end, recorder)), failed: ends.flatMap((end) => killOf(end) ?? []) };
  }

  /**
   * What a scenario's commands got, while nothing was broken.
   * @param scenario `features/x.feature:12`
   * @returns null when it does not pass
   */
  baselineOf(scenario: string): Promise<ScenarioRecord | null> {
    const known = this.#records.get(scenario) ?? this.#record(scenario);
    this.#records.set(scenario, known);
    return known;
  }

  /** The scenarios of features, as `features/x.feature:12`, that run the same `dumont <resource> <action>` as a command does. */
  async scenariosWith(features: readonly string[], command: string): Promise<string[]> {
    const [first = ''] = features;
    const pickles = this.#pickles.get(first) ?? this.#runner.read(features);
    this.#pickles.set(first, pickles);
    const wanted = headOf(command);
    return (await pickles)
      .filter(({ steps }) => steps.some((step) => headOf(commandOf(step) ?? '') === wanted))
      .map(({ uri, location }) => `${uri}:${location?.line ?? 1}`);
  }

  async #record(scenario: string): Promise<ScenarioRecord | null> {
    const recorder = new Recorder();
    const [end] = await this.#runner.run([scenario], { interceptor: recorder });
    return !end || end.failure || end.skipped ? null : recordOf(end, recorder);
  }
}

function recordOf({ pickle }: ScenarioEnd, recorder: Recorder): ScenarioRecord {
  return {
    feature: pickle.uri,
    line: pickle.location?.line ?? 1,
    name: pickle.name,
    journey: journeyNumber(pickle.uri) ?? 0,
    steps: recorder.stepsOf(pickle.id),
  };
}

function headOf(command: string): string {
  return command.trim().split(/\s+/).slice(0, 3).join(' ');
}
