import { failedByInterruption } from '../model/interrupted';
import { attemptOutcome, groupOf, isFailure, type Outcome } from '../model/outcome';
import type { Attempt, Scenario } from '../model/run';
import { essenceOf, withoutQuoted } from '../text/essence';
import { failuresOf } from '../text/explain';
import { hashOf, type RunRecord } from './record';

const LONGEST_SENTENCE = 240;
/** How many different failures of one run keep their words. */
const MOST_SENTENCES = 50;

/** What the scenarios of a run failed by, in the shape of a record: each different failure once, those of the environment first. */
export class FailureList {
  readonly errors: RunRecord['errors'] = [];
  readonly byKey: RunRecord['failures'] = {};
  readonly #indexes = new Map<string, number>();

  /** @param ended scenarios with their outcome, in the order of the files */
  constructor(ended: readonly { scenario: Scenario; outcome: Outcome }[]) {
    const failed = ended.filter(({ outcome }) => isFailure(outcome) || outcome === 'flaky');
    const isBroken = ({ outcome }: { outcome: Outcome }): boolean => groupOf(outcome) === 'broken';
    for (const { scenario, outcome } of [...failed.filter(isBroken), ...failed.filter((each) => !isBroken(each))]) {
      const attempt = failedAttempt(scenario, outcome);
      if (attempt) this.byKey[scenario.key] = this.#indexOf(scenario, attempt);
    }
  }

  #indexOf(scenario: Scenario, attempt: Attempt): number {
    const [failure] = failuresOf(scenario, attempt);
    const step = failure?.title ?? '';
    const reason =
      failure?.reason
        .split('\n')
        .find((line) => line.trim() !== '')
        ?.trim() ?? 'não chegou ao fim';
    const signature = signatureOf(step, reason);
    const known = this.#indexes.get(signature);
    if (known !== undefined) return known;
    const sentence = this.errors.length < MOST_SENTENCES ? shortened(step === '' ? reason : `${step}: ${reason}`) : '';
    this.#indexes.set(signature, this.errors.length);
    return this.errors.push(failedByInterruption(attempt) ? [signature, sentence, 'interrupted'] : [signature, sentence]) - 1;
  }
}

/** The attempt that tells what was wrong: the one that counts, or the last that failed before a retry passed. */
function failedAttempt({ attempts }: Scenario, outcome: Outcome): Attempt | undefined {
  return outcome === 'flaky' ? attempts.findLast((attempt) => isFailure(attemptOutcome(attempt))) : attempts.at(-1);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_SENTENCE ? `${line.slice(0, LONGEST_SENTENCE - 1)}…` : line;
}

/**
 * A name for what went wrong that stays the same while only numbers, ids, addresses and quoted values differ. The status of a reply
 * counts: an API that answered 404 and now answers 500 fails in another way.
 * @param texts the step and its error message, say
 */
export function signatureOf(...texts: readonly string[]): string {
  return hashOf(...texts.map((text) => essenceOf(withoutQuoted(text))));
}
