import { loadContract, type Operation } from '../../../contract/contract';
import type { Exchange } from '../../wire/exchange';
import { explainFailure, failureCode } from '../../wire/failures';
import { requestJson } from '../../wire/http';
import type { Ledger } from './ledger';

const TIMEOUT_MS = 30_000;
const CHANGE = 'configureStandby';
const QUESTION = 'getStandbyStatus';
/** How the ledger knows the switch. */
const STANDBY_SWITCH = 'o auto-standby da conta';

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

  /** Why a request must not go on to the backend: a change that could not be taken back. Null when it may. */
  refusal(operation: Operation | null, authorization: string | undefined): Promise<string | null> | null {
    return operation?.id === CHANGE && this.#former === undefined ? this.#ask(authorization) : null;
  }

  /** Notes what must be taken back: also a change whose reply was lost. */
  observe({ operationId, status, isWithheld }: Exchange): void {
    const refused = isWithheld || (status !== null && status >= 300);
    if (operationId !== CHANGE || refused || this.#former === undefined) return;
    const { method, path } = loadContract().operation(CHANGE);
    this.#ledger.change(STANDBY_SWITCH, { method, path, body: this.#former, onConflict: 'retry' });
  }

  async #ask(authorization: string | undefined): Promise<string | null> {
    const { method, path } = loadContract().operation(QUESTION);
    const token = authorization?.replace(/^Bearer /i, '');
    try {
      const { status, body } = await requestJson({ method, url: this.#baseUrl + path, token, timeoutMs: TIMEOUT_MS });
      if (status === 401 || status === 403) return null; // the backend will refuse the change as well
      const { auto_standby_enabled: enabled, config = {} } = (body ?? {}) as StandbyStatus;
      if (status !== 200 || typeof enabled !== 'boolean') return heldBack(`a consulta respondeu ${status}`);
      const shown = settingsTaken().filter((name) => config[name] !== undefined && config[name] !== null);
      this.#former = { enabled, ...Object.fromEntries(shown.map((name) => [name, config[name]])) };
      return null;
    } catch (error) {
      return heldBack(explainFailure(failureCode(error)));
    }
  }
}

/** Every setting that the change takes. What the status of a backend tells of them goes back, whether the contract has it there or not. */
function settingsTaken(): string[] {
  const schema = loadContract().operation(CHANGE).requestBody?.schema;
  return Object.keys(schema?.properties ?? {}).filter((name) => name !== 'enabled');
}

interface StandbyStatus {
  readonly auto_standby_enabled?: unknown;
  readonly config?: Readonly<Record<string, unknown>>;
}

function heldBack(why: string): string {
  return `retido pela suíte: não consegui saber como estava o auto-standby da conta, para deixá-lo assim no fim (${why})`;
}
