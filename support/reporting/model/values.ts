import type * as messages from '@cucumber/messages';
import type { StepError } from './run';

/** A timestamp of the stream as a date (milliseconds kept). */
export function timeOf({ seconds, nanos }: messages.Timestamp): Date {
  return new Date(seconds * 1000 + Math.round(nanos / 1e6));
}

/** A duration of the stream, in milliseconds. */
export function durationMs({ seconds, nanos }: messages.Duration): number {
  return seconds * 1000 + nanos / 1e6;
}

/** `file:line`, as editors and cucumber-js take it. */
export function placeOf(reference: messages.SourceReference | undefined): string {
  const line = reference?.location?.line;
  return line === undefined ? (reference?.uri ?? '') : `${reference?.uri ?? ''}:${line}`;
}

/** The error of a failed step or hook; null for any other status (an ambiguous step's message is made from its definitions). */
export function errorOf(result: messages.TestStepResult): StepError | null {
  if (result.status !== 'FAILED') return null;
  const message = result.exception?.message || result.exception?.type || result.message || 'sem mensagem';
  const trace = result.exception?.stackTrace ?? result.message ?? '';
  const beyond = trace.startsWith(message) ? trace.slice(message.length).replace(/^\n+/, '') : trace;
  return { type: result.exception?.type ?? 'Error', message, stack: beyond === '' ? null : beyond };
}
