import { type Clock, systemClock } from '../clock';
import { DomainError } from '../errors';

/** From the best to the worst. */
export const HEALTH_STATUSES = ['healthy', 'degraded', 'offline'] as const;

export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** What the platform stands on: the names that `setDependency` of the control channel takes. */
export const DEPENDENCIES = ['database', 'vast', 'gcp', 'storage'] as const;

export type DependencyName = (typeof DEPENDENCIES)[number];

const TITLES: Readonly<Record<DependencyName, string>> = {
  database: 'Database',
  vast: 'Vast.ai',
  gcp: 'GCP',
  storage: 'Backup storage',
};

interface State {
  readonly status: HealthStatus;
  readonly since: Date;
}

const isDependency = (name: string): name is DependencyName => DEPENDENCIES.some((known) => known === name);

/** The state of everything the platform stands on. */
export class Dependencies {
  private readonly states: Map<DependencyName, State>;

  constructor(private readonly clock: Clock = systemClock) {
    const healthy: State = { status: 'healthy', since: clock.now() };
    this.states = new Map(DEPENDENCIES.map((name) => [name, healthy]));
  }

  /** Changes one state; 404 for a name that is no dependency. */
  set(name: string, status: HealthStatus): void {
    if (!isDependency(name)) throw new DomainError(404, `Unknown dependency: ${name}. Known: ${DEPENDENCIES.join(', ')}`);
    if (this.get(name) !== status) this.states.set(name, { status, since: this.clock.now() });
  }

  get(name: DependencyName): HealthStatus {
    return this.states.get(name)?.status ?? 'offline';
  }

  list(): { name: DependencyName; status: HealthStatus }[] {
    return DEPENDENCIES.map((name) => ({ name, status: this.get(name) }));
  }

  /** 503 when that dependency is offline: what stands on it cannot answer. */
  demand(name: DependencyName): void {
    if (this.get(name) === 'offline') throw new DomainError(503, `${TITLES[name]} is unavailable`, { dependency: name });
  }

  /** The state of what stands on those dependencies: the worst of theirs, `healthy` when it needs none. */
  worst(names: readonly DependencyName[] = DEPENDENCIES): HealthStatus {
    return HEALTH_STATUSES[Math.max(0, ...names.map((name) => HEALTH_STATUSES.indexOf(this.get(name))))] ?? 'healthy';
  }

  /** When the first of those that are offline went offline, or undefined. */
  offlineSince(names: readonly DependencyName[]): Date | undefined {
    const moments = names
      .map((name) => this.states.get(name))
      .filter((state) => state?.status === 'offline')
      .map((state) => state?.since.getTime() ?? 0);
    return moments.length === 0 ? undefined : new Date(Math.min(...moments));
  }
}
