import { type JsonSchema, typesOf } from './schema';

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  1: true,
  0: false,
  yes: true,
  no: false,
  on: true,
  off: false,
};

/**
 * The value that the text of a path or query stands for, by its schema; a text that stands for none stays one. Backends take booleans in
 * more than one spelling (a Python CLI sends `True`), numbers in one.
 */
export function coerced(schema: JsonSchema, text: string): unknown {
  const [type] = typesOf(schema);
  if (type === 'boolean') return BOOLEANS[text.toLowerCase()] ?? text;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}
