import { loadContract } from '../../../contract/contract';
import { requestJson } from '../../wire/http';
import { listOf, type ResourceKind } from './undo';

const TIMEOUT_MS = 30_000;

/** Whose account, and where. */
export interface Access {
  /** Address of the backend, without a trailing slash. */
  readonly baseUrl: string;
  readonly token: string | undefined;
  /** When it fires, nothing is waited for any more. */
  readonly hurry?: AbortSignal;
}

export type Item = Readonly<Record<string, unknown>>;

/**
 * All that the account has of a kind, by id, as the API lists it: whatever the list is called and wherever it stands.
 * @returns null when the API does not tell
 */
export async function inventoryOf(kind: ResourceKind, access: Access): Promise<ReadonlyMap<string, Item> | null> {
  const body = await replyOf(listOf(kind), access);
  if (kind === 'standby') return pairsIn(body);
  const items = listIn(body);
  return items && new Map(items.flatMap((item) => identified(item, kind)));
}

/** The objects of the first list in the reply of an operation. @returns null when there is no such reply */
export async function listedBy(operationId: string, access: Access, query = ''): Promise<readonly Item[] | null> {
  return listIn(await replyOf(operationId, access, query));
}

/** The body of a 200; undefined for anything else. */
async function replyOf(operationId: string, { baseUrl, token, hurry }: Access, query = ''): Promise<unknown> {
  const { method, path } = loadContract().operation(operationId);
  try {
    const url = baseUrl + path + query;
    const { status, body } = await requestJson({ method, url, token, timeoutMs: TIMEOUT_MS, signal: hurry });
    return status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Pairs of GPU and CPU are told as an object by the id of the GPU (contract.md, section 3, 4.4). */
function pairsIn(body: unknown): ReadonlyMap<string, Item> | null {
  const { associations } = (body ?? {}) as { associations?: unknown };
  return typeof associations === 'object' && associations !== null ? new Map(Object.entries(associations)) : null;
}

function listIn(body: unknown): readonly Item[] | null {
  if (typeof body !== 'object' || body === null) return null;
  const list = [body, ...Object.values(body)].find(Array.isArray) as readonly unknown[] | undefined;
  return list?.filter((item): item is Item => typeof item === 'object' && item !== null) ?? null;
}

function identified(item: Item, kind: ResourceKind): [string, Item][] {
  const id = item.id ?? item[`${kind}_id`];
  return typeof id === 'string' || typeof id === 'number' ? [[String(id), item]] : [];
}
