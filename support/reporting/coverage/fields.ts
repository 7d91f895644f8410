import type { Operation } from '../../contract/contract';
import { type JsonSchema, partsOf, propertiesOf, typesOf } from '../../contract/schema';
import type { ParameterCoverage } from './model';

/** A schema may hold itself: deeper than this, a field is counted with the one that holds it. */
const DEEPEST = 4;

/** Everything that an operation lets a client say: path, query, and fields of the body at any depth, in the contract's order. */
export function fieldsOf({ parameters, requestBody }: Operation): Omit<ParameterCoverage, 'state'>[] {
  const own = parameters.map(({ name, in: place, required }) => ({ name, in: place, required }));
  return [...own, ...(requestBody ? bodyFields(requestBody.schema, '', 1) : [])];
}

/** The names that a body has, spelled as `fieldsOf` spells them. */
export function namesIn(value: unknown, prefix = '', depth = 1): string[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => namesIn(item, `${prefix}[]`, depth)))];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    return [name, ...namesIn(inner, name, depth + 1)];
  });
}

function bodyFields(schema: JsonSchema, prefix: string, depth: number): Omit<ParameterCoverage, 'state'>[] {
  if (depth > DEEPEST) return [];
  const required = new Set(partsOf(schema).flatMap((part) => part.required ?? []));
  return Object.entries(propertiesOf(schema)).flatMap(([key, property]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const many = typesOf(property).includes('array') && property.items;
    const inner = many ? bodyFields(many, `${name}[]`, depth + 1) : bodyFields(property, name, depth + 1);
    return [{ name, in: 'body' as const, required: required.has(key) }, ...inner];
  });
}
