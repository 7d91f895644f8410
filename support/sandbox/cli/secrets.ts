const MASK = '***';

/** What may not be shown: the values of these properties, and these very values wherever they stand. */
export interface Hidden {
  names: readonly string[];
  values: readonly string[];
}

/** A reply's body as indented JSON, every secret in it replaced by `***`. A null stays null: that a secret is absent is no secret. */
export function maskedJson(body: unknown, { names, values }: Hidden): string {
  const mask = (key: string, value: unknown): unknown => {
    if (value === null) return null;
    return names.includes(key) || (typeof value === 'string' && values.includes(value)) ? MASK : value;
  };
  return JSON.stringify(body, mask, 2);
}

/** Redacts a body that is not JSON, such as a reply cut short: properties are recognised by their quoted names. */
export function maskedText(text: string, { names, values }: Hidden): string {
  const known = values.reduce((rest, value) => rest.replaceAll(value, MASK), text);
  if (!names.length) return known;
  const property = new RegExp(`("(?:${names.join('|')})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, 'gs');
  return known.replace(property, `$1"${MASK}"`);
}
