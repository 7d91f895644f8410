/** Shorter texts and smaller numbers may stand for anything; what names a resource is longer. */
const SHORTEST_NAME = 6;

/**
 * A recorded value with what the recording had noted exchanged for what the scenario of now has noted under the same names: ids, above all.
 */
export function broughtUpToDate<Value>(recorded: Value, then: Noted, now: Noted): Value {
  const exchange = new Map<unknown, unknown>();
  for (const [name, value] of Object.entries(then)) {
    if (name in now && String(value).length >= SHORTEST_NAME) exchange.set(value, now[name]);
  }
  return exchanged(recorded, exchange) as Value;
}

/** Substitutes in a path, segment by segment. */
export function pathBroughtUpToDate(path: string, then: Noted, now: Noted): string {
  const exchange = new Map(
    Object.entries(then).flatMap(([name, value]) => (name in now ? [[String(value), String(now[name])] as const] : [])),
  );
  return path
    .split('/')
    .map((segment) => exchange.get(segment) ?? segment)
    .join('/');
}

type Noted = Readonly<Record<string, unknown>>;

function exchanged(value: unknown, exchange: ReadonlyMap<unknown, unknown>): unknown {
  if (exchange.has(value)) return exchange.get(value);
  if (Array.isArray(value)) return value.map((each) => exchanged(each, exchange));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [String(exchange.get(key) ?? key), exchanged(each, exchange)]),
  );
}
