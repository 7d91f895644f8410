import { AssertionError } from 'chai';
import { LeftoverError } from '../safety/cleanup/settling';
import type { Redactor } from '../safety/secrets/redaction';
import { EnvironmentError, InterruptedError } from '../wire/failures';
import { INTERRUPTED, interruption } from './interruption';

/** What the scenario of a failed step knows of it. */
interface FailedScenario {
  readonly redactor: Redactor;
  /** Whether its last command found no backend to talk to. */
  readonly commands: { readonly isOutOfReach: boolean };
  /** What a message needs besides what it says itself. */
  failureContext(message: string): string;
}

/**
 * The error of a step as its reader gets it: what is wrong in one sentence, then the command, its reply, where to look and how to
 * run it again; of a comparison also both sides, for reporters that show a diff. No secret in any of it.
 */
export function describeFailure(error: unknown, scenario: FailedScenario): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  const sentence = interruption.requested && !(original instanceof LeftoverError) ? `${INTERRUPTED}.` : original.message;
  const text = scenario.redactor.redact(sentence + scenario.failureContext(sentence));
  const described = sameKind(original, text, scenario);
  const frames = original.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  described.stack = scenario.redactor.redact([described.message, ...frames].join('\n'));
  return described;
}

function sameKind(original: Error, text: string, { commands, redactor }: FailedScenario): Error {
  if (interruption.requested) return new InterruptedError(text);
  if (commands.isOutOfReach || original instanceof EnvironmentError) return new EnvironmentError(text);
  if (original instanceof AssertionError) {
    const { expected, actual, showDiff } = original;
    return new AssertionError(text, { expected: redactor.redactValue(expected), actual: redactor.redactValue(actual), showDiff });
  }
  return Object.assign(new Error(text), { name: original.name });
}
