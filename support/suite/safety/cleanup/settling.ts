import { dollars, list } from '../../../shared/words';
import { type Cleaner, destroy, putBack } from './destroy';
import type { Ledger } from './ledger';
import { searchFor } from './lost-creations';
import { type CreatedResource, nameOf, removalOf } from './undo';

/** Something that is still as a run left it. */
export interface Leftover {
  /** `instância 7`, `o auto-standby da conta` */
  readonly what: string;
  readonly why: string;
  /** US$ per hour; null where nobody knows, 0 for what costs nothing by the hour. */
  readonly price: number | null;
  /** The command that removes it, where there is one. */
  readonly removal: string | null;
}

export interface Settlement {
  readonly leftovers: readonly Leftover[];
  /** What requests without a reply had created. */
  readonly found: readonly CreatedResource[];
}

/** Something of a scenario stays on the account: to be told whatever else happens. */
export class LeftoverError extends Error {}

/**
 * Takes back all that a ledger says was done to the account, the youngest first, and looks for what may have been created without anybody
 * learning of it. What is gone is written down as gone.
 */
export async function settle(ledger: Ledger, cleaner: Cleaner): Promise<Settlement> {
  const { leftovers, found } = await settleUnknown(ledger, cleaner);
  for (const resource of ledger.alive) {
    const failure = await destroy(resource, cleaner);
    if (failure === null) ledger.end(resource);
    else leftovers.push(leftoverOf(ledger, resource, failure));
  }
  for (const { name, undo } of ledger.state.changes) {
    const failure = await putBack(undo, cleaner);
    if (failure === null) ledger.restore(name);
    else leftovers.push({ what: name, why: failure, price: 0, removal: null });
  }
  return { leftovers, found };
}

/** What a ledger says is left, where nothing can be asked of the backend. */
export function leftIn(ledger: Ledger, why: string): Leftover[] {
  const { unknown, changes } = ledger.state;
  return [
    ...unknown.map(({ operationId, price }) => ({ what: `o que ${operationId} pode ter criado`, why, price, removal: null })),
    ...ledger.alive.filter((resource) => !comesWith(resource, ledger.alive)).map((resource) => leftoverOf(ledger, resource, why)),
    ...changes.map(({ name }) => ({ what: name, why, price: 0, removal: null })),
  ];
}

async function settleUnknown(ledger: Ledger, cleaner: Cleaner): Promise<{ leftovers: Leftover[]; found: CreatedResource[] }> {
  const leftovers: Leftover[] = [];
  const all: CreatedResource[] = [];
  for (const intent of ledger.state.unknown) {
    const known = ledger.state.lifetimes.map(({ resource }) => resource);
    const { found, doubtful, blind } = await searchFor(intent, known, cleaner);
    all.push(...found);
    ledger.resolve(intent.intent, found, [...new Set([...doubtful.map(({ kind }) => kind), ...blind])]);
    if (doubtful.length === 0 && blind.length === 0) continue;
    const seen = doubtful.length > 0 ? `apareceram na conta ${list(doubtful.map(nameOf))}` : 'a lista da conta não pôde ser lida';
    leftovers.push({
      what: `o que ${intent.operationId} pode ter criado`,
      why: `o pedido ficou sem resposta, e ${seen}: confira`,
      price: intent.price,
      removal: doubtful.map(removalOf).join(' ou ') || null,
    });
  }
  return { leftovers, found: all };
}

/** A CPU standby goes with its GPU. */
function comesWith({ kind, id }: CreatedResource, alive: readonly CreatedResource[]): boolean {
  return kind === 'standby' && alive.some((other) => other.kind === 'instance' && other.id === id);
}

function leftoverOf(ledger: Ledger, resource: CreatedResource, why: string): Leftover {
  const life = ledger.state.lifetimes.find(({ resource: { kind, id } }) => kind === resource.kind && id === resource.id);
  return { what: nameOf(resource), why, price: life?.price ?? null, removal: removalOf(resource) };
}

/** `instância 7 (US$ 0,40 por hora): DELETE /api/v1/instances/7 respondeu 500; para remover: dumont instance delete 7` */
export function leftoverInWords({ what, why, price, removal }: Leftover): string {
  const cost = price ? ` (${dollars(price)} por hora)` : '';
  return `${what}${cost}: ${why}${removal === null ? '' : `; para remover: ${removal}`}`;
}
