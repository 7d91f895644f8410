import type { CommandEvidence } from '../../shared/messages/evidence';
import type { Redactor } from '../safety/secrets/redaction';
import { CLI_NAME } from './command-line';
import type { CommandResult } from './result';

/** Longer outputs keep their head and tail: the whole of a runaway output helps nobody and makes the reports unusable. */
const KEPT_OUTPUT = 60_000;

/** The attachment of one command. */
export function evidenceOf(result: CommandResult, redactor: Redactor): CommandEvidence {
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
