import type { DumontWorld } from '../../world';
import { EnvironmentError, InterruptedError } from '../wire/failures';
import { INTERRUPTED, interruption } from './interruption';

/**
 * The error of a step as its reader gets it: what is wrong in one sentence, then the command, its reply, where to look and how to
 * run it again; no secret in it.
 */
export function describeFailure(error: unknown, world: DumontWorld): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  const sentence = interruption.requested ? `${INTERRUPTED}.` : original.message;
  const text = world.redactor.redact(sentence + world.failureContext(sentence));
  const described = sameKind(original, text, world);
  const frames = original.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  described.stack = world.redactor.redact([described.message, ...frames].join('\n'));
  return described;
}

function sameKind(original: Error, text: string, { commands }: DumontWorld): Error {
  if (interruption.requested) return new InterruptedError(text);
  if (commands.isOutOfReach || original instanceof EnvironmentError) return new EnvironmentError(text);
  return Object.assign(new Error(text), { name: original.name });
}
