import { loadContract } from '../../contract/contract';
import { asHolder } from './fields';

/** Values of which the contract says nothing closed, but of which the product knows others. */
const OTHERS: Readonly<Record<string, string>> = {
  'RTX 4090': 'RTX 3090',
  'europe-west1-b': 'us-central1-a',
  gpu_failure: 'spot_interruption',
};

/**
 * Another value of the same kind, inside the contract where it has a closed set, which a product that is wrong could well have given.
 * @param field name of the field, which tells the set
 */
export function anotherValue(field: string, value: unknown): unknown {
  switch (typeof value) {
    case 'boolean':
      return !value;
    case 'number':
      return anotherNumber(value);
    case 'string':
      return anotherText(field, value);
    default:
      return value === null ? 'unknown' : Array.isArray(value) ? value.slice(0, -1) : value;
  }
}

/** The same thing said with another JSON type. */
export function anotherType(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return String(value);
    case 'string':
      return 42;
    default:
      return Array.isArray(value) ? { items: value } : 'unknown';
  }
}

function anotherNumber(value: number): number {
  if (Number.isInteger(value)) return value + 1;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return Number((value * 1.37 + 10 ** -decimals).toFixed(decimals));
}

function anotherText(field: string, value: string): string {
  const other = OTHERS[value];
  if (other !== undefined) return other;
  const closed = closedSets()
    .get(field)
    ?.find((set) => set.includes(value));
  if (closed) return closed[(closed.indexOf(value) + 1) % closed.length] ?? value;
  const date = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) return new Date(date + 24 * 3_600_000).toISOString();
  if (/^[0-9a-f]{8,}$/.test(value)) return value.replace(/^./, (first) => (first === 'f' ? '0' : 'f'));
  if (value.includes('@')) return value.replace('@', '2@');
  return `${value}-2`;
}

let sets: Map<string, string[][]> | undefined;

/** The closed sets of texts in the contract, by the name of the field that has them. */
function closedSets(): Map<string, string[][]> {
  if (sets) return sets;
  const found = new Map<string, string[][]>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    const holder = asHolder(node);
    if (!holder) return;
    for (const [name, schema] of Object.entries(asHolder(holder.properties) ?? {})) {
      const values = enumOf(schema);
      if (values.length > 1) found.set(name, [...(found.get(name) ?? []), values]);
    }
    Object.values(holder).forEach(visit);
  };
  visit(loadContract().document);
  sets = found;
  return found;
}

function enumOf(schema: unknown): string[] {
  const { $ref: reference, enum: values } = (asHolder(schema) ?? {}) as { $ref?: string; enum?: unknown[] };
  if (reference !== undefined) {
    const document = loadContract().document as unknown as { components: { schemas: Record<string, unknown> } };
    return enumOf(document.components.schemas[reference.split('/').at(-1) ?? '']);
  }
  return (values ?? []).filter((value): value is string => typeof value === 'string');
}
