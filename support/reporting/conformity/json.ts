import { visible } from '../../shared/visible';
import type { Conformity, ConformityPromise } from './conformity';

/** `conformidade.json`: the verdict of every documented command that was in the run, for programs. Dates are ISO 8601. */
export function conformityJson({ target, cli, totals, promises, deviations }: Conformity): string {
  const content = { target, cli, totals, deviations: standingCounts(deviations), promises: promises.map(promiseJson) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** How many deviations are new, known, healed or not verified; null where none are listed. */
export function standingCounts(report: Conformity['deviations']): object | null {
  if (report === null || report.file === null) return null;
  const { fresh, known, healed, unseen } = report;
  return { new: fresh.length, known: known.length, healed: healed.length, unverified: unseen.length };
}

/** A promise as `conformidade.json` has it. */
export function promiseJson({
  step,
  command,
  operation,
  verdict,
  standing,
  reason,
  contractDifferences,
  since,
}: ConformityPromise): object {
  return { step, command: visible(command), operation, verdict, standing, reason: visible(reason), contractDifferences, since };
}
