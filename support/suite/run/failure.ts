import type { DumontWorld } from '../../world';
import { EnvironmentError } from '../wire/failures';
import { INTERRUPTED, interruption } from './interruption';

/**
 * The error of a step as its reader gets it: what is wrong in one sentence, then the command, its reply, where to look and how to
 * run it again; no secret in it.
 */
export function describeFailure(error: unknown, world: DumontWorld): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  const sentence = interruption.requested ? `${INTERRUPTED}.` : original.message;
  const text = world.redactor.redact(sentence + world.failureContext(sentence));
  const saysNothing = interruption.requested || world.isOutOfReach || original instanceof EnvironmentError;
  const described = saysNothing ? new EnvironmentError(text) : Object.assign(new Error(text), { name: original.name });
  const frames = original.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  described.stack = world.redactor.redact([described.message, ...frames].join('\n'));
  return described;
}
