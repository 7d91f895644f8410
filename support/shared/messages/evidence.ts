import { isObject, parseObject } from './json-object';

/** Media type of the attachment that every command leaves in the message stream. */
export const COMMAND_MEDIA_TYPE = 'application/vnd.dumont.command+json';

/** Why a command was run: the feature's "Quando executo", or a preparation that the feature writes as a command. */
export type Role = 'documented' | 'setup';

/** What is kept of one command, secrets replaced. */
export interface CommandEvidence {
  /** As the feature writes it. */
  readonly command: string;
  readonly role: Role;
  /** The first word stands for the CLI under test. */
  readonly argv: readonly string[];
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exchanges: readonly ExchangeEvidence[];
}

/** `discovery`: the API's description, which some CLIs fetch to learn their commands; it is never a command's reply. */
export type ExchangeKind = 'call' | 'discovery';

/** One request of a command and its reply, as they went over the wire, secrets replaced. */
export interface ExchangeEvidence {
  readonly kind: ExchangeKind;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Null when the contract has no such operation. */
  readonly operationId: string | null;
  /** Null when no reply came. */
  readonly status: number | null;
  /** The body that was sent, as JSON or as text; null when there was none, or nobody kept it. */
  readonly request: string | null;
  /** Null when nobody kept it. */
  readonly durationMs: number | null;
}

const ROLES: readonly string[] = ['documented', 'setup'] satisfies Role[];

/** Reads the body of a command attachment; null when it is not one (the caller then shows it as any other attachment). */
export function readCommandEvidence(body: string): CommandEvidence | null {
  const value: unknown = parseObject(body);
  return isCommand(value) ? { ...value, exchanges: value.exchanges.map(withDetails) } : null;
}

type Kept = Omit<ExchangeEvidence, 'kind' | 'request' | 'durationMs'> & Partial<ExchangeEvidence>;

/** Streams of older runs do not have what was sent, nor say what was no command's own request. */
function withDetails({ kind, method, path, operationId, status, request, durationMs }: Kept): ExchangeEvidence {
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

function isCommand(value: unknown): value is CommandEvidence {
  return (
    isObject(value) &&
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

function isExchange(value: unknown): value is ExchangeEvidence {
  return (
    isObject(value) &&
    typeof value.method === 'string' &&
    typeof value.path === 'string' &&
    (value.operationId === null || typeof value.operationId === 'string') &&
    isNumberOrNull(value.status) &&
    (value.kind == null || value.kind === 'call' || value.kind === 'discovery') &&
    (value.request == null || typeof value.request === 'string') &&
    (value.durationMs == null || typeof value.durationMs === 'number')
  );
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
