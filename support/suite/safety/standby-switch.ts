import { loadContract, type Operation } from '../../contract/contract';
import type { Exchange } from '../wire/exchange';
import { explainFailure, failureCode } from '../wire/failures';
import { type Received, requestJson } from '../wire/http';
import type { Ledger } from './ledger';

const TIMEOUT_MS = 30_000;
const CHANGE = 'configureStandby';
const QUESTION = 'getStandbyStatus';

/** What the status tells of the settings that the change takes. */
const SHOWN_SETTINGS = ['gcp_zone', 'gcp_machine_type', 'auto_failover'] as const;

/**
 * The auto-standby switch belongs to the account and outlives the scenario. Before the first request that changes it reaches the
 * backend, it is asked how the switch stands, with the token of that very request; a change that may have happened is then taken back
 * by the ledger.
 */
export class StandbySwitch {
  readonly #baseUrl: string;
  readonly #ledger: Ledger;
  #former: object | undefined;

  /** @param baseUrl address of the backend, without a trailing slash */
  constructor(baseUrl: string, ledger: Ledger) {
    this.#baseUrl = baseUrl;
    this.#ledger = ledger;
  }

  /**
   * To be awaited before a request goes on to the backend; null when there is nothing to wait for.
   * @throws Error in Portuguese when the backend does not tell: a change that could not be taken back must not go
   */
  beforeRequest(operation: Operation | null, authorization: string | undefined): Promise<void> | null {
    return operation?.id === CHANGE && this.#former === undefined ? this.#ask(authorization) : null;
  }

  /** Notes what must be taken back: also a change whose reply was lost. */
  observe({ operationId, status }: Exchange): void {
    const refused = status !== null && status >= 300;
    if (operationId !== CHANGE || refused || this.#former === undefined) return;
    const { method, path } = loadContract().operation(CHANGE);
    const what = 'o auto-standby da conta';
    this.#ledger.addUndo('auto-standby', { what, method, path, body: this.#former, onConflict: 'retry' });
  }

  async #ask(authorization: string | undefined): Promise<void> {
    const { status, body } = await this.#status(authorization?.replace(/^Bearer /i, ''));
    if (status === 401 || status === 403) return; // the backend will refuse the change as well
    const { auto_standby_enabled: enabled, config = {} } = (body ?? {}) as StandbyStatus;
    if (status !== 200 || typeof enabled !== 'boolean') throw heldBack(`a consulta respondeu ${status}`);
    const shown = SHOWN_SETTINGS.filter((name) => config[name] !== undefined && config[name] !== null);
    this.#former = { enabled, ...Object.fromEntries(shown.map((name) => [name, config[name]])) };
  }

  async #status(token: string | undefined): Promise<Received> {
    const { method, path } = loadContract().operation(QUESTION);
    try {
      return await requestJson({ method, url: this.#baseUrl + path, token, timeoutMs: TIMEOUT_MS });
    } catch (error) {
      throw heldBack(explainFailure(failureCode(error)));
    }
  }
}

interface StandbyStatus {
  readonly auto_standby_enabled?: unknown;
  readonly config?: Readonly<Record<string, unknown>>;
}

function heldBack(why: string): Error {
  return new Error(
    `retido pela suíte: não consegui saber como estava o auto-standby da conta, para deixá-lo assim no fim (${why})`,
  );
}
