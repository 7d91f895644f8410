import { isFailure, outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import type { Mood } from '../model/outcome-table';
import type { Run } from '../model/run';

/** The mood of a whole run: bad as soon as anything makes it fail. */
export function moodOfRun(run: Run): Mood {
  if (run.dryRun) return 'plain';
  const scenarios = scenariosOf(run);
  const failed = run.parseErrors.length > 0 || run.hookFailures.length > 0 || scenarios.some((one) => isFailure(outcomeOf(one)));
  if (failed || run.succeeded === false) return 'bad';
  const totals = totalsOf(scenarios);
  if (totals.flaky > 0 || totals['not-run'] > 0 || run.gaps.length > 0) return 'warn';
  return totals.passed > 0 ? 'good' : 'plain';
}
