import type { ErrorObject } from 'ajv';
import type { ValidateFunction } from 'ajv/dist/2020';
import { pointerTo } from './json-pointer';
import { type Finding, NOTHING, show } from './mismatch';
import { type JsonSchema, type JsonType, propertiesOf, typesOf } from './schema';
import { validatorOf } from './validators';

const validators = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * What in `value` differs from `schema`, in Portuguese.
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

const KINDS: Record<JsonType, string> = {
  string: 'um texto',
  integer: 'um número inteiro',
  number: 'um número',
  boolean: 'true ou false',
  object: 'um objeto',
  array: 'uma lista',
  null: 'null',
};

/** Combinators fail because something in them failed: these say nothing of their own. */
const COMBINATORS = new Set(['anyOf', 'oneOf', 'allOf', 'if']);

/** What Ajv (`verbose`, `allErrors`) found, one finding per place. */
function findings(errors: readonly ErrorObject[]): Finding[] {
  const told = new Map<string, Finding>();
  const places = new Places(errors);
  for (const error of errors.filter((one) => saysSomething(one, places))) {
    const finding = findingOf(error);
    if (!told.has(finding.pointer)) told.set(finding.pointer, finding);
  }
  return [...told.values()];
}

/** Where errors stand, so that each needs to be looked at once: a list may have thousands of bad items. */
class Places {
  /** What is wrong at a place itself, combinators aside. */
  readonly #at = new Map<string, Set<string>>();
  /** Places below which something is wrong. */
  readonly #above = new Set<string>();
  readonly #alternatives = new Map<string, ErrorObject>();

  constructor(errors: readonly ErrorObject[]) {
    for (const error of errors) {
      const { keyword, instancePath: place, propertyName } = error;
      if (keyword === 'anyOf' && !this.#alternatives.has(place)) this.#alternatives.set(place, error);
      if (COMBINATORS.has(keyword) || propertyName !== undefined) continue;
      this.#at.set(place, (this.#at.get(place) ?? new Set()).add(keyword));
      for (let end = place.lastIndexOf('/'); end >= 0; end = place.lastIndexOf('/', end - 1)) {
        this.#above.add(place.slice(0, end));
        if (end === 0) break;
      }
    }
  }

  alternativesAt(place: string): ErrorObject | undefined {
    return this.#alternatives.get(place);
  }

  /** Something in a combinator says why it fails. In `an object or null`, that the type is another says nothing. */
  explain({ keyword, instancePath: place }: ErrorObject): boolean {
    const own = [...(this.#at.get(place) ?? [])];
    return this.#above.has(place) || own.some((each) => keyword !== 'anyOf' || each !== 'type');
  }
}

function saysSomething(error: ErrorObject, places: Places): boolean {
  if (error.propertyName !== undefined) return false; // the error of `propertyNames` itself follows
  if (COMBINATORS.has(error.keyword)) return !places.explain(error);
  // In `an object or null`, neither alternative's type is the whole story.
  const alternatives = places.alternativesAt(error.instancePath);
  if (!alternatives || error.keyword !== 'type') return true;
  return error.params.type !== 'null' && places.explain(alternatives);
}

function findingOf(error: ErrorObject): Finding {
  const { keyword, params, instancePath, data } = error;
  const schema = error.parentSchema as JsonSchema;
  if (keyword === 'required') {
    const name: string = params.missingProperty;
    const wanted = propertiesOf(schema)[name];
    return { pointer: pointerTo(instancePath, name), wanted: wanted ? describe(wanted) : 'um valor', found: NOTHING };
  }
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    const name: string = params.additionalProperty ?? params.unevaluatedProperty;
    const value = (data as Record<string, unknown>)[name];
    // The contract knows nothing of this field, so not whether it is a secret either: only its kind is told.
    return { pointer: pointerTo(instancePath, name), wanted: NOTHING, found: KINDS[kindOf(value)] };
  }
  if (keyword === 'propertyNames') {
    const wanted = `um nome ${requirement(schema.propertyNames ?? {})}`.trim();
    return { pointer: pointerTo(instancePath, params.propertyName), wanted, found: show(params.propertyName) };
  }
  return { pointer: instancePath, wanted: describe(schema), found: null };
}

function kindOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}

/** What a schema asks for: `um número inteiro entre 0 e 23`. */
function describe(schema: JsonSchema): string {
  if (schema.const !== undefined) return show(schema.const);
  if (schema.enum) return `um de ${schema.enum.map(show).join(', ')}`;
  const kinds = typesOf(schema).map((type) => (schema.format === 'email' && type === 'string' ? 'um e-mail' : KINDS[type]));
  return `${kinds.join(' ou ') || 'um valor'} ${requirement(schema)}`.trim();
}

function requirement(schema: JsonSchema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern, minLength, maxLength, minItems, maxItems } = schema;
  const limits = [
    minimum !== undefined && maximum !== undefined
      ? `entre ${minimum} e ${maximum}`
      : [minimum !== undefined && `no mínimo ${minimum}`, maximum !== undefined && `no máximo ${maximum}`],
    exclusiveMinimum !== undefined && `maior que ${exclusiveMinimum}`,
    exclusiveMaximum !== undefined && `menor que ${exclusiveMaximum}`,
    pattern !== undefined && `no formato ${pattern}`,
    minLength !== undefined && (minLength === 1 ? 'não vazio' : `de ao menos ${minLength} caracteres`),
    maxLength !== undefined && `de no máximo ${maxLength} caracteres`,
    minItems !== undefined && minItems === maxItems
      ? `de ${minItems} itens`
      : [minItems !== undefined && `de ao menos ${minItems} itens`, maxItems !== undefined && `de no máximo ${maxItems} itens`],
  ];
  return limits
    .flat()
    .filter((limit) => limit !== false)
    .join(', ');
}
