import { DomainError } from './errors';

/** From the best to the worst. */
export const HEALTH_STATUSES = ['healthy', 'degraded', 'offline'] as const;

export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** What the platform stands on. */
export const DEPENDENCIES = ['database', 'vast.ai', 'gcp', 'storage'] as const;

export type DependencyName = (typeof DEPENDENCIES)[number];

/** The state of everything the platform stands on. */
export class Dependencies {
  private readonly statuses = new Map<string, HealthStatus>(DEPENDENCIES.map((name) => [name, 'healthy']));

  /** Changes one state; 404 for a name that is no dependency. */
  set(name: string, status: HealthStatus): void {
    if (!this.statuses.has(name)) {
      throw new DomainError(404, `Unknown dependency: ${name}. Known: ${DEPENDENCIES.join(', ')}`);
    }
    this.statuses.set(name, status);
  }

  get(name: DependencyName): HealthStatus {
    return this.statuses.get(name) ?? 'offline';
  }

  list(): { name: string; status: HealthStatus }[] {
    return [...this.statuses].map(([name, status]) => ({ name, status }));
  }

  /** The state of what stands on those dependencies: the worst of theirs, `healthy` when it needs none. */
  worst(names: readonly DependencyName[]): HealthStatus {
    return HEALTH_STATUSES[Math.max(0, ...names.map((name) => HEALTH_STATUSES.indexOf(this.get(name))))] ?? 'healthy';
  }
}
