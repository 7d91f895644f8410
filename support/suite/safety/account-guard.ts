import type { Operation } from '../../contract/contract';
import { whyOf } from '../../shared/files';
import type { Exchange } from '../wire/exchange';
import type { PendingRequest } from '../wire/proxy';
import { type Access, inventoryOf } from './cleanup/inventory';
import { kindsCreatedBy, type Ledger } from './cleanup/ledger';
import { readLedger } from './cleanup/ledger-folder';
import { type Intent, stateOf } from './cleanup/ledger-records';
import { StandbySwitch } from './cleanup/standby-switch';
import { kindNamed, type ResourceKind } from './cleanup/undo';
import { ceilingRefusal, committed, expectedLifetime } from './spending/cost-ceiling';
import { priceOf } from './spending/hourly-price';
import { pastRuns } from './spending/past-runs';

export interface GuardedAccount {
  /** Address of the backend, without a trailing slash. */
  readonly baseUrl: string;
  readonly ledger: Ledger;
  /** US$ that the run may spend. */
  readonly ceiling: number;
}

/**
 * Stands between a scenario and an account that others use and somebody pays for. Before a request that creates something leaves, its price is
 * held against the ceiling of the run and the intent is written down; what came of it is written down before anybody else learns of it.
 */
export class AccountGuard {
  readonly #account: GuardedAccount;
  readonly #standby: StandbySwitch;
  readonly #intents = new WeakMap<PendingRequest, string>();

  constructor(account: GuardedAccount) {
    this.#account = account;
    this.#standby = new StandbySwitch(account.baseUrl, account.ledger);
  }

  /** Why a request must not reach the backend, or null when it may. */
  refusal(request: PendingRequest): Promise<string | null> | null {
    const { operation, authorization } = request;
    if (operation === null) return null;
    if (operation.creates.length > 0) return this.#rent(request, operation);
    return this.#standby.refusal(operation, authorization);
  }

  /** Writes down what an exchange changed; `request` is what `refusal` was asked about. */
  observe(request: PendingRequest, exchange: Exchange): void {
    const { ledger } = this.#account;
    this.#standby.observe(exchange);
    const { operation, params } = request;
    const intent = this.#intents.get(request);
    if (operation && intent !== undefined) ledger.answer(intent, operation, exchange);
    const gone = operation?.destroys;
    if (gone && exchange.status !== null && exchange.status < 300)
      ledger.end({ kind: kindNamed(gone.resource), id: params[gone.id] ?? '' });
  }

  async #rent(request: PendingRequest, operation: Operation): Promise<string | null> {
    const { baseUrl, ledger, ceiling } = this.#account;
    const access = { baseUrl, token: request.authorization?.replace(/^Bearer /i, '') };
    try {
      const price = await priceOf({ operationId: operation.id, body: request.body }, access);
      const expectedMs = expectedLifetime(pastRuns(baseUrl).flatMap(({ lifetimes }) => lifetimes));
      const spent = committed(stateOf(readLedger(ledger.file)), expectedMs, Date.now());
      const refusal = ceilingRefusal({ price, expectedMs, committed: spent, ceiling });
      if (refusal !== null) return refusal;
      const kinds = kindsCreatedBy(operation);
      const before = await inventories(kinds, access);
      this.#intents.set(
        request,
        ledger.intend({ operationId: operation.id, kinds, label: labelIn(request.body), before, price }),
      );
      return null;
    } catch (error) {
      return `retido pela suíte: não consegui registrar em disco o que seria criado (${whyOf(error)}), e sem registro nada se cria`;
    }
  }
}

async function inventories(kinds: readonly ResourceKind[], access: Access): Promise<Intent['before']> {
  const found = await Promise.all(kinds.map(async (kind) => [kind, await inventoryOf(kind, access)] as const));
  return Object.fromEntries(found.flatMap(([kind, items]) => (items ? [[kind, [...items.keys()]]] : [])));
}

function labelIn(body: unknown): string | null {
  const { label, name } = (body ?? {}) as { label?: unknown; name?: unknown };
  return [label, name].find((each): each is string => typeof each === 'string') ?? null;
}
