import type { Coverage, OperationCoverage } from './model';
import { operationName } from './names';

/** A longer list helps nobody: the rest is in cobertura.json. */
export const SHOWN = 50;

/** What nothing in the run exercised, for people: operations by their command. */
export interface Gaps {
  /** Commands of the contract that no request was for. */
  operations: readonly string[];
  /** Of the others: what may be said to them and never was. */
  parameters: readonly { operation: string; names: readonly string[] }[];
  /** What the stream does not tell of. */
  unknown: readonly { operation: string; names: readonly string[] }[];
  /** Error statuses that the contract has and nobody got, the status of most operations first. */
  errors: readonly { status: number; operations: readonly string[] }[];
  /** Statuses that came without the contract having them. */
  surprises: readonly { status: number; operations: readonly string[] }[];
  /** Commands that nobody looked at, or at whose status only, by the place where they stand. */
  weak: readonly { command: string; place: string; remark: string }[];
}

/** Picks out of a coverage what is missing. */
export function gapsOf({ operations, weak }: Coverage): Gaps {
  const commands = operations.filter(({ command }) => command !== null);
  const used = commands.filter(isUsed);
  return {
    operations: commands.filter((operation) => !isUsed(operation)).map(operationName),
    parameters: parametersOf(used, 'never'),
    unknown: parametersOf(used, 'unknown'),
    errors: byStatus(used, ({ documented, status, times }) => documented && status >= 400 && times === 0),
    surprises: byStatus(operations, ({ documented }) => !documented),
    weak: weak.map(({ command, uri, line, asserted }) => ({
      command,
      place: `${uri}:${line}`,
      remark: asserted === 'status' ? 'só o status' : 'nada',
    })),
  };
}

function isUsed({ requests }: OperationCoverage): boolean {
  return requests.own + requests.rules + requests.support > 0;
}

function parametersOf(operations: readonly OperationCoverage[], wanted: 'never' | 'unknown'): Gaps['parameters'] {
  return operations.flatMap((operation) => {
    const names = operation.parameters.filter(({ state }) => state === wanted).map(({ name }) => name);
    return names.length > 0 ? [{ operation: operationName(operation), names }] : [];
  });
}

function byStatus(
  operations: readonly OperationCoverage[],
  matches: (reply: OperationCoverage['replies'][number]) => boolean,
): Gaps['errors'] {
  const statuses = new Map<number, string[]>();
  for (const operation of operations) {
    for (const reply of operation.replies.filter(matches)) {
      statuses.set(reply.status, [...(statuses.get(reply.status) ?? []), operationName(operation)]);
    }
  }
  return [...statuses]
    .map(([status, names]) => ({ status, operations: names }))
    .sort((one, other) => other.operations.length - one.operations.length || one.status - other.status);
}
