import { setTimeout as pause } from 'node:timers/promises';
import { type Access, type Item, inventoryOf } from './inventory';
import type { Intent } from './ledger-records';
import type { CreatedResource, ResourceKind } from './undo';

/** What may have come of a request whose reply nobody has. */
export interface Search {
  /** Surely of this request: on the account now, not when it left, and nothing else could be. */
  readonly found: readonly CreatedResource[];
  /** Several could be. */
  readonly doubtful: readonly CreatedResource[];
  /** Kinds that cannot be looked for: the API does not list them now, or did not then. */
  readonly blind: readonly ResourceKind[];
}

const FIRST_PAUSE_MS = 250;
/** A machine may come onto the list a moment after the connection was lost. */
const LONGEST_SEARCH_MS = 5_000;

/**
 * Looks for what a lost request created, by what the account has now and did not have when the request left.
 * @param known what the suite knows to have been created by other requests
 */
export async function searchFor(intent: Intent, known: readonly CreatedResource[], access: Access): Promise<Search> {
  const found: CreatedResource[] = [];
  const doubtful: CreatedResource[] = [];
  const blind: ResourceKind[] = [];
  for (const kind of intent.kinds) {
    const candidates = await candidatesOf(kind, intent, known, access);
    if (candidates === null) blind.push(kind);
    else (candidates.length === 1 ? found : doubtful).push(...candidates);
  }
  return { found, doubtful, blind };
}

async function candidatesOf(
  kind: ResourceKind,
  { before, label }: Intent,
  known: readonly CreatedResource[],
  access: Access,
): Promise<readonly CreatedResource[] | null> {
  const former = before[kind];
  if (former === undefined) return null;
  const isKnown = (id: string): boolean => former.includes(id) || known.some((each) => each.kind === kind && each.id === id);
  for (let next = FIRST_PAUSE_MS; ; next *= 2) {
    const now = await inventoryOf(kind, access);
    if (now === null) return null;
    const fresh = [...now].filter(([id, item]) => !isKnown(id) && couldBear(item, label)).map(([id]) => ({ kind, id }));
    if (fresh.length > 0 || next > LONGEST_SEARCH_MS) return fresh;
    if (access.hurry?.aborted) return null; // it may come onto the list yet
    await pause(next, undefined, { signal: access.hurry }).catch(() => {});
  }
}

/** What bears another label than the one asked for is somebody else's. */
function couldBear({ label, name }: Item, asked: string | null): boolean {
  const borne = [label, name].find((each) => typeof each === 'string');
  return asked === null || borne === undefined || borne === asked;
}
