import type { ErrorObject } from 'ajv';
import type { ValidationDetail } from '../domain/errors';

type Wording = (params: Record<string, unknown>) => { readonly type: string; readonly msg: string };

const characters = (count: unknown): string => `${count} character${count === 1 ? '' : 's'}`;

/** What deployed backends say (contract.md 2: type, msg), by keyword of JSON Schema. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  required: () => ({ type: 'missing', msg: 'Field required' }),
  additionalProperties: () => ({ type: 'extra_forbidden', msg: 'Extra inputs are not permitted' }),
  type: ({ type }) => ({ type: `${type}_type`, msg: `Input should be a valid ${type}` }),
  minimum: ({ limit }) => ({ type: 'greater_than_equal', msg: `Input should be greater than or equal to ${limit}` }),
  maximum: ({ limit }) => ({ type: 'less_than_equal', msg: `Input should be less than or equal to ${limit}` }),
  exclusiveMinimum: ({ limit }) => ({ type: 'greater_than', msg: `Input should be greater than ${limit}` }),
  exclusiveMaximum: ({ limit }) => ({ type: 'less_than', msg: `Input should be less than ${limit}` }),
  minLength: ({ limit }) => ({ type: 'string_too_short', msg: `String should have at least ${characters(limit)}` }),
  maxLength: ({ limit }) => ({ type: 'string_too_long', msg: `String should have at most ${characters(limit)}` }),
  pattern: ({ pattern }) => ({ type: 'string_pattern_mismatch', msg: `String should match pattern '${pattern}'` }),
  format: ({ format }) => ({ type: 'value_error', msg: `value is not a valid ${format}` }),
  enum: ({ allowedValues }) => ({ type: 'enum', msg: `Input should be one of ${(allowedValues as unknown[]).join(', ')}` }),
};

/**
 * What Ajv (with `verbose`) found wrong in one part of a request, as a 422 lists it. The input is left out where it could be a secret, or
 * hold one.
 * @param part where the value stood: path, query or body
 */
export function validationIssues(part: string, errors: readonly ErrorObject[]): ValidationDetail[] {
  return errors.map((error) => {
    const { keyword, params, instancePath, data, message = 'Invalid input' } = error;
    const inside = instancePath.split('/').slice(1).map(unescaped);
    const field: unknown = params.missingProperty ?? params.additionalProperty;
    const loc = [part, ...inside, ...(typeof field === 'string' ? [field] : [])];
    const isSecret = (error.parentSchema as { 'x-secret'?: boolean } | undefined)?.['x-secret'] === true;
    const input = field === undefined && !isSecret ? (data ?? null) : null;
    return { ...(WORDINGS[keyword]?.(params) ?? { type: keyword, msg: message }), loc, input };
  });
}

/** One step of a JSON pointer; a position in a list is a number. */
function unescaped(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~');
}
