import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import type { JsonSchema, Operation, Parameter } from '../../contract/contract';
import { DomainError } from '../domain/errors';
import { validationIssues } from './validation-issues';

/** Takes a part of a request; gives it back coerced and with the contract's defaults, or throws a 422. */
export type Validator = (value: unknown) => unknown;

/** Texts of a path or a query are turned into what the contract says they are; in a body a number is a number. */
const compilers = { text: lazily(() => compiler(true)), json: lazily(() => compiler(false)) };

/** Validates the path or the query of an operation. Names that the contract does not know are left alone, as deployed backends do. */
export function parameterValidator(operation: Operation, place: Parameter['in']): Validator {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  if (parameters.length === 0) return (value) => value;
  return validator(place, compilers.text, {
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
  });
}

/** Validates the body of an operation; one that takes none ignores what comes. */
export function bodyValidator({ requestBody }: Operation): Validator {
  return requestBody ? validator('body', compilers.json, requestBody.schema) : () => ({});
}

function validator(part: string, ajv: () => Ajv2020, schema: JsonSchema): Validator {
  const compiled = lazily((): ValidateFunction => ajv().compile(schema));
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

function compiler(coerceTypes: boolean): Ajv2020 {
  const { Ajv2020: Compiler } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const formats = require('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Compiler({
    allErrors: true,
    verbose: true,
    useDefaults: true,
    coerceTypes,
    strict: false,
    validateSchema: false,
  });
  formats.default(ajv, ['email']);
  return ajv;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
