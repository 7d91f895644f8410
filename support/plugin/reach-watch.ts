import type { Envelope } from '@cucumber/messages';
import { ENVIRONMENT_ERROR } from '../shared/messages/error-types';

/** So many scenarios in a row say that nobody is there any more; one may be a moment's trouble. */
const MOST_IN_A_ROW = 3;

/** Follows a run to see whether its scenarios still reach anybody. */
export class ReachWatch {
  readonly #statuses = new Map<string, { unreached: boolean; skipped: boolean }>();
  #inARow = 0;
  #isOver = false;

  /** @returns true when this message is the one that says it: no scenario to come would learn anything */
  note({ testCaseStarted, testStepFinished, testCaseFinished }: Envelope): boolean {
    if (testCaseStarted) this.#statuses.set(testCaseStarted.id, { unreached: false, skipped: false });
    if (testStepFinished) {
      const attempt = this.#statuses.get(testStepFinished.testCaseStartedId);
      const { status, exception } = testStepFinished.testStepResult;
      if (attempt && exception?.type === ENVIRONMENT_ERROR) attempt.unreached = true;
      if (attempt && status === 'SKIPPED') attempt.skipped = true;
    }
    if (!testCaseFinished) return false;
    const attempt = this.#statuses.get(testCaseFinished.testCaseStartedId);
    this.#statuses.delete(testCaseFinished.testCaseStartedId);
    if (!attempt || testCaseFinished.willBeRetried || (attempt.skipped && !attempt.unreached)) return false;
    this.#inARow = attempt.unreached ? this.#inARow + 1 : 0;
    if (this.#inARow < MOST_IN_A_ROW || this.#isOver) return false;
    this.#isOver = true;
    return true;
  }

  /** True once the run was found to reach nobody any more. */
  get isOver(): boolean {
    return this.#isOver;
  }
}
