import type { Verdict } from '../../shared/messages/note';
import { VERDICTS_BY_LETTER } from '../conformity/verdict-words';
import { type Group, NO_SCENARIOS, type Outcome, type Totals } from '../model/outcome';
import type { RunRecord } from './record';
import { OUTCOMES_BY_LETTER } from './record';

/** A scenario as it read when it was recorded. */
export interface RecordedScenario {
  key: string;
  uri: string;
  /** Name of its feature. */
  journey: string;
  rule: string | null;
  name: string;
  /** Hash of all its steps. */
  text: string;
  /** Each as written, rows of tables and lines of texts below it; empty in an enormous suite. */
  steps: readonly string[];
}

export interface RecordedJourney {
  uri: string;
  name: string;
  scenarios: readonly RecordedScenario[];
}

/** What a run, or several, promised. */
export interface RecordedSpec {
  id: string;
  journeys: readonly RecordedJourney[];
  /** Scenario key to its place among all scenarios. */
  places: ReadonlyMap<string, number>;
  /** The documented commands by their step, `2.3`; none where the run was recorded before they were. */
  commands: ReadonlyMap<string, string>;
}

/** A run out of the history with the texts it refers to. */
export class RecordedRun {
  readonly at: Date;
  readonly #record: RunRecord;
  readonly #spec: RecordedSpec;
  readonly #names: ReadonlyMap<string, string>;

  /** @param names keys under which a later run has scenarios of this one, each with the key that it has here */
  constructor(record: RunRecord, spec: RecordedSpec, names: ReadonlyMap<string, string> = new Map()) {
    this.at = new Date(record.at);
    this.#record = record;
    this.#spec = spec;
    this.#names = names;
  }

  /** The same run, which can also be asked by the keys of a later one. */
  knownAs(names: ReadonlyMap<string, string>): RecordedRun {
    return new RecordedRun(this.#record, this.#spec, names);
  }

  /** The key that a scenario has here, by that or by the one of a later run. */
  keyHere(key: string): string {
    return this.#spec.places.has(key) ? key : (this.#names.get(key) ?? key);
  }

  get record(): RunRecord {
    return this.#record;
  }

  /** Of a narrowed run it may hold more than was run: ask `outcomeOf`. */
  get spec(): RecordedSpec {
    return this.#spec;
  }

  get totals(): Totals {
    return { ...NO_SCENARIOS, ...this.#record.totals };
  }

  /** The scenarios that were in the run, with what became of them, in their order. */
  get scenarios(): readonly { scenario: RecordedScenario; outcome: Outcome }[] {
    return this.#spec.journeys.flatMap(({ scenarios }) =>
      scenarios.flatMap((scenario) => {
        const outcome = this.outcomeOf(scenario.key);
        return outcome === null ? [] : [{ scenario, outcome }];
      }),
    );
  }

  /** What became of a scenario; null when it was not in the run. */
  outcomeOf(key: string): Outcome | null {
    const place = this.#spec.places.get(this.keyHere(key));
    return place === undefined ? null : (OUTCOMES_BY_LETTER.get(this.#record.states[place] ?? '') ?? null);
  }

  /** What the run said of the documented command of a step, `2.3`; null when it was not in the run, or nobody judged it. */
  verdictOf(step: string): Verdict | null {
    const [journey = '', stanza = ''] = step.split('.');
    const { verdicts = {} } = this.#record;
    const letters = Object.hasOwn(verdicts, journey) ? (verdicts[journey] ?? '') : '';
    return VERDICTS_BY_LETTER.get(letters[Number(stanza) - 1] ?? '') ?? null;
  }

  /** The group and the time in milliseconds of a journey; null when it was not in the run. */
  journey(uri: string): { group: Group; ms: number } | null {
    const [group, ms] = this.#record.journeys[this.#spec.journeys.findIndex((journey) => journey.uri === uri)] ?? [];
    return group === undefined || ms === undefined ? null : { group, ms };
  }

  /** By what a scenario failed, or failed before a retry passed; null when it did not. The sentence may be empty. */
  failureOf(key: string): { signature: string; sentence: string; interrupted: boolean } | null {
    const { errors, failures } = this.#record;
    const here = this.keyHere(key);
    const [signature, sentence, why] = (Object.hasOwn(failures, here) ? errors[failures[here] ?? -1] : undefined) ?? [];
    return signature === undefined ? null : { signature, sentence: sentence ?? '', interrupted: why === 'interrupted' };
  }

  /** True when the run had every scenario that its journey has in the spec. */
  hasAllOf(uri: string): boolean {
    const journey = this.#spec.journeys.find((candidate) => candidate.uri === uri);
    return journey?.scenarios.every(({ key }) => this.outcomeOf(key) !== null) ?? false;
  }
}
