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
