import type { EventEmitter } from 'node:events';
import type * as messages from '@cucumber/messages';
import { ENVIRONMENT_ERROR } from '../shared/messages/error-types';

const WORKER_DIED = 'o processo que rodava este cenário morreu antes do fim';
const RUN_ABORTED = 'a execução foi interrompida antes do fim deste cenário';

interface OpenAttempt {
  startedId: string;
  testCaseId: string;
  running: string | null;
  finished: Set<string>;
}

const watched = new WeakSet<EventEmitter>();

/**
 * Gives every attempt an end. When a worker dies in the middle of a scenario cucumber-js never sends that scenario's testStepFinished and
 * testCaseFinished, on which its own formatters crash or stay silent. This listener stands in front of all others (whatever the order of
 * `format` in cucumber.js): right before testRunFinished, or when the process leaves without one, it sends the missing envelopes, with
 * the step in progress as FAILED. A run with a scenario that did not end, or never began, ends red even when the dead worker left with 0.
 * Installing it twice on one run does nothing.
 */
export function closeAbandonedScenarios(broadcaster: EventEmitter): void {
  if (watched.has(broadcaster)) return;
  watched.add(broadcaster);

  const stepsOf = new Map<string, readonly string[]>();
  const open = new Map<string, OpenAttempt>();
  const waiting = new Set<string>();
  let running = false;
  const emit = (envelope: messages.Envelope): boolean => broadcaster.emit('envelope', envelope);

  const closeAll = (reason: string): void => {
    for (const attempt of [...open.values()]) {
      for (const envelope of missingEnvelopes(attempt, stepsOf.get(attempt.testCaseId) ?? [], reason)) emit(envelope);
    }
  };
  const onExit = (): void => {
    closeAll(RUN_ABORTED);
    emit({ testRunFinished: { success: false, timestamp: now() } });
  };

  broadcaster.prependListener('envelope', (envelope: messages.Envelope) => {
    if (envelope.testRunStarted) {
      running = true;
      process.prependOnceListener('exit', onExit); // before the reports' own last words
    }
    if (envelope.testCase) {
      waiting.add(envelope.testCase.id);
      stepsOf.set(
        envelope.testCase.id,
        envelope.testCase.testSteps.map((step) => step.id),
      );
    }
    if (envelope.testCaseStarted) waiting.delete(envelope.testCaseStarted.testCaseId);
    track(open, envelope);
    if (!envelope.testRunFinished || !running) return;
    running = false;
    process.off('exit', onExit);
    if (open.size === 0 && waiting.size === 0) return;
    envelope.testRunFinished.success = false;
    process.once('exit', (code) => {
      process.exitCode = code || 1; // cucumber-js sets the code it computed itself, which is 0 when the worker left with 0
    });
    closeAll(WORKER_DIED);
  });
}

function track(open: Map<string, OpenAttempt>, envelope: messages.Envelope): void {
  const { testCaseStarted, testStepStarted, testStepFinished, testCaseFinished } = envelope;
  if (testCaseStarted) {
    const { id, testCaseId } = testCaseStarted;
    open.set(id, { startedId: id, testCaseId, running: null, finished: new Set() });
  }
  const attempt = open.get((testStepStarted ?? testStepFinished)?.testCaseStartedId ?? '');
  if (attempt && testStepStarted) attempt.running = testStepStarted.testStepId;
  if (attempt && testStepFinished) {
    attempt.running = null;
    attempt.finished.add(testStepFinished.testStepId);
  }
  if (testCaseFinished) open.delete(testCaseFinished.testCaseStartedId);
}

/** The step in progress (or the next one) fails, the others were skipped, the attempt ends. */
function missingEnvelopes(attempt: OpenAttempt, steps: readonly string[], reason: string): messages.Envelope[] {
  const { startedId: testCaseStartedId, finished, running } = attempt;
  const unfinished = steps.filter((id) => !finished.has(id));
  const guilty = running ?? unfinished[0] ?? steps.at(-1);
  const envelopes: messages.Envelope[] = [];
  for (const testStepId of guilty === undefined || unfinished.length > 0 ? unfinished : [guilty]) {
    if (testStepId !== running) envelopes.push({ testStepStarted: { testCaseStartedId, testStepId, timestamp: now() } });
    const testStepResult = testStepId === guilty ? failure(reason) : SKIPPED;
    envelopes.push({ testStepFinished: { testCaseStartedId, testStepId, testStepResult, timestamp: now() } });
  }
  envelopes.push({ testCaseFinished: { testCaseStartedId, timestamp: now(), willBeRetried: false } });
  return envelopes;
}

const NO_TIME: messages.Duration = { seconds: 0, nanos: 0 };
const SKIPPED: messages.TestStepResult = { status: 'SKIPPED' as messages.TestStepResultStatus.SKIPPED, duration: NO_TIME };

function failure(message: string): messages.TestStepResult {
  return {
    status: 'FAILED' as messages.TestStepResultStatus.FAILED,
    duration: NO_TIME,
    message,
    exception: { type: ENVIRONMENT_ERROR, message },
  };
}

function now(): messages.Timestamp {
  const milliseconds = Date.now();
  return { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 };
}
