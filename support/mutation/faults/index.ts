import { CLI_FAULTS } from './cli-faults';
import type { SourceFault } from './fault';
import { SANDBOX_FAULTS } from './sandbox-faults';

/** Every fault of the list. */
export const FAULTS: readonly SourceFault[] = [...CLI_FAULTS, ...SANDBOX_FAULTS];

/**
 * The fault of that id; undefined when no id is given.
 * @throws Error when the list has no such fault
 */
export function faultOf(id: string | undefined): SourceFault | undefined {
  if (id === undefined) return undefined;
  const fault = FAULTS.find((each) => each.id === id);
  if (!fault) throw new Error(`there is no fault "${id}"`);
  return fault;
}
