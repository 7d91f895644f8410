import type { MigrationStep } from '../../sandbox/index';

export type { MigrationStep };

/** The steps of a migration in the words of the features, in their order. */
export const MIGRATION_STEPS = {
  'conferir a origem': 'validate_source',
  'tirar o snapshot': 'create_snapshot',
  'procurar uma oferta': 'search_offers',
  'criar a instância nova': 'create_instance',
  'entrar na instância nova': 'ssh_ready',
  'restaurar os dados': 'restore_snapshot',
  'destruir a origem': 'destroy_source',
} as const satisfies Record<string, MigrationStep>;

/** Source of the regular expression of a step in a sentence. */
export const MIGRATION_STEP_PATTERN = Object.keys(MIGRATION_STEPS).join('|');

/** Reads what matched MIGRATION_STEP_PATTERN. */
export function readMigrationStep(text: string): MigrationStep {
  return MIGRATION_STEPS[text as keyof typeof MIGRATION_STEPS];
}
