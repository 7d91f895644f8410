import { type Finding, NOTHING } from './mismatch';
import type { Operation, Parameter } from './operation';
import { type JsonSchema, propertiesOf } from './schema';
import { schemaFindings } from './schema-findings';
import { coerced } from './texts';

export type Query = URLSearchParams | Readonly<Record<string, string | readonly string[]>>;

/** A request by its parts, parameters as the types that the contract gives them, what was left out filled in with the defaults. */
export interface RequestParts {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: unknown;
}

/** Reads a request as the backend does. A text that is no value of its parameter's type stays a text. */
export function readRequest(
  operation: Operation,
  pathValues: Readonly<Record<string, string>>,
  query: Query,
  body: unknown,
): RequestParts {
  return {
    params: valuesOf(operation, 'path', Object.entries(pathValues)),
    query: valuesOf(operation, 'query', entriesOf(query)),
    request: operation.requestBody ? withDefaults(propertiesOf(operation.requestBody.schema), body) : body,
  };
}

/** What in a request differs from its operation: query, path and body. */
export function requestFindings(operation: Operation, { params, query }: RequestParts, body: unknown): Finding[] {
  return [
    ...under('/path', schemaFindings(parametersSchema(operation, 'path'), params)),
    ...under('/query', schemaFindings(parametersSchema(operation, 'query'), query)),
    ...under('/body', bodyFindings(operation, body)),
  ];
}

function bodyFindings({ requestBody }: Operation, body: unknown): Finding[] {
  if (requestBody) {
    return body === undefined
      ? [{ pointer: '', wanted: 'um corpo JSON', found: NOTHING }]
      : schemaFindings(requestBody.schema, body);
  }
  const empty =
    body === undefined || body === null || body === '' || (typeof body === 'object' && Object.keys(body).length === 0);
  return empty ? [] : [{ pointer: '', wanted: NOTHING, found: null }];
}

function under(prefix: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, pointer: prefix + finding.pointer }));
}

const parameterSchemas = new WeakMap<Operation, Map<Parameter['in'], JsonSchema>>();

/** The parameters of one place as the schema of an object, so that an unknown name or a missing one is found as in a body. */
function parametersSchema(operation: Operation, place: Parameter['in']): JsonSchema {
  const known = parameterSchemas.get(operation) ?? new Map<Parameter['in'], JsonSchema>();
  parameterSchemas.set(operation, known);
  let schema = known.get(place);
  if (!schema) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    schema = {
      type: 'object',
      additionalProperties: false,
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(parameters.map(({ name, schema: one }) => [name, one])),
    };
    known.set(place, schema);
  }
  return schema;
}

function entriesOf(query: Query): [string, string | readonly string[]][] {
  if (!(query instanceof URLSearchParams)) return Object.entries(query);
  return [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length === 1 ? (values[0] ?? '') : values];
  });
}

function valuesOf(
  operation: Operation,
  place: Parameter['in'],
  entries: readonly (readonly [string, string | readonly string[]])[],
): Record<string, unknown> {
  const schemas = parametersSchema(operation, place).properties ?? {};
  const sent = entries.map(([name, value]) => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return [name, schema && typeof value === 'string' ? coerced(schema, value) : value] as const;
  });
  return withDefaults(schemas, Object.fromEntries(sent)) as Record<string, unknown>;
}

function withDefaults(schemas: Readonly<Record<string, JsonSchema>>, sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  const defaults = Object.entries(schemas).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...sent };
}
