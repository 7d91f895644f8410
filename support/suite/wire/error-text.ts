/** What the product said of an error, for a message: `: "Not authenticated"`, with the field that a validation error is about; empty when it said nothing. */
export function errorIn(body: unknown): string {
  const { error, details } = (body ?? {}) as { error?: unknown; details?: unknown };
  if (typeof error !== 'string') return '';
  const [first] = Array.isArray(details) ? (details as { loc?: unknown; msg?: unknown }[]) : [];
  const where = Array.isArray(first?.loc) ? first.loc.join('.') : '';
  return `: "${error}"${where === '' ? '' : ` (${where}: ${String(first?.msg)})`}`;
}
