import type { Control } from '../../sandbox/index';
import type { CleanupStack } from '../safety/cleanup-stack';

/** What the platform stands on, in the words of the features; the values are the names of the health check. */
const DEPENDENCIES = {
  'o banco de dados': 'database',
  'a Vast.ai': 'vast',
  'a GCP': 'gcp',
  'o storage de backup': 'storage',
} as const;

const TROUBLES = {
  'fora do ar': 'offline',
  degradado: 'degraded',
  degradada: 'degraded',
  'de volta no ar': 'healthy',
} as const;

export type Dependency = keyof typeof DEPENDENCIES;
export type Trouble = keyof typeof TROUBLES;

export const DEPENDENCY_PATTERN = Object.keys(DEPENDENCIES).join('|');
export const TROUBLE_PATTERN = Object.keys(TROUBLES).join('|');

/** Puts a dependency of the platform into trouble, for as long as the scenario lasts. */
export async function troubleDependency(
  dependency: Dependency,
  trouble: Trouble,
  { control, cleanups }: { readonly control: Control; readonly cleanups: CleanupStack },
): Promise<void> {
  const name = DEPENDENCIES[dependency];
  cleanups.defer(`pôr de volta no ar ${dependency}`, () => control.setDependency(name, 'healthy'));
  await control.setDependency(name, TROUBLES[trouble]);
}
