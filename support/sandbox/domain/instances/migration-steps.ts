/** The steps of a migration, in their order (contract.md 9.4). */
export const MIGRATION_STEPS = [
  'validate_source',
  'create_snapshot',
  'search_offers',
  'create_instance',
  'ssh_ready',
  'restore_snapshot',
  'destroy_source',
] as const;

export type MigrationStep = (typeof MIGRATION_STEPS)[number];
