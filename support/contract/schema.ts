/** As much of JSON Schema 2020-12 as the contract uses. In an `Operation` every `$ref` has been resolved. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly unevaluatedProperties?: boolean;
  readonly propertyNames?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly 'x-secret'?: boolean;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** The schemas whose keywords together describe a value of `schema`: itself and what its combinators hold, at any depth. */
export function partsOf(schema: JsonSchema): readonly JsonSchema[] {
  const combined = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...combined.flatMap(partsOf)];
}

/** Every property that an object of `schema` may have by name. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.assign({}, ...partsOf(schema).map((part) => part.properties));
}

/** The types a value of `schema` may have, `null` included; empty when it may have any. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  return [...new Set(partsOf(schema).flatMap((part) => part.type ?? []))];
}
