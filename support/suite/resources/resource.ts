import { expectThat } from '../language/expectation';
import type { Memory } from '../language/memory';
import type { AccountClient } from './account-client';
import type { Situation } from './situations';

/** What one look at a resource shows. */
export interface Observation {
  readonly exists: boolean;
  /** The state in the product's own words, for the timeline: `running`, `ausente`. */
  readonly state: string;
  /** The resource as the product shows it, undefined when it is absent. */
  readonly item: Readonly<Record<string, unknown>> | undefined;
}

/** What a resource is made of, where the feature says so: placeholders of what was noted. */
export interface Origin {
  /** The offer that an instance, or the GPU of a standby CPU, is rented from; without it the cheapest one. */
  readonly offer?: string;
  /** The instance that a snapshot is of. */
  readonly instance?: string;
}

/** Something of the product that features speak of by a placeholder: an instance, a snapshot, a job, a standby CPU. */
export interface Resource {
  readonly kind: 'instance' | 'snapshot' | 'job' | 'standby-cpu' | 'offer' | 'auto-standby';
  /** As a feature writes it: `a instância <instance_id>`. */
  readonly written: string;
  /** The name its id is noted under, without the brackets; null for what there is one of. */
  readonly placeholder: string | null;
  /** Situations that it can be in. */
  readonly situations: readonly Situation[];
  /** The situation that it stays in by itself, in which one user can have it and hide it from another; null when there is none. */
  readonly atRest: Situation | null;
  /** Takes one look over the API. */
  look(client: AccountClient): Promise<Observation>;
  /** Does what was seen mean this situation? */
  isIn(situation: Situation, observation: Observation): boolean;
  /** Its item in the list of a reply; the list is named, to be sure that there is one. */
  findInList(reply: unknown, memory: Memory): ListLookup;
  /** Brings it into being in that situation and notes its id under the placeholder. */
  prepare(situation: Situation, client: AccountClient, origin?: Origin): Promise<void>;
}

/** Result of looking for a resource in a list: `list` is undefined when the reply has no such list. */
export interface ListLookup {
  readonly listName: string;
  /** The fields by which an item is known. */
  readonly idFields: readonly string[];
  readonly list: readonly unknown[] | undefined;
  readonly item: Readonly<Record<string, unknown>> | undefined;
}

export const ABSENT: Observation = { exists: false, state: 'ausente', item: undefined };

/** The item of a list of the reply whose `idFields` hold the id. */
export function lookUp(reply: unknown, listName: string, idFields: readonly string[], id: unknown): ListLookup {
  const value = (reply as Record<string, unknown> | null | undefined)?.[listName];
  if (!Array.isArray(value)) return { listName, idFields, list: undefined, item: undefined };
  const item = value.find((each) => idFields.some((field) => each?.[field] === id));
  return { listName, idFields, list: value, item };
}

/** The item of a list that a look brought. @throws Error in Portuguese when the reply has no such list */
export function demandList({ list, listName, item }: ListLookup, operationId: string): ListLookup['item'] {
  expectThat(list !== undefined, `a resposta de ${operationId} não tem a lista "${listName}".`);
  return item;
}

/** What a list has instead of what was looked for, for a message: `, que só tem 27 e 28`. */
export function whatItHas({ list = [], idFields }: ListLookup): string {
  if (list.length === 0) return ', que está vazia';
  const ids = list.map((each) =>
    idFields.map((field) => (each as Record<string, unknown> | null)?.[field]).find((id) => id !== undefined),
  );
  const shown = ids.slice(0, MOST_IDS).join(', ');
  return `, que só tem ${shown}${ids.length > MOST_IDS ? ` e mais ${ids.length - MOST_IDS}` : ''}`;
}

const MOST_IDS = 8;
