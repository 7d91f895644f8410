import type { CommandExchange, CommandRun } from './run';

/** Media type under which the suite attaches one command to the step that ran it. */
export const COMMAND_MEDIA_TYPE = 'application/vnd.dumont.command+json';

const ROLES: readonly string[] = ['documented', 'setup', 'probe'] satisfies CommandRun['role'][];

/** Reads the body of a command attachment; null when it is not one (the caller then shows it as any other attachment). */
export function readCommandRun(body: string): CommandRun | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  return isCommandRun(value) ? { ...value, exchanges: value.exchanges.map(withDetails) } : null;
}

type Kept = Omit<CommandExchange, 'kind' | 'request' | 'durationMs'> & Partial<CommandExchange>;

/** Streams of older runs do not have what was sent, nor say what was no command's own request. */
function withDetails({ kind, method, path, operationId, status, request, durationMs }: Kept): CommandExchange {
  return {
    kind: kind ?? (path.endsWith('/openapi.json') ? 'discovery' : 'call'),
    method,
    path,
    operationId,
    status,
    request: request ?? null,
    durationMs: durationMs ?? null,
  };
}

function isCommandRun(value: unknown): value is CommandRun {
  return (
    isRecord(value) &&
    typeof value.command === 'string' &&
    typeof value.role === 'string' &&
    ROLES.includes(value.role) &&
    Array.isArray(value.argv) &&
    value.argv.every((word) => typeof word === 'string') &&
    isNumberOrNull(value.exitCode) &&
    typeof value.durationMs === 'number' &&
    typeof value.stdout === 'string' &&
    typeof value.stderr === 'string' &&
    Array.isArray(value.exchanges) &&
    value.exchanges.every(isExchange)
  );
}

function isExchange(value: unknown): value is CommandRun['exchanges'][number] {
  return (
    isRecord(value) &&
    typeof value.method === 'string' &&
    typeof value.path === 'string' &&
    (value.operationId === null || typeof value.operationId === 'string') &&
    isNumberOrNull(value.status) &&
    (value.kind == null || value.kind === 'call' || value.kind === 'discovery') &&
    (value.request == null || typeof value.request === 'string') &&
    (value.durationMs == null || typeof value.durationMs === 'number')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
