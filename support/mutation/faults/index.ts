import { CLI_FAULTS } from './cli-faults';
import type { SourceFault } from './fault';
import { ACCESS_FAULTS } from './sandbox/access';
import { BACKUP_FAULTS } from './sandbox/backups';
import { INSTANCE_FAULTS } from './sandbox/instances';
import { MIGRATION_FAULTS } from './sandbox/migrations';
import { OFFER_FAULTS } from './sandbox/offers';
import { PLATFORM_FAULTS } from './sandbox/platform';
import { PROJECT_FAULTS } from './sandbox/projects';
import { SAVINGS_FAULTS } from './sandbox/savings';
import { SPOT_FAULTS } from './sandbox/spot';
import { STANDBY_FAULTS } from './sandbox/standby';
import { TRAINING_FAULTS } from './sandbox/training';

/** The faults of the embedded backend; put one in place with `patchSandbox`. */
export const SANDBOX_FAULTS: readonly SourceFault[] = [
  ...ACCESS_FAULTS,
  ...INSTANCE_FAULTS,
  ...OFFER_FAULTS,
  ...BACKUP_FAULTS,
  ...STANDBY_FAULTS,
  ...TRAINING_FAULTS,
  ...SPOT_FAULTS,
  ...PLATFORM_FAULTS,
  ...SAVINGS_FAULTS,
  ...PROJECT_FAULTS,
  ...MIGRATION_FAULTS,
];

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
