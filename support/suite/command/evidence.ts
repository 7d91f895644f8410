import type { Redactor } from '../safety/redaction';
import type { ExchangeKind } from '../wire/exchange';
import { CLI_NAME } from './command-line';
import type { CommandResult, Role } from './result';

/** Media type of the attachment that every command leaves in the message stream. */
export const EVIDENCE_MEDIA_TYPE = 'application/vnd.dumont.command+json';

/** What is kept of one command, secrets replaced. */
export interface Evidence {
  readonly command: string;
  readonly role: Role;
  /** Secrets replaced; the first word stands for the CLI under test. */
  readonly argv: readonly string[];
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly exchanges: readonly {
    kind: ExchangeKind;
    method: string;
    /** With the query. */
    path: string;
    operationId: string | null;
    status: number | null;
    /** The body that was sent, as JSON or as text; null when there was none. */
    request: string | null;
    durationMs: number;
  }[];
}

/** Longer outputs keep their head and tail: the whole of a runaway output helps nobody and makes the reports unusable. */
const KEPT_OUTPUT = 60_000;

/** The attachment of one command. */
export function evidenceOf(result: CommandResult, redactor: Redactor): Evidence {
  const clean = (text: string): string => redactor.redact(text);
  return {
    command: clean(result.written),
    role: result.role,
    argv: [CLI_NAME, ...result.argv].map(clean),
    exitCode: result.process.exitCode,
    durationMs: result.process.durationMs,
    stdout: shorten(clean(result.process.stdout)),
    stderr: shorten(clean(result.process.stderr)),
    exchanges: result.exchanges.map(({ kind, method, path, query, operationId, status, requestBody, durationMs }) => ({
      kind,
      method,
      path: clean(query.size > 0 ? `${path}?${query}` : path),
      operationId,
      status,
      request: requestBody === undefined ? null : shorten(clean(asText(requestBody))),
      durationMs,
    })),
  };
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function shorten(text: string): string {
  if (text.length <= KEPT_OUTPUT) return text;
  const half = KEPT_OUTPUT / 2;
  return `${text.slice(0, half)}\n[… ${text.length - KEPT_OUTPUT} caracteres omitidos …]\n${text.slice(-half)}`;
}
