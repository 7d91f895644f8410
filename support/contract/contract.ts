import path from 'node:path';
import { type ContractDocument, readDocument } from './document';
import { METHODS, type Operation, readOperation } from './operation';
import { References } from './references';
import { Routes } from './routes';

export type { ContractDocument } from './document';
export type { Body, CliCommand, Invariant, Operation, Parameter } from './operation';
export type { JsonSchema } from './schema';

export const CONTRACT_FILE = path.join(__dirname, 'dumont.openapi.yaml');

/** The wire contract: what the `dumont` CLI and its backend may say to each other. Operations are read when first asked for. */
export class Contract {
  /** The OpenAPI document as plain data, `$ref`s unresolved. Read-only. */
  readonly document: ContractDocument;
  readonly #readers = new Map<string, () => Operation>();
  readonly #routes = new Routes<string>();
  readonly #operations = new Map<string, Operation>();

  constructor(document: ContractDocument) {
    this.document = document;
    const refs = new References(document);
    for (const [template, item] of Object.entries(document.paths)) {
      for (const method of METHODS) {
        const node = item[method];
        if (!node) continue;
        this.#readers.set(node.operationId, () => readOperation(template, method, item, node, refs));
        this.#routes.add(method.toUpperCase(), template, node.operationId);
      }
    }
  }

  /** All operations, in the document's order. */
  get operations(): readonly Operation[] {
    return [...this.#readers.keys()].map((id) => this.operation(id));
  }

  /** @throws Error naming the id when the contract has no such operation */
  operation(id: string): Operation {
    const known = this.#operations.get(id);
    if (known) return known;
    const read = this.#readers.get(id);
    if (!read) throw new Error(`o contrato não tem a operação "${id}"`);
    const operation = read();
    this.#operations.set(id, operation);
    return operation;
  }

  /**
   * The operation that a request is for.
   * @param pathname without the query
   * @returns the operation and the path's parameters as text, URL-decoded; null when the contract has none
   */
  match(
    method: string,
    pathname: string,
  ): { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | null {
    const found = this.#routes.match(method, pathname);
    return found && { operation: this.operation(found.target), params: found.params };
  }
}

let loaded: Contract | undefined;

/** The contract of dumont.openapi.yaml, read once per process. */
export function loadContract(): Contract {
  loaded ??= new Contract(readDocument(CONTRACT_FILE));
  return loaded;
}
