import type { DependencyName } from '../accounts/health';
import type { Platform } from '../accounts/platform';
import type { Requirement } from '../accounts/requirements';
import type { Tenant } from '../accounts/tenant';
import { DomainError } from '../errors';

interface Provision {
  /** What the client reads when the account lacks it. */
  readonly lacking: string;
  /** What it is used through. */
  readonly dependency?: DependencyName;
}

const PROVISIONS: Readonly<Record<Requirement, Provision>> = {
  vast_key: { lacking: 'Vast.ai API key not configured', dependency: 'vast' },
  balance: { lacking: 'Insufficient balance' },
  storage: { lacking: 'Backup storage not configured', dependency: 'storage' },
  gcp: { lacking: 'GCP credentials not configured', dependency: 'gcp' },
  dataset: { lacking: 'No dataset prepared' },
  history: { lacking: 'No usage history' },
};

/** 400 when the account lacks one of `needs`, 503 when what it is used through is offline. */
export function demand(platform: Platform, tenant: Tenant, needs: readonly Requirement[]): void {
  for (const need of needs) {
    const { lacking, dependency } = PROVISIONS[need];
    if (!tenant.has(need)) throw new DomainError(400, lacking);
    if (dependency) platform.dependencies.demand(dependency);
  }
}
