import { kept } from './disk-cache';
import type { JsonSchema } from './schema';

/** A node of the document that may stand somewhere else. */
export type OrReference<T> = T | { readonly $ref: string };

export interface ParameterNode {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

export interface ContentNode {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: {
    readonly 'application/json': {
      readonly schema: JsonSchema;
      readonly example?: unknown;
      readonly examples?: Readonly<Record<string, OrReference<{ readonly value: unknown }>>>;
    };
  };
}

/** The command of the CLI that is for an operation. */
export interface CliNode {
  readonly resource: string;
  readonly action: string;
  /** Positional words: `{field}` names a path, query or body field, anything else is typed as it is. */
  readonly args: readonly string[];
  /** What --help calls a field, where that is not its name. */
  readonly display?: Readonly<Record<string, string>>;
  /** The command saves the token, or removes it. */
  readonly session?: 'opens' | 'closes';
  /** The body field that carries these files of the working directory. */
  readonly 'sends-files'?: { readonly field: string; readonly names: readonly string[] };
}

export interface OperationNode {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly OrReference<ParameterNode>[];
  readonly requestBody?: OrReference<ContentNode>;
  readonly responses: Readonly<Record<string, OrReference<ContentNode>>>;
  readonly 'x-cli'?: CliNode;
  readonly 'x-suite'?: 'cleanup' | 'preflight';
  readonly 'x-tells'?: true;
  readonly 'x-complete'?: { readonly except: readonly string[] };
  readonly 'x-creates'?: readonly { readonly resource: string; readonly id: string }[];
  readonly 'x-destroys'?: { readonly resource: string; readonly id: string };
  readonly 'x-invariants'?: readonly {
    readonly says: string;
    readonly each?: string;
    readonly at: string;
    readonly holds: string;
  }[];
}

export type PathNode = { readonly parameters?: readonly OrReference<ParameterNode>[] } & Readonly<
  Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', OperationNode>>
>;

/** dumont.openapi.yaml as plain data, `$ref`s unresolved. */
export interface ContractDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, PathNode>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly 'x-prefixes'?: readonly string[];
  readonly 'x-invariant-helpers': Readonly<Record<string, string>>;
}

/**
 * Reads an OpenAPI document. Parsing YAML takes a hundred times as long as parsing JSON, so the parsed document is kept as JSON.
 * @param cacheRoot where the JSON is kept, for tests
 */
export function readDocument(yaml: string, cacheRoot?: string): ContractDocument {
  const make = (): string => JSON.stringify((require('yaml') as typeof import('yaml')).parse(yaml));
  return kept({ folder: 'contract', ingredients: [yaml], make, read: JSON.parse }, cacheRoot);
}
