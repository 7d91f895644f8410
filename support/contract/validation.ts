import type { ValidateFunction } from 'ajv/dist/2020';
import type { Finding } from './mismatch';
import type { JsonSchema } from './schema';
import { validatorOf } from './validators';
import { findings } from './wording';

const validators = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * What in `value` differs from `schema`.
 * @param schema without `$ref`s; its validator is fetched at its first use
 */
export function schemaFindings(schema: JsonSchema, value: unknown): Finding[] {
  let validate = validators.get(schema);
  if (!validate) {
    validate = validatorOf(schema, 'exchange');
    validators.set(schema, validate);
  }
  return validate(value) ? [] : findings(validate.errors ?? []);
}
