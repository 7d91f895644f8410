import type { Control } from '../../sandbox/index';
import type { CleanupStack } from '../safety/cleanup/cleanup-stack';

/** What the platform stands on, in the words of the features; the values are the names of the health check. */
const DEPENDENCIES = {
  'o banco de dados': 'database',
  'a Vast.ai': 'vast',
  'a GCP': 'gcp',
  'o storage de backup': 'storage',
} as const;

const STATES = {
  'fora do ar': 'offline',
  degradado: 'degraded',
  degradada: 'degraded',
  'de volta no ar': 'healthy',
} as const;

export type Dependency = keyof typeof DEPENDENCIES;
export type DependencyState = keyof typeof STATES;

export const DEPENDENCY_PATTERN = Object.keys(DEPENDENCIES).join('|');
export const STATE_PATTERN = Object.keys(STATES).join('|');

/** Puts a dependency of the platform into a state, for as long as the scenario lasts. */
export async function setDependencyState(
  dependency: Dependency,
  state: DependencyState,
  { control, cleanups }: { readonly control: Control; readonly cleanups: CleanupStack },
): Promise<void> {
  const name = DEPENDENCIES[dependency];
  cleanups.defer(`pôr de volta no ar ${dependency}`, () => control.setDependency(name, 'healthy'));
  await control.setDependency(name, STATES[state]);
}
