import { visible } from '../../shared/visible';
import { listedCounts } from '../deviations/sentences';
import type { Conformity, ConformityPromise } from './conformity';

/** `conformidade.json`: the verdict of every documented command that was in the run, for programs. Dates are ISO 8601. */
export function conformityJson({ target, cli, totals, promises, deviations }: Conformity): string {
  const content = { target, cli, totals, deviations: listedCounts(deviations), promises: promises.map(promiseJson) };
  return `${JSON.stringify(content, null, 2)}\n`;
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
