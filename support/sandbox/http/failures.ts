import { DomainError } from '../domain/errors';

export interface Failure {
  readonly status: number;
  readonly body: { readonly error: string; readonly details?: unknown };
}

/** The reply to what was thrown, in the contract's error shape. A mistake of ours is a 500 that tells nothing of its inside. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof DomainError) {
    const { status, message, details } = thrown;
    return { status, body: details === undefined ? { error: message } : { error: message, details } };
  }
  const { statusCode, message } = thrown as { statusCode?: unknown; message?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, body: { error: String(message) } };
  }
  return { status: 500, body: { error: 'Internal server error' } };
}
