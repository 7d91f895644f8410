import { isDeepStrictEqual } from 'node:util';
import type { Memory } from './memory';
import { plainName } from './plain-name';
import { show } from './show';

/**
 * The mini-language of conditions, the same in sentences and in tables: `é 5`, `é "x"`, `é <y>`, `é true ou false`, `é uma lista`,
 * `é maior que|menor que|no mínimo|no máximo|diferente de V`, `está entre A e B`, `está preenchido`, `contém V`, `começa com V`,
 * `combina com V` (the same name, however it is spelt: `rtx4090`, `RTX 4090`, `RTX_4090`).
 */
export interface Condition {
  /** As written. */
  readonly text: string;
  /** Does `value` (undefined when the field is absent) hold? Placeholders are read from `memory`. */
  holds(value: unknown, memory: Memory): boolean;
  /** What the field should do, placeholders filled, to follow "deveria" in a message: `ser 5`, `estar entre 0 e 23`. */
  explain(memory: Memory): string;
  /** What the field is compared with, for a diff: the value itself where it should be that, else the condition in words. */
  expected(memory: Memory): unknown;
}

const VALUE = String.raw`(?:"[^"]*"|-?\d+(?:[.,]\d+)?|true|false|null|<[^<>\s]+>)`;
const COMPARISONS = ['maior que', 'menor que', 'no mínimo', 'no máximo', 'diferente de'] as const;
type Comparison = (typeof COMPARISONS)[number];

/** Sources of the regular expressions that a sentence may use for a condition. */
export const CONDITION_PATTERNS: readonly string[] = [
  'é true ou false',
  'é uma lista',
  `é (?:${COMPARISONS.join('|')}) ${VALUE}`,
  `é ${VALUE}`,
  `está entre ${VALUE} e ${VALUE}`,
  'está preenchido',
  `contém ${VALUE}`,
  `começa com ${VALUE}`,
  `combina com ${VALUE}`,
];

const EXAMPLES =
  'é 5, é "x", é <y>, é maior que 0, está entre 0 e 23, está preenchido, contém "x", começa com "x", combina com "rtx4090"';

/**
 * Reads a condition.
 * @throws Error in Portuguese, with examples, when `text` is none.
 */
export function parseCondition(text: string): Condition {
  const written = text.trim();
  if (!CONDITION_PATTERNS.some((pattern) => new RegExp(`^${pattern}$`).test(written))) {
    throw new Error(`não entendi a condição "${written}"; exemplos: ${EXAMPLES}.`);
  }
  if (written === 'é true ou false') return simple(written, (value) => typeof value === 'boolean');
  if (written === 'é uma lista') return simple(written, Array.isArray);
  if (written === 'está preenchido') return simple(written, isFilled);
  const values = [...written.matchAll(new RegExp(VALUE, 'g'))].map((match) => match[0]);
  const filled = (memory: Memory): string =>
    values.reduce((sentence, each) => sentence.replace(each, () => show(literal(each, memory))), written);
  const withValues = (test: (value: unknown, wanted: unknown[]) => boolean): Condition => ({
    text: written,
    holds: (value, memory) =>
      test(
        value,
        values.map((each) => literal(each, memory)),
      ),
    explain: (memory) => infinitive(filled(memory)),
    expected: filled,
  });
  if (written.startsWith('está entre'))
    return withValues((value, [low, high]) => compare(value, low) >= 0 && compare(value, high) <= 0);
  if (written.startsWith('contém')) return withValues((value, [part]) => contains(value, part));
  if (written.startsWith('combina com')) return withValues((value, [name]) => isSameName(value, name));
  if (written.startsWith('começa com'))
    return withValues((value, [start]) => typeof value === 'string' && typeof start === 'string' && value.startsWith(start));
  const isNoted = written.startsWith('é <');
  const comparison = COMPARISONS.find((each) => written.startsWith(`é ${each} `));
  if (comparison !== undefined) return withValues((value, [wanted]) => compares(value, comparison, wanted));
  const [wanted = ''] = values;
  return {
    ...withValues((value, [each]) => isDeepStrictEqual(value, each) || (isNoted && isNumberOf(each, value))),
    expected: (memory) => literal(wanted, memory),
  };
}

function simple(text: string, holds: (value: unknown) => boolean): Condition {
  return { text, holds: (value) => holds(value), explain: () => infinitive(text), expected: () => text };
}

const INFINITIVES: Readonly<Record<string, string>> = {
  é: 'ser',
  está: 'estar',
  contém: 'conter',
  começa: 'começar',
  combina: 'combinar',
};

function infinitive(condition: string): string {
  return condition.replace(/^\S+/, (verb) => INFINITIVES[verb] ?? verb);
}

/** The value that a condition writes: text in quotes, a number with point or comma, true, false, null, or what a placeholder holds. */
function literal(written: string, memory: Memory): unknown {
  if (written.startsWith('"')) return memory.fill(written.slice(1, -1));
  if (written.startsWith('<')) return memory.recall(written.slice(1, -1));
  return JSON.parse(written.replace(',', '.'));
}

/** An id that was noted from a reply where it is a text (`machine_id` of an offer) is a number elsewhere; the other way round one writes `é "<x>"`. */
function isNumberOf(noted: unknown, value: unknown): boolean {
  return typeof noted === 'string' && typeof value === 'number' && noted === String(value);
}

/** Present and not empty: neither absent nor null, an empty text, an empty list or an object without fields. */
function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'object') return Object.keys(value).length > 0;
  return true;
}

function contains(value: unknown, part: unknown): boolean {
  if (typeof value === 'string') return typeof part === 'string' && value.includes(part);
  return Array.isArray(value) && value.some((each) => isDeepStrictEqual(each, part));
}

function isSameName(value: unknown, name: unknown): boolean {
  return typeof value === 'string' && typeof name === 'string' && plainName(value) === plainName(name);
}

function compares(value: unknown, comparison: Comparison, wanted: unknown): boolean {
  if (comparison === 'diferente de') return value !== undefined && value !== null && !isDeepStrictEqual(value, wanted);
  const order = compare(value, wanted);
  switch (comparison) {
    case 'maior que':
      return order > 0;
    case 'menor que':
      return order < 0;
    case 'no mínimo':
      return order >= 0;
    case 'no máximo':
      return order <= 0;
  }
}

/** Order of two numbers; NaN, which no comparison accepts, when either is not a number. */
function compare(value: unknown, wanted: unknown): number {
  return typeof value === 'number' && typeof wanted === 'number' ? value - wanted : Number.NaN;
}
