import type { CliNode, ContentNode, OperationNode, OrReference, ParameterNode, PathNode } from './document';
import type { References } from './references';
import type { JsonSchema } from './schema';
import type { OperationId } from './types';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  /** Its `default`, when it has one, is what the backend uses. */
  readonly schema: JsonSchema;
}

/** A body that goes over the wire as JSON. */
export interface Body {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly examples: readonly unknown[];
}

/** What a 2xx reply promises within itself. */
export interface Invariant {
  /** A Portuguese sentence without capital and full stop. */
  readonly says: string;
  /** JSON pointer to the list or object whose items each must hold; absent when the body as a whole must. */
  readonly each?: string;
  /** JSON pointer, from the body or the item, to the value to show when it does not hold. */
  readonly at: string;
  /** JSONata, true when it holds. */
  readonly holds: string;
}

export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  /** Template, prefix included: `/api/v1/instances/{instance_id}`. */
  readonly path: string;
  readonly summary: string;
  readonly tags: readonly string[];
  /** Whether it answers without a session. */
  readonly isPublic: boolean;
  /** How the CLI's command for it is written; see `Contract.commands`. */
  readonly cli: CliNode | null;
  readonly suite: 'cleanup' | 'preflight' | null;
  readonly parameters: readonly Parameter[];
  /** null when the operation takes no body. */
  readonly requestBody: Body | null;
  /** By status. */
  readonly replies: ReadonlyMap<number, Body>;
  /** Whether a success changes something in the product; what only tells may still be no GET. */
  readonly writes: boolean;
  /** What a success brings into being: `id` is the field of the reply that names it. */
  readonly creates: readonly { readonly resource: string; readonly id: string }[];
  /** What a success ends: `id` is the path parameter that names it. */
  readonly destroys: { readonly resource: string; readonly id: string } | null;
  /** Set when the reply of a success must have every field present and not null, but these. */
  readonly complete: { readonly except: readonly string[] } | null;
  readonly invariants: readonly Invariant[];
}

/** Reads one operation of the document, every reference resolved. */
export function readOperation(path: string, method: string, item: PathNode, node: OperationNode, refs: References): Operation {
  const parameters = [...(item.parameters ?? []), ...(node.parameters ?? [])].map((one) => readParameter(one, refs));
  const replies = Object.entries(node.responses).map(([status, reply]) => [Number(status), readBody(reply, refs)] as const);
  return {
    id: node.operationId as OperationId,
    method: method.toUpperCase(),
    path,
    summary: node.summary,
    tags: node.tags,
    isPublic: node.security?.length === 0,
    cli: node['x-cli'] ?? null,
    suite: node['x-suite'] ?? null,
    parameters,
    requestBody: node.requestBody ? readBody(node.requestBody, refs) : null,
    replies: new Map(replies),
    writes: method !== 'get' && node['x-tells'] !== true,
    creates: node['x-creates'] ?? [],
    destroys: node['x-destroys'] ?? null,
    complete: node['x-complete'] ?? null,
    invariants: node['x-invariants'] ?? [],
  };
}

function readParameter(node: OrReference<ParameterNode>, refs: References): Parameter {
  const { name, in: place, required = false, description = '', schema } = refs.resolve(node);
  if (place !== 'path' && place !== 'query')
    throw new Error(`o contrato tem o parâmetro ${name} num lugar desconhecido: ${place}`);
  return { name, in: place, required, description, schema };
}

function readBody(node: OrReference<ContentNode>, refs: References): Body {
  const { description = '', content } = refs.resolve(node);
  const { schema, example, examples } = content['application/json'];
  const named = Object.values(examples ?? {}).map((one) => refs.resolve(one).value);
  return { description, schema, examples: example === undefined ? named : [example, ...named] };
}
