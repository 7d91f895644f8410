import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import type { Finding } from './mismatch';
import type { JsonSchema } from './schema';
import { findings } from './wording';

let ajv: Ajv2020 | undefined;
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** Ajv costs tens of milliseconds to load: only a run that checks something pays for it. */
function compiler(): Ajv2020 {
  if (!ajv) {
    const { Ajv2020: Compiler } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
    const formats = require('ajv-formats') as typeof import('ajv-formats');
    ajv = new Compiler({ allErrors: true, verbose: true, strictTypes: false, strictRequired: false, validateSchema: false });
    formats.default(ajv, ['email']);
    ajv.addKeyword('x-secret');
  }
  return ajv;
}

/**
 * What in `value` differs from `schema`.
 * @param schema without `$ref`s; compiled at its first use
 */
export function schemaFindings(schema: JsonSchema, value: unknown): Finding[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = compiler().compile(schema);
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : findings(validate.errors ?? []);
}
