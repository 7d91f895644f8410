import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from './commands/command';
import { commandsOf } from './commands/from-contract';
import { CommandMisuse } from './commands/misuse';
import { parse } from './commands/parse';
import { type OperationRequest, requestOf } from './commands/request';
import { type AskedOperation, argvOf } from './commands/write';
import { type ContractDocument, readDocument } from './document';
import { METHODS, type Operation, readOperation } from './operation';
import { References } from './references';
import { Routes } from './routes';

export type { OperationRequest } from './commands/request';
export type { ContractDocument } from './document';
export type { Body, Invariant, Operation, Parameter } from './operation';
export type { JsonSchema } from './schema';

export const CONTRACT_FILE = path.join(__dirname, 'dumont.openapi.yaml');

/** The wire contract: what the `dumont` CLI and its backend may say to each other. Operations are read when first asked for. */
export class Contract {
  /** The OpenAPI document as plain data, `$ref`s unresolved. Read-only. */
  readonly document: ContractDocument;
  readonly #readers = new Map<string, () => Operation>();
  readonly #routes = new Routes<string>();
  readonly #operations = new Map<string, Operation>();
  /** The first is the one that the document writes. */
  readonly #prefixes: readonly string[];
  #commands: readonly Command[] | undefined;

  constructor(document: ContractDocument) {
    this.document = document;
    this.#prefixes = document['x-prefixes'] ?? [];
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

  /**
   * The commands of the CLI, in the document's order.
   * @throws Error naming the command when its `x-cli` and its operation do not fit together
   */
  get commands(): readonly Command[] {
    this.#commands ??= commandsOf(this.operations);
    return this.#commands;
  }

  /**
   * The operation that a command line asks for, with its arguments. Where several commands begin alike, the longest that fits is meant:
   * `instance migrate <id> estimate` migrates nothing.
   * @param argv the words after `dumont`
   * @returns null for what asks the CLI itself (help, version)
   * @throws CommandMisuse saying as data what the contract has against the line
   */
  requestOf(argv: readonly string[]): OperationRequest | null {
    const line = parse(argv, this.commands);
    return line.kind === 'run' ? requestOf(line.invocation) : null;
  }

  /**
   * The operation of a command as the document writes it, with placeholders where values belong.
   * @returns null for what no command of the contract is written like
   */
  operationOf(argv: readonly string[]): string | null {
    try {
      const line = parse(argv, this.commands);
      return line.kind === 'run' ? line.invocation.command.operationId : null;
    } catch (error) {
      if (error instanceof CommandMisuse) return null;
      throw error;
    }
  }

  /**
   * The other way: the words after `dumont` that ask for an operation with these arguments.
   * @returns null when no command is for the operation
   * @throws CommandMisuse when no command line can say it
   */
  argvOf(asked: AskedOperation): string[] | null {
    return argvOf(asked, this.commands);
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
   * The operation that a request is for, under whichever prefix.
   * @param pathname without the query
   * @returns the operation and the path's parameters as text, URL-decoded; null when the contract has none
   */
  match(
    method: string,
    pathname: string,
  ): { readonly operation: Operation; readonly params: Readonly<Record<string, string>> } | null {
    const found = this.#routes.match(method, this.#underFirstPrefix(pathname));
    return found && { operation: this.operation(found.target), params: found.params };
  }

  /** A path template under every prefix at which the API answers; the one of the document comes first. */
  mountsOf(template: string): readonly string[] {
    const [first = '', ...others] = this.#prefixes;
    const isMounted = template.startsWith(`${first}/`);
    return [template, ...(isMounted ? others.map((prefix) => prefix + template.slice(first.length)) : [])];
  }

  #underFirstPrefix(pathname: string): string {
    const byLength = [...this.#prefixes].sort((one, other) => other.length - one.length); // /api/v1 begins with /api
    const prefix = byLength.find((each) => pathname.startsWith(`${each}/`));
    return prefix === undefined ? pathname : `${this.#prefixes[0]}${pathname.slice(prefix.length)}`;
  }
}

let loaded: Contract | undefined;

/** The contract of dumont.openapi.yaml, read once per process. */
export function loadContract(): Contract {
  loaded ??= new Contract(readDocument(readFileSync(CONTRACT_FILE, 'utf8')));
  return loaded;
}
