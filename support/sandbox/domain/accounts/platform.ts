import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock';
import { DomainError } from '../errors';
import type { Market } from '../market/market';
import type { Timings } from '../timings';
import { Dependencies } from './health';
import type { Requirement } from './requirements';
import { Tenant } from './tenant';
import { Tokens } from './tokens';

const FIRST_INSTANCE_ID = 27_000_001;

/** The whole backend behind one server. */
export class Platform {
  /** What it stands on, for the health check and for refusing what cannot be done without. */
  readonly dependencies: Dependencies;
  readonly tokens: Tokens;
  readonly #tenants = new Map<string, Tenant>();
  #nextInstanceId = FIRST_INSTANCE_ID;

  /** `folder`: where volumes and backups lie; it belongs to this platform alone. */
  constructor(
    readonly clock: Clock,
    readonly timings: Timings,
    readonly market: Market,
    private readonly folder: string,
  ) {
    this.dependencies = new Dependencies(clock);
    this.tokens = new Tokens(clock);
  }

  /** Opens an account; 409 when the address has one. */
  register(email: string, password: string, requirements: Iterable<Requirement>): Tenant {
    const key = email.toLowerCase();
    if (this.#tenants.has(key)) throw new DomainError(409, `User ${email} already exists`);
    const tenant = new Tenant(email, password, requirements, path.join(this.folder, randomUUID()), this.clock, this.timings);
    this.#tenants.set(key, tenant);
    return tenant;
  }

  /** The account of that address, in any letter case. */
  tenant(email: string): Tenant | undefined {
    return this.#tenants.get(email.toLowerCase());
  }

  /** Ends an account and deletes its files; nothing happens when there is none. */
  unregister(email: string): void {
    const tenant = this.tenant(email);
    if (!tenant) return;
    this.#tenants.delete(email.toLowerCase());
    rmSync(tenant.folder, { recursive: true, force: true });
  }

  /** An id that no other instance has or had. */
  nextInstanceId(): number {
    return this.#nextInstanceId++;
  }
}
