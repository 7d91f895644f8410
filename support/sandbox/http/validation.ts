import type { ValidateFunction } from 'ajv/dist/2020';
import type { JsonSchema, Operation, Parameter } from '../../contract/contract';
import { coerced } from '../../contract/texts';
import { type Flavour, validatorOf } from '../../contract/validators';
import { DomainError } from '../domain/errors';
import { validationIssues } from './validation-issues';

/** Takes a part of a request; gives it back coerced and with the contract's defaults, or throws a 422. */
export type Validator = (value: unknown) => unknown;

/** Validates the path or the query of an operation. Names that the contract does not know are left alone, as deployed backends do. */
export function parameterValidator(operation: Operation, place: Parameter['in']): Validator {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  if (parameters.length === 0) return (value) => value;
  const schemas = new Map(parameters.map(({ name, schema }) => [name, schema]));
  const validate = validator(place, 'texts', {
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(schemas),
  });
  return (values) => validate(readTexts(values as Readonly<Record<string, unknown>>, schemas));
}

function readTexts(values: Readonly<Record<string, unknown>>, schemas: ReadonlyMap<string, JsonSchema>): unknown {
  const read = Object.entries(values).map(([name, value]) => {
    const schema = schemas.get(name);
    return [name, schema && typeof value === 'string' ? coerced(schema, value) : value] as const;
  });
  return Object.fromEntries(read);
}

/** Validates the body of an operation; one that takes none ignores what comes. */
export function bodyValidator({ requestBody }: Operation): Validator {
  return requestBody ? validator('body', 'body', requestBody.schema) : () => ({});
}

function validator(part: string, flavour: Flavour, schema: JsonSchema): Validator {
  const compiled = lazily((): ValidateFunction => validatorOf(schema, flavour));
  return (value) => {
    const validate = compiled();
    if (value === undefined) throw refusal([{ type: 'missing', loc: [part], msg: 'Field required', input: null }]);
    if (!validate(value)) throw refusal(validationIssues(part, validate.errors ?? []));
    return value;
  };
}

export function refusal(issues: ReturnType<typeof validationIssues>): DomainError {
  return new DomainError(422, 'Validation error', issues);
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
