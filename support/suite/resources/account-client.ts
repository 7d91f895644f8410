import type { Control } from '../../sandbox/index';
import type { Memory } from '../language/memory';
import type { WaitBudget } from '../language/wait-budget';
import type { Wait } from '../language/waiting';
import type { ApiCall } from '../targets/api';
import type { Account } from '../targets/target';
import { EnvironmentError } from '../wire/failures';

/** What came of one request of the suite. */
export interface Answer {
  /** Null when no reply came. */
  readonly status: number | null;
  readonly body: unknown;
  /** The request and its reply in words, with what the product said of an error. */
  readonly story: string;
  /** The backend was not reached: nothing is learnt about the product. */
  readonly isOutOfReach: boolean;
}

export interface AccountClientParts {
  /** The account, opened by whoever asks first. */
  readonly account: () => Promise<Account>;
  /** A session of the account, opened by whoever asks first. */
  readonly token: () => Promise<string>;
  readonly send: (operationId: string, call: ApiCall, purpose: 'setup' | 'probe') => Promise<Answer>;
  /** What the scenario noted: resources are known by their placeholders. */
  readonly memory: Memory;
  readonly patienceMs: number;
  /** What the run may spend on waiting; absent where nothing limits it. */
  readonly waits?: WaitBudget;
  /** What an instance made by the suite is called on an account that others use. */
  readonly label?: string;
  /** Prepares what no documented command can; null where the target has none. */
  readonly control: Control | null;
  /** Completes `a preparação … não deu certo` for an account other than the scenario's: `do outro usuário`. */
  readonly whose?: string;
}

/**
 * Asks the API in the name of one account, where a scenario needs or looks at something that it is not about: the CLI under test is not
 * needed for that, and a process of it for each request would cost twenty times as much.
 */
export class AccountClient {
  readonly memory: Memory;
  readonly #parts: AccountClientParts;
  #patienceMs: number;

  constructor(parts: AccountClientParts) {
    this.memory = parts.memory;
    this.#patienceMs = parts.patienceMs;
    this.#parts = parts;
  }

  get patienceMs(): number {
    return this.#patienceMs;
  }

  /** Does something that may wait for no longer than this, nor longer than usual. */
  async withPatience<T>(mostMs: number, action: () => Promise<T>): Promise<T> {
    const usual = this.#patienceMs;
    this.#patienceMs = Math.min(usual, mostMs);
    try {
      return await action();
    } finally {
      this.#patienceMs = usual;
    }
  }

  /** How long a wait of this account's may take; nothing is remembered of one in a hurry, which proves nothing. */
  waiting(...about: readonly string[]): Pick<Wait<unknown>, 'patienceMs' | 'budget' | 'about'> {
    const { waits: budget, patienceMs: usualMs } = this.#parts;
    return { patienceMs: this.#patienceMs, budget, about: this.#patienceMs < usualMs ? [] : about };
  }

  account(): Promise<Account> {
    return this.#parts.account();
  }

  get label(): string | undefined {
    return this.#parts.label;
  }

  get hasControl(): boolean {
    return this.#parts.control !== null;
  }

  /** The channel that prepares what no documented command can. @throws Error in Portuguese where the target has none */
  get control(): Control {
    const { control } = this.#parts;
    if (control) return control;
    throw new Error('este passo precisa do sandbox: marque o cenário com @sandbox ou informe DUMONT_SANDBOX_CONTROL.');
  }

  /**
   * Brings something about.
   * @returns the body of the reply
   * @throws Error in Portuguese when the API refuses it; EnvironmentError when it cannot be reached
   */
  async ask<Body>(operationId: string, call: ApiCall = {}): Promise<Body> {
    const answer = await this.#send(operationId, call, 'setup');
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) return answer.body as Body;
    const { whose } = this.#parts;
    throw failure(`a preparação${whose === undefined ? '' : ` ${whose}`} não deu certo: ${answer.story}.`, answer);
  }

  /**
   * Looks at something.
   * @param accepted the statuses that tell something; `any`: whichever comes
   * @throws Error in Portuguese for any other; EnvironmentError when the API cannot be reached
   */
  async look(
    operationId: string,
    call: ApiCall = {},
    accepted: readonly number[] | 'any' = [200],
  ): Promise<{ status: number; body: unknown }> {
    const answer = await this.#send(operationId, call, 'probe');
    const { status, body } = answer;
    if (status !== null && (accepted === 'any' || accepted.includes(status))) return { status, body };
    throw failure(`não consegui olhar: ${answer.story}.`, answer);
  }

  async #send(operationId: string, call: ApiCall, purpose: 'setup' | 'probe'): Promise<Answer> {
    return this.#parts.send(operationId, { ...call, token: call.token ?? (await this.#parts.token()) }, purpose);
  }
}

function failure(sentence: string, { isOutOfReach }: Answer): Error {
  return isOutOfReach ? new EnvironmentError(sentence) : new Error(sentence);
}
