import type { Outcome } from '../model/outcome';

/** The letter by which `states` of a recorded run names an outcome. `.` stands for a scenario that was not in the run. */
const LETTERS: Readonly<Record<Outcome, string>> = {
  passed: 'p',
  flaky: 'y',
  failed: 'f',
  ambiguous: 'a',
  undefined: 'u',
  pending: 'd',
  broken: 'b',
  unfinished: 'x',
  skipped: 's',
  'not-run': 'n',
};

export const ABSENT = '.';

export const OUTCOMES_BY_LETTER: ReadonlyMap<string, Outcome> = new Map(
  (Object.entries(LETTERS) as [Outcome, string][]).map(([outcome, letter]) => [letter, outcome]),
);

/** The outcome as one letter. */
export function letterOf(outcome: Outcome): string {
  return LETTERS[outcome];
}
