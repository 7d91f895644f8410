import type { Pickle, PickleStep } from '@cucumber/messages';
import { loadContract } from '../../contract/contract';
import { commandWords } from '../command/command-line';
import type { CommandResult } from '../command/result';
import { type Stanza, stanzasOf } from './stanzas';

/** What one documented command of a journey came to, as far as the scenario has got. */
export interface StanzaRecord {
  readonly stanza: Stanza;
  /** Empty where the contract knows no such command. */
  readonly operationId: string;
  /** Ids of the steps that passed. */
  readonly passed: Set<string>;
  failure: StepFailure | null;
  /** Null until the command was run. */
  result: CommandResult | null;
  /** How many differences from the contract its exchanges showed. */
  contractDifferences: number;
  /** What came of the documented command over the API; null where that was not tried. */
  reference: ReferenceOutcome | null;
  /** What the suite has no means to see, in a sentence; null when it saw all. */
  unproven: string | null;
  /** Steps whose promised state was reached neither by the command nor over the API. */
  readonly unreached: PickleStep[];
}

export interface StepFailure {
  readonly step: PickleStep;
  readonly error: Error;
}

/** `why`: the first sentence of what the API did not keep either; null when it kept all that the stanza asks of it. */
export interface ReferenceOutcome {
  readonly why: string | null;
}

/** What happens in the stanzas of one journey's scenario, written down as it happens. */
export class PromiseLog {
  readonly records: readonly StanzaRecord[];
  #record: StanzaRecord | undefined;
  #step: PickleStep | undefined;
  #reason: string | null = null;

  constructor(pickle: Pickle) {
    this.records = stanzasOf(pickle).map((stanza) => ({
      stanza,
      operationId: loadContract().operationOf(commandWords(stanza.command)) ?? '',
      passed: new Set<string>(),
      failure: null,
      result: null,
      contractDifferences: 0,
      reference: null,
      unproven: null,
      unreached: [],
    }));
  }

  /** Why no command of the scenario could be tried, when its preparation did not succeed or it was skipped. */
  get reason(): string | null {
    return this.#reason;
  }

  /** The stanza in course, or the last one. */
  get latest(): StanzaRecord | undefined {
    return this.#record;
  }

  /**
   * A step begins.
   * @returns the stanza that is over with it, if this one begins another
   */
  begin(step: PickleStep): StanzaRecord | null {
    const before = this.#record;
    this.#step = step;
    this.#record = this.records.find(({ stanza }) => stanza.steps.some(({ id }) => id === step.id));
    return before && before !== this.#record ? before : null;
  }

  /** The step in course is over, and did not throw. */
  pass(): void {
    if (this.#step) this.#record?.passed.add(this.#step.id);
  }

  /** Something threw: the step in course or, outside of the stanzas, what prepares them. */
  fail(error: Error): void {
    if (!this.#record) this.#reason ??= error.message;
    else if (this.#step) this.#record.failure ??= { step: this.#step, error };
  }

  /** Why the scenario is skipped, by its hooks or by a step. */
  skip(reason: string): void {
    if (!this.#record) this.#reason ??= reason;
  }

  /** Does something that belongs to a stanza although its turn is over. */
  async about(record: StanzaRecord, action: () => Promise<void>): Promise<void> {
    const current = this.#record;
    this.#record = record;
    try {
      await action();
    } finally {
      this.#record = current;
    }
  }

  /** What a step of the stanza in course would look at is out of the suite's sight. */
  leaveUnproven(why: string): void {
    if (this.#record) this.#record.unproven ??= why;
  }

  /** The documented command of the stanza in course was run. */
  ran(result: CommandResult, contractDifferences: number): void {
    if (!this.#record) return;
    this.#record.result = result;
    this.#record.contractDifferences = contractDifferences;
  }
}
