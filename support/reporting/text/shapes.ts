import type { Outcome } from '../model/outcome';

/** Each outcome has a shape of its own, so that nothing depends on colour. A group has the shape of the outcome it is named after. */
export const OUTCOME_SHAPES: Readonly<Record<Outcome, string>> = {
  passed: '✔',
  flaky: '~',
  failed: '✘',
  broken: '⊘',
  undefined: '?',
  ambiguous: '≠',
  pending: '…',
  skipped: '-',
  'not-run': '∅',
  unfinished: '✘',
};
