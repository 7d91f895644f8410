import type { Field, ValueType } from './grammar';
import { UsageError } from './usage-error';

const WANTED: Record<ValueType, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number, with a point for decimals',
  boolean: 'true or false',
  object: 'a JSON object',
};

/** The value that `text` stands for, or undefined when it stands for none of that type. */
function read(type: ValueType, text: string): unknown {
  switch (type) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'integer': {
      const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
      return Number.isSafeInteger(value) ? value : undefined;
    }
    case 'number': {
      const value = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(value) ? value : undefined;
    }
    case 'object': {
      const value = parsed(text);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pieces(text: string): string[] {
  if (text === '') return [];
  const array = text.startsWith('[') ? parsed(text) : undefined;
  if (Array.isArray(array)) return array.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  return text.split(',');
}

/**
 * The value of a field from the text typed for it, by the field's type in the contract.
 * @param shown how the user knows the field
 * @param advice lines for the error
 * @throws UsageError when the text is no such value; the message never repeats a secret
 */
export function coerce(field: Field, text: string, shown: string, advice: string[]): unknown {
  const one = (piece: string): unknown => {
    const value = read(field.type, piece);
    if (value !== undefined) return value;
    throw new UsageError(`${shown} must be ${WANTED[field.type]}${field.secret ? '' : `, not "${piece}"`}.`, advice);
  };
  return field.many ? pieces(text).map(one) : one(text);
}
