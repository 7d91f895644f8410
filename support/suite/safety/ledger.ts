import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Contract, loadContract } from '../../contract/contract';
import type { Exchange } from '../wire/exchange';

/** Something that a scenario created on an account that outlives it. */
export interface CreatedResource {
  readonly kind: string;
  readonly id: string;
}

/** One undoing: a request of the contract. A 404 means that there is nothing left to undo. */
export interface Undo {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** What a 409 says: nothing is left to end (a finished job), or not now (an instance that is still coming up). */
  readonly onConflict: 'done' | 'retry';
}

/**
 * What a scenario created and has not destroyed, written to disk as soon as the reply that created it came over the wire, before
 * the CLI, the feature or anything else can fail.
 */
export class Ledger {
  readonly #file: string;
  readonly #open = new Map<string, Undo[]>();

  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.#file = file;
  }

  /** Reads from an exchange what came into being and what ceased to be. */
  observe({ operationId, status, responseBody, method, path: requestPath }: Exchange): void {
    if (operationId === null || status === null || status >= 300) return;
    const contract = loadContract();
    const operation = contract.operation(operationId);
    for (const { resource, id } of operation.creates) {
      const value = (responseBody as Record<string, unknown> | undefined)?.[id];
      if (typeof value === 'number' || typeof value === 'string') this.add({ kind: resource, id: String(value) });
    }
    const gone = operation.destroys;
    if (gone) this.#remove({ kind: gone.resource, id: contract.match(method, requestPath)?.params[gone.id] ?? '' });
  }

  /** Registers a resource with the requests of the contract that undo it. */
  add(resource: CreatedResource): void {
    this.#write({ created: resource });
    this.#open.set(key(resource), undoing(resource, loadContract()));
  }

  /** Registers a change of the account that must be taken back: to what it was before the first change of that name. */
  addUndo(name: string, undo: Undo): void {
    if (this.#open.has(name)) return;
    this.#write({ changed: name, undo });
    this.#open.set(name, [undo]);
  }

  /** What is still to be undone, the youngest first. */
  get pending(): readonly Undo[] {
    return [...this.#open.values()].reverse().flat();
  }

  /** Writes down that an undoing was done, for whoever reads the file later. */
  noteUndone({ what, method, path: where }: Undo): void {
    this.#write({ undone: what, method, path: where });
  }

  #remove(resource: CreatedResource): void {
    const undoings = this.#open.get(key(resource));
    if (!undoings) return;
    this.#write({ destroyed: resource });
    const afterwards = undoings.filter((undo) => undo.path.includes('/standby/')); // a CPU may survive its GPU
    if (afterwards.length > 0) this.#open.set(key(resource), afterwards);
    else this.#open.delete(key(resource));
  }

  #write(line: object): void {
    appendFileSync(this.#file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
  }
}

function key({ kind, id }: CreatedResource): string {
  return `${kind} ${id}`;
}

/** The requests that end a resource, youngest relation first. */
function undoing({ kind, id }: CreatedResource, contract: Contract): Undo[] {
  const request = (operationId: string, parameter: string, onConflict: Undo['onConflict'] = 'retry'): Undo => {
    const { method, path: template } = contract.operation(operationId);
    return { what: `${kind} ${id}`, method, path: template.replace(`{${parameter}}`, encodeURIComponent(id)), onConflict };
  };
  switch (kind) {
    case 'instance':
      return [request('deleteInstance', 'instance_id'), request('deleteStandbyAssociation', 'gpu_instance_id')];
    case 'snapshot':
      return [request('deleteSnapshot', 'snapshot_id')];
    case 'job':
      return [request('cancelFinetuneJob', 'job_id', 'done')];
    default:
      throw new Error(`o contrato cria "${kind}", mas o registro de limpeza não sabe desfazer isso.`);
  }
}
