import type { Operation } from './operation';
import { type JsonSchema, partsOf, propertiesOf } from './schema';

/** What the CLI prints in place of a secret. */
export const MASK = '***';

/** Whose body it is: the request's, or the reply's with this status. */
export type Side = 'request' | number;

/**
 * The raw values of the fields marked `x-secret` in a body, at any depth. A secret that is an object or a list gives the texts in it.
 * @param body parsed JSON; anything else holds no field
 */
export function secretValues(operation: Operation, side: Side, body: unknown): string[] {
  const found: string[] = [];
  const schema = schemaOf(operation, side);
  if (schema) {
    replaceSecrets(schema, body, (secret) => {
      found.push(...textsIn(secret));
      return secret;
    });
  }
  return [...new Set(found)];
}

/**
 * The texts of a reply that the contract does not know, where it knows that the reply bears secrets: what nobody declared is as secret as what
 * somebody did. A text that stands in a known field as well is none.
 * @param body parsed JSON
 */
export function undeclaredTexts(operation: Operation, side: Side, body: unknown): string[] {
  const schema = schemaOf(operation, side);
  if (!schema || secretsIn(schema).length === 0) return [];
  const known = new Set<string>();
  const unknown = new Set<string>();
  sortTexts(schema, body, { known, unknown });
  return [...unknown].filter((text) => !known.has(text));
}

function sortTexts(schema: JsonSchema | undefined, value: unknown, texts: Record<'known' | 'unknown', Set<string>>): void {
  if (typeof value === 'string') (schema ? texts.known : texts.unknown).add(value);
  if (typeof value !== 'object' || value === null) return;
  const items = schema && partsOf(schema).find((part) => part.items)?.items;
  const fields = schema ? propertiesOf(schema) : {};
  for (const [name, inner] of Object.entries(value))
    sortTexts(Array.isArray(value) ? items : Object.hasOwn(fields, name) ? fields[name] : undefined, inner, texts);
}

/** The same body with {@link MASK} for each `x-secret` value; null, which says that there is none, stays null. */
export function maskSecrets(operation: Operation, side: Side, body: unknown): unknown {
  const schema = schemaOf(operation, side);
  return schema ? replaceSecrets(schema, body, () => MASK) : body;
}

/** Whether a value of this schema is a secret as a whole. */
export function isSecret(schema: JsonSchema): boolean {
  return partsOf(schema).some((part) => part['x-secret']);
}

/** The names of the fields marked `x-secret` in the request or in any reply, at any depth. */
export function secretNames({ requestBody, replies }: Operation): string[] {
  return [...new Set([...(requestBody ? [requestBody] : []), ...replies.values()].flatMap(({ schema }) => secretsIn(schema)))];
}

function secretsIn(schema: JsonSchema): string[] {
  return partsOf(schema).flatMap(({ properties = {}, items, additionalProperties }) => [
    ...Object.entries(properties).flatMap(([name, inner]) => [...(isSecret(inner) ? [name] : []), ...secretsIn(inner)]),
    ...(items ? secretsIn(items) : []),
    ...(typeof additionalProperties === 'object' ? secretsIn(additionalProperties) : []),
  ]);
}

/** The fields that a successful reply must have filled (`x-complete`); empty when the contract does not ask for it. */
export function completeFields(operation: Operation): string[] {
  if (!operation.complete) return [];
  const { except } = operation.complete;
  const [, reply] = [...operation.replies].find(([status]) => status < 300) ?? [];
  return reply ? Object.keys(propertiesOf(reply.schema)).filter((name) => !except.includes(name)) : [];
}

function schemaOf(operation: Operation, side: Side): JsonSchema | undefined {
  return side === 'request' ? operation.requestBody?.schema : operation.replies.get(side)?.schema;
}

function replaceSecrets(schema: JsonSchema, value: unknown, replace: (secret: unknown) => unknown): unknown {
  if (value === null || value === undefined) return value;
  if (isSecret(schema)) return replace(value);
  const parts = partsOf(schema);
  if (Array.isArray(value)) {
    const items = parts.find((part) => part.items)?.items;
    return items ? value.map((item) => replaceSecrets(items, item, replace)) : value;
  }
  if (typeof value !== 'object') return value;
  const known = propertiesOf(schema);
  const others = parts.map((part) => part.additionalProperties).find((one) => typeof one === 'object');
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const innerSchema = (Object.hasOwn(known, name) ? known[name] : undefined) ?? others;
      return [name, innerSchema ? replaceSecrets(innerSchema, inner, replace) : inner];
    }),
  );
}

function textsIn(secret: unknown): string[] {
  if (typeof secret === 'object' && secret !== null) return Object.values(secret).flatMap(textsIn);
  return secret === null || secret === undefined || secret === '' ? [] : [String(secret)];
}
