import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Operation } from '../../../contract/contract';
import { Failure } from '../../../shared/command-line';
import { type Exchange, isSuccess } from '../../wire/exchange';
import { isOutOfReach } from '../../wire/failures';
import { appendDurably, readLedger } from './ledger-folder';
import { aliveIn, type Intent, type LedgerRecord, type LedgerState, type RunBegins, stateOf } from './ledger-records';
import { type CreatedResource, kindNamed, type ResourceKind, type Undo } from './undo';

/** Where and for whom a scenario writes down what it creates. */
export interface LedgerPlace {
  /** The run's file, which its other scenarios and processes write to as well. */
  readonly file: string;
  /** What the file says first. */
  readonly run: RunBegins;
  /** Feature and line. */
  readonly place: string;
}

type Unstamped = LedgerRecord extends infer Each ? (Each extends LedgerRecord ? Omit<Each, 'at'> : never) : never;

/**
 * What one scenario creates on an account that others use, and has not destroyed. Each record is on the disk before whatever it is about goes
 * on: the intent before the request leaves, the outcome before the CLI sees the reply.
 */
export class Ledger {
  /** The run's file. */
  readonly file: string;
  readonly #run: RunBegins;
  readonly #place: string;
  readonly #records: LedgerRecord[] = [];

  constructor({ file, run, place }: LedgerPlace) {
    this.file = file;
    this.#run = run;
    this.#place = place;
  }

  /** Name of the run. */
  get run(): string {
    return this.#run.run;
  }

  get state(): LedgerState {
    return stateOf(this.#records);
  }

  /** What is to be destroyed, in the order in which it should be. */
  get alive(): readonly CreatedResource[] {
    return aliveIn(this.state);
  }

  /** The ledger that a run left. */
  static reopen(file: string): Ledger {
    const records = readLedger(file);
    const { run } = stateOf(records);
    if (run === null) throw new Failure(`O registro ${file} não diz de qual execução é; confira a conta e apague o arquivo.`);
    const ledger = new Ledger({ file, run, place: '' });
    ledger.#records.push(...records);
    return ledger;
  }

  /**
   * A request that may create is about to leave.
   * @returns the name of the intent
   * @throws what the file system throws; the request must not leave then
   */
  intend(what: Pick<Intent, 'operationId' | 'kinds' | 'label' | 'before' | 'price'>): string {
    const intent = randomUUID();
    this.#write({ type: 'intent', intent, place: this.#place, ...what });
    return intent;
  }

  /**
   * Notes what came of an intent, where the reply tells, or that it never arrived. Without a reply, after a server's error, and when a success does not name what it
   * created, the intent stays open: something may be there.
   */
  answer(
    intent: string,
    operation: Operation,
    { status, responseBody, failure, isWithheld }: Pick<Exchange, 'status' | 'responseBody' | 'failure' | 'isWithheld'>,
  ): void {
    const neverArrived = isWithheld || isOutOfReach(failure);
    if (!neverArrived && (status === null || status >= 500)) return;
    const reply = (typeof responseBody === 'object' && responseBody !== null ? responseBody : {}) as Record<string, unknown>;
    const isRefused = !isSuccess(status) || reply.success === false;
    const named = operation.creates.flatMap(({ resource, id }) => {
      const value = reply[id];
      return typeof value === 'number' || typeof value === 'string' ? [{ kind: kindNamed(resource), id: String(value) }] : [];
    });
    const price = typeof reply.dph_total === 'number' ? reply.dph_total : undefined;
    const unnamed = isRefused ? [] : kindsCreatedBy(operation).filter((kind) => !named.some((each) => each.kind === kind));
    this.#write({
      type: 'outcome',
      intent,
      created: isSuccess(status) ? named : [],
      unnamed,
      ...(price !== undefined && { price }),
    });
  }

  /**
   * Notes what an intent created after all.
   * @param unnamed kinds of which it is still not known
   */
  resolve(intent: string, created: readonly CreatedResource[], unnamed: readonly ResourceKind[] = []): void {
    this.#write({ type: 'outcome', intent, created, unnamed });
  }

  /** Something is gone. */
  end(resource: CreatedResource): void {
    if (this.alive.some(({ kind, id }) => kind === resource.kind && id === resource.id)) this.#write({ type: 'ended', resource });
  }

  /** A setting of the account is about to change, or may have: it goes back to what it was before the first change of that name. */
  change(name: string, undo: Undo): void {
    if (!this.state.changes.some((change) => change.name === name)) this.#write({ type: 'changed', name, undo });
  }

  restore(name: string): void {
    this.#write({ type: 'restored', name });
  }

  #write(record: Unstamped): void {
    const at = new Date().toISOString();
    const stamped = { at, ...record } as LedgerRecord;
    appendDurably(this.file, existsSync(this.file) ? [stamped] : [{ at, ...this.#run }, stamped]);
    this.#records.push(stamped);
  }
}

/** The kinds that a success of this operation brings into being. */
export function kindsCreatedBy({ creates }: Pick<Operation, 'creates'>): ResourceKind[] {
  return creates.map(({ resource }) => kindNamed(resource));
}
