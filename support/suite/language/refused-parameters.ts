/**
 * The parameters that a validation error speaks of, each once, by their path in the request: `disk_size`, `config.epochs`.
 * Empty when `body` has no list `details` whose items say where (`loc`).
 */
export function refusedParameters(body: unknown): string[] {
  const details = (body as { details?: unknown } | null | undefined)?.details;
  if (!Array.isArray(details)) return [];
  return [...new Set(details.flatMap(parameterOf))];
}

/** `["body", "config", "epochs"]` begins with the part of the request; a body that is missing altogether has nothing after it. */
function parameterOf(detail: unknown): string[] {
  const loc = (detail as { loc?: unknown } | null)?.loc;
  if (!Array.isArray(loc)) return [];
  return [(loc.length > 1 ? loc.slice(1) : loc).join('.')];
}
