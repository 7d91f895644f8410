import type { Field, ValueType } from './grammar';

interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  'x-secret'?: boolean;
}

export type Schema = SchemaObject | boolean;

export interface Content {
  content?: Record<string, { schema?: Schema }>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

/** As much of an OpenAPI 3 document as the CLI's grammar is drawn from. */
export interface ContractDocument {
  paths: Record<string, Record<string, unknown>>;
  components?: unknown;
}

/** Finds its way in an OpenAPI document: references, combined schemas, what is marked secret. */
export class OpenApiReader {
  constructor(private readonly document: ContractDocument) {}

  /** Follows `$ref` within the document. */
  resolve<T extends object>(node: T | { $ref: string }): T {
    if (!('$ref' in node) || typeof node.$ref !== 'string') return node as T;
    const keys = node.$ref.replace(/^#\//, '').split('/');
    const found = keys.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      this.document,
    );
    if (typeof found !== 'object' || found === null) throw new Error(`the contract has no ${node.$ref}`);
    return this.resolve(found as T | { $ref: string });
  }

  /** The schemas that `schema` is made of: itself (a `$ref` may have siblings), what it refers to, what its combinators hold. */
  private parts(schema: Schema): SchemaObject[] {
    if (typeof schema === 'boolean') return [];
    const named = schema.$ref === undefined ? [] : [this.resolve<SchemaObject>({ $ref: schema.$ref })];
    const combined = [...named, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    return [schema, ...combined.flatMap((part) => this.parts(part))];
  }

  /** The type of a value, `null` left out; a schema that says none is of text. */
  valueOf(schema: Schema | undefined): Pick<Field, 'type' | 'many'> {
    for (const part of schema ? this.parts(schema) : []) {
      const type = [part.type ?? []].flat().find((name) => name !== 'null');
      if (type === 'array') return { type: this.valueOf(part.items).type, many: true };
      if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean' || type === 'object')
        return { type };
    }
    return { type: 'string' satisfies ValueType };
  }

  /** The properties of an object, those of the schemas it is combined from included. */
  properties(schema: Schema): { name: string; schema: Schema; required: boolean; secret: boolean }[] {
    const parts = this.parts(schema);
    const required = new Set(parts.flatMap((part) => part.required ?? []));
    const all = Object.assign({}, ...parts.map((part) => part.properties)) as Record<string, Schema>;
    return Object.entries(all).map(([name, property]) => ({
      name,
      schema: property,
      required: required.has(name),
      secret: this.parts(property).some((part) => part['x-secret']),
    }));
  }

  /** Names of every property marked `x-secret`, at any depth. */
  secretsIn(schema: Schema | undefined, seen = new Set<SchemaObject>()): string[] {
    if (!schema) return [];
    return this.parts(schema).flatMap((part) => {
      if (seen.has(part)) return [];
      seen.add(part);
      const inner = typeof part.additionalProperties === 'object' ? part.additionalProperties : undefined;
      return [
        ...this.properties(part).flatMap(({ name, schema: property, secret }) => [
          ...(secret ? [name] : []),
          ...this.secretsIn(property, seen),
        ]),
        ...this.secretsIn(part.items, seen),
        ...this.secretsIn(inner, seen),
      ];
    });
  }

  /** The schema of a JSON body. */
  schemaOf(holder: Content | { $ref: string } | undefined): Schema | undefined {
    return holder && this.resolve<Content>(holder).content?.['application/json']?.schema;
  }
}
