import { compileFunction } from 'node:vm';
import type { Ajv2020, Options, ValidateFunction } from 'ajv/dist/2020';
import { kept } from './disk-cache';
import type { JsonSchema } from './schema';

/**
 * Ways in which a schema is asked: of what went over the wire (`exchange`), of the texts of a path or query, which are turned into
 * what the schema says (`texts`), of a JSON body, which gets its defaults (`body`).
 */
export type Flavour = 'exchange' | 'texts' | 'body';

const COMMON: Options = { allErrors: true, verbose: true, validateSchema: false, code: { source: true } };
const OPTIONS: Readonly<Record<Flavour, Options>> = {
  exchange: { ...COMMON, strictTypes: false, strictRequired: false },
  texts: { ...COMMON, strict: false, useDefaults: true, coerceTypes: true },
  body: { ...COMMON, strict: false, useDefaults: true },
};

const compilers = new Map<Flavour, Ajv2020>();

/**
 * The validator of a schema without `$ref`s. Ajv takes milliseconds to write one, and a run needs two hundred: what it wrote is kept
 * on disk, and only a schema that was never seen before loads Ajv itself.
 */
export function validatorOf(schema: JsonSchema, flavour: Flavour): ValidateFunction {
  return kept({
    folder: 'validators',
    ingredients: [AJV_VERSION, JSON.stringify(OPTIONS[flavour]), JSON.stringify(schema)],
    make: () => write(schema, flavour),
    read: load,
  });
}

function load(code: string): ValidateFunction {
  const module = { exports: {} as { default?: ValidateFunction } };
  compileFunction(code, ['module', 'exports', 'require'])(module, module.exports, require);
  if (!module.exports.default) throw new Error('no validator in this code');
  return module.exports.default;
}

const AJV_VERSION: string = require('ajv/package.json').version;

function write(schema: JsonSchema, flavour: Flavour): string {
  const { default: standaloneCode } = require('ajv/dist/standalone') as typeof import('ajv/dist/standalone');
  const compiler = compilerFor(flavour);
  return standaloneCode(compiler, compiler.compile(schema));
}

function compilerFor(flavour: Flavour): Ajv2020 {
  const known = compilers.get(flavour);
  if (known) return known;
  const { Ajv2020: Compiler } = require('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const formats = require('ajv-formats') as typeof import('ajv-formats');
  const compiler = new Compiler(OPTIONS[flavour]);
  formats.default(compiler, ['email']);
  compiler.addKeyword('x-secret');
  compilers.set(flavour, compiler);
  return compiler;
}
