import type { Clock } from './clock';
import type { Market } from './market';
import type { Tenant } from './tenant';
import type { Timings } from './timings';

export type DependencyStatus = 'healthy' | 'degraded' | 'offline';

/** The whole backend behind one server. */
export class Platform {
  /** By e-mail address. */
  readonly tenants = new Map<string, Tenant>();
  /** What the platform stands on, for the health check. */
  readonly dependencies = new Map<string, DependencyStatus>(
    ['database', 'vast.ai', 'gcp', 'storage'].map((name) => [name, 'healthy']),
  );

  constructor(
    readonly clock: Clock,
    readonly timings: Timings,
    readonly market: Market,
  ) {}
}
