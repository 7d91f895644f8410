import { hostname } from 'node:os';
import { isRunning } from '../../../shared/running';
import type { CreatedResource, ResourceKind, Undo } from './undo';

/** What a run writes down of an account that outlives it, a line of JSON each. */
export type LedgerRecord = { readonly at: string } & (
  | RunBegins
  | Intent
  | Outcome
  /** Destroyed, by the product's own word or because it is not there any more. */
  | { readonly type: 'ended'; readonly resource: CreatedResource }
  /** A setting of the account was changed: what puts it back. */
  | { readonly type: 'changed'; readonly name: string; readonly undo: Undo }
  | { readonly type: 'restored'; readonly name: string }
);

export interface RunBegins {
  readonly type: 'run';
  readonly run: string;
  readonly baseUrl: string;
  /** E-mail of the account. */
  readonly account: string;
  readonly host: string;
  readonly pid: number;
}

/** A request that may create is about to leave: what it may bring into being. */
export interface Intent {
  readonly type: 'intent';
  readonly intent: string;
  /** Feature and line of the scenario. */
  readonly place: string;
  readonly operationId: string;
  readonly kinds: readonly ResourceKind[];
  /** The label or name that was asked for. */
  readonly label: string | null;
  /** Ids of each kind that the account had at that moment, where the API told. */
  readonly before: Partial<Record<ResourceKind, readonly string[]>>;
  /** US$ per hour, at most. */
  readonly price: number;
}

/** What became of an intent. */
export interface Outcome {
  readonly type: 'outcome';
  readonly intent: string;
  readonly created: readonly CreatedResource[];
  /** Kinds that may have been created too: the reply does not name them. */
  readonly unnamed?: readonly ResourceKind[];
  /** US$ per hour, as the reply has it. */
  readonly price?: number;
}

/** Something that was created, and how long it has been there. */
export interface Lifetime {
  readonly resource: CreatedResource;
  readonly place: string;
  /** US$ per hour. */
  readonly price: number;
  readonly from: number;
  /** Null: it is there still. */
  readonly to: number | null;
}

export interface LedgerState {
  readonly run: RunBegins | null;
  /** What may have been created, nobody knows. */
  readonly unknown: readonly (Intent & { readonly at: string })[];
  readonly lifetimes: readonly Lifetime[];
  readonly changes: readonly { readonly name: string; readonly undo: Undo }[];
}

/** What records, in the order in which they were written, come to. */
export function stateOf(records: readonly LedgerRecord[]): LedgerState {
  const intents = new Map<string, Intent & { readonly at: string }>();
  const unknown = new Set<string>();
  const lifetimes = new Map<string, Lifetime>();
  const changes = new Map<string, Undo>();
  let run: RunBegins | null = null;
  for (const record of records) {
    switch (record.type) {
      case 'run':
        run = record;
        break;
      case 'intent':
        intents.set(record.intent, record);
        unknown.add(record.intent);
        break;
      case 'outcome': {
        const intent = intents.get(record.intent);
        const { place = '', price = 0, at = record.at } = intent ?? {};
        if (intent && record.unnamed?.length) intents.set(record.intent, { ...intent, kinds: record.unnamed });
        else unknown.delete(record.intent);
        for (const resource of record.created) {
          const cost = resource.kind === 'instance' || resource.kind === 'job' ? (record.price ?? price) : 0;
          const life = { place, price: cost, from: Date.parse(at), to: null };
          lifetimes.set(keyOf(resource), { resource, ...life });
          const companion = { kind: 'standby', id: resource.id } as const; // a CPU may survive its GPU
          if (resource.kind === 'instance') lifetimes.set(keyOf(companion), { resource: companion, ...life, price: 0 });
        }
        break;
      }
      case 'ended': {
        const life = lifetimes.get(keyOf(record.resource));
        if (life) lifetimes.set(keyOf(record.resource), { ...life, to: Date.parse(record.at) });
        break;
      }
      case 'changed':
        if (!changes.has(record.name)) changes.set(record.name, record.undo); // to what it was before the first change
        break;
      case 'restored':
        changes.delete(record.name);
    }
  }
  return {
    run,
    unknown: [...unknown].flatMap((intent) => intents.get(intent) ?? []),
    lifetimes: [...lifetimes.values()],
    changes: [...changes].map(([name, undo]) => ({ name, undo })),
  };
}

/** What is there still, the youngest first, a CPU after its GPU. */
export function aliveIn({ lifetimes }: LedgerState): CreatedResource[] {
  const alive = lifetimes.filter(({ to }) => to === null).map(({ resource }) => resource);
  const main = alive.filter(({ kind }) => kind !== 'standby').reverse();
  return [...main, ...alive.filter(({ kind }) => kind === 'standby')];
}

/** Everything is as it was before the run. */
export function isSettled(state: LedgerState): boolean {
  return state.unknown.length === 0 && state.changes.length === 0 && aliveIn(state).length === 0;
}

/** The process that wrote the ledger is there still. */
export function isUnderWay({ host, pid }: RunBegins): boolean {
  return host === hostname() && isRunning(pid);
}

function keyOf({ kind, id }: CreatedResource): string {
  return `${kind} ${id}`;
}
