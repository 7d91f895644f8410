import type { Field, ValueType } from './command';

/**
 * The value of a field from the text typed for it, by the field's type in the contract.
 * @returns the value, or the piece of the text that stands for none of that type
 */
export function readValue({ type, many }: Field, text: string): { readonly value: unknown } | { readonly wrong: string } {
  if (!many) return readOne(type, text);
  const values: unknown[] = [];
  for (const piece of pieces(text)) {
    const one = readOne(type, piece);
    if ('wrong' in one) return one;
    values.push(one.value);
  }
  return { value: values };
}

/** The text that {@link readValue} reads as this value. */
export function textOfValue({ many }: Field, value: unknown): string {
  if (!many || !Array.isArray(value)) return textOfOne(value);
  const texts = value.map(textOfOne);
  const joined = texts.join(',');
  const isReadAsWritten = JSON.stringify(pieces(joined)) === JSON.stringify(texts);
  return isReadAsWritten ? joined : JSON.stringify(value);
}

function readOne(type: ValueType, text: string): { readonly value: unknown } | { readonly wrong: string } {
  const value = read(type, text);
  return value === undefined ? { wrong: text } : { value };
}

function textOfOne(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

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
