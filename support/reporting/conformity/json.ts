import { visible } from '../../shared/visible';
import type { Conformity, ConformityPromise } from './conformity';

/** `conformidade.json`: the verdict of every documented command that was in the run, for programs. Dates are ISO 8601. */
export function conformityJson({ target, cli, totals, promises }: Conformity): string {
  return `${JSON.stringify({ target, cli, totals, promises: promises.map(promiseJson) }, null, 2)}\n`;
}

/** A promise as `conformidade.json` has it. */
export function promiseJson({
  step,
  command,
  operation,
  verdict,
  reason,
  contractDifferences,
  since,
}: ConformityPromise): object {
  return { step, command: visible(command), operation, verdict, reason: visible(reason), contractDifferences, since };
}
