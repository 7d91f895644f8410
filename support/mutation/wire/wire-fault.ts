import { isDeepStrictEqual } from 'node:util';
import { currentCommand } from '../current-command';
import type { WireChange } from '../mutant';
import { isWrite, type ScenarioRecord, type StepRecord } from '../record';
import { withEmptied, withField, withForeign } from './changes';
import type { Answer, BackendRequest, CliRequest, Forward, Interceptor, NoAnswer } from './interceptor';
import type { OtherTenant } from './other-tenant';
import { broughtUpToDate, pathBroughtUpToDate } from './substitution';

/** What a interceptor needs beside the request. */
export interface Surroundings {
  ask(request: BackendRequest): Promise<Answer>;
  otherTenant(): Promise<OtherTenant>;
}

/** What fields, lists and sessions say stays wrong for the rest of the scenario (G4): asking twice is no way to find the truth. */
const LASTING: readonly WireChange['operator'][] = [
  'field-dropped',
  'field-nulled',
  'field-type',
  'field-value',
  'list-emptied',
  'list-foreign',
  'success-false',
  'stale',
];

const OF_RIVALS: readonly WireChange['operator'][] = ['other-tenant', 'list-foreign'];

/** Breaks one documented command of one scenario. */
export class WireFault implements Interceptor {
  /** True once the CLI got something else than the product would have given. */
  applied = false;
  readonly #change: WireChange;
  readonly #scenario: ScenarioRecord;
  readonly #step: StepRecord;
  readonly #lastWrite: StepRecord | undefined;
  readonly #surroundings: Surroundings;
  #stale: Answer | null = null;
  #staleExpired = false;

  /** @param step the command of `scenario` that is broken */
  constructor(change: WireChange, scenario: ScenarioRecord, step: StepRecord, surroundings: Surroundings) {
    this.#change = change;
    this.#scenario = scenario;
    this.#step = step;
    this.#surroundings = surroundings;
    this.#lastWrite = scenario.steps.filter((each) => each.number < step.number && isWrite(each)).at(-1);
  }

  async prepare(): Promise<void> {
    if (OF_RIVALS.includes(this.#change.operator)) await this.#surroundings.otherTenant();
  }

  async answer(request: CliRequest, forward: Forward): Promise<Answer | NoAnswer> {
    if (this.#change.operator === 'stale') await this.#watchWrites(request);
    if (!this.#isAimedAt(request)) return forward();
    return this.#broken(request, forward);
  }

  #isAimedAt({ operation }: CliRequest): boolean {
    if (operation?.id !== this.#step.operationId) return false;
    const isHere = currentCommand.runningNumber === this.#step.number;
    return isHere || (LASTING.includes(this.#change.operator) && currentCommand.number >= this.#step.number);
  }

  async #broken(request: CliRequest, forward: Forward): Promise<Answer | NoAnswer> {
    const change = this.#change;
    switch (change.operator) {
      case 'reset':
        this.applied = true;
        return 'connection-reset';
      case 'silence':
        this.applied = true;
        return 'no-answer';
      case 'swallowed':
        this.applied = true;
        return { status: this.#step.status, body: this.#recorded(this.#step) };
      case 'stale':
        return this.#given(await forward(), this.#staleExpired ? null : this.#stale);
      case 'other-tenant':
        return this.#given(await forward(), await this.#asOtherTenant(request));
      case 'list-foreign': {
        const true_ = await forward();
        return this.#given(true_, {
          ...true_,
          body: withForeign(true_.body, change.path, (await this.#strangers(request)).body),
        });
      }
      default: {
        const true_ = await forward();
        return this.#given(true_, this.#changed(true_));
      }
    }
  }

  #changed(answer: Answer): Answer {
    const change = this.#change;
    switch (change.operator) {
      case 'status':
        return { status: change.to, body: this.#bodyFor(change.to, answer) };
      case 'success-false':
        return { ...answer, body: { ...(answer.body as object), success: false } };
      case 'list-emptied':
        return { ...answer, body: withEmptied(answer.body, change.path) };
      case 'field-dropped':
      case 'field-nulled':
      case 'field-type':
      case 'field-value':
        return { ...answer, body: withField(answer.body, change.path, change.item, change.operator) };
      default:
        return answer;
    }
  }

  /** A body that goes with the status: of an error, or of the success that the same operation had before. */
  #bodyFor(status: number, { status: actual, body }: Answer): unknown {
    if (status >= 400) return { error: status === 404 ? 'Not found' : 'Internal server error' };
    if (actual < 400) return body;
    const success = this.#scenario.steps.find(
      ({ operationId, status: one }) => operationId === this.#step.operationId && one < 400,
    );
    return success ? this.#recorded(success) : body;
  }

  #recorded({ body, noted }: StepRecord): unknown {
    return broughtUpToDate(body, noted, currentCommand.noted);
  }

  /** Before the last write that precedes the command goes through, its reply is asked for and kept. */
  async #watchWrites(request: CliRequest): Promise<void> {
    const { runningNumber } = currentCommand;
    if (runningNumber > this.#step.number && request.operation && request.operation.writes) {
      this.#staleExpired = true;
    }
    if (this.#stale || !this.#lastWrite || runningNumber !== this.#lastWrite.number) return;
    if (request.operation?.id !== this.#lastWrite.operationId) return;
    const { method, path, query, noted } = this.#step;
    this.#stale = await this.#surroundings.ask({
      method,
      path: pathBroughtUpToDate(path, noted, currentCommand.noted),
      query,
      authorization: request.authorization,
      body: undefined,
    });
  }

  async #asOtherTenant(request: CliRequest): Promise<Answer | null> {
    const otherTenant = await this.#surroundings.otherTenant();
    const answer = await this.#surroundings.ask(otherTenant.asOwn(request));
    return answer.status < 400 ? answer : null;
  }

  /** Where an item that does not belong into the list can be had: from another tenant, or from the same list without its filters. */
  async #strangers(request: CliRequest): Promise<Answer> {
    if (request.query !== '') return this.#surroundings.ask({ ...request, query: '' });
    const otherTenant = await this.#surroundings.otherTenant();
    return this.#surroundings.ask(otherTenant.asOwn(request));
  }

  #given(true_: Answer, false_: Answer | null): Answer {
    if (!false_ || isDeepStrictEqual(true_, false_)) return true_;
    this.applied = true;
    return false_;
  }
}
