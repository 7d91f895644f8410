import { randomBytes } from 'node:crypto';
import type { Control, FileHashes, JobOutcome, MigrationStep, NewUser, User } from './control';
import type { HealthStatus } from './domain/accounts/health';
import type { Platform } from './domain/accounts/platform';
import { REQUIREMENTS, type Requirement } from './domain/accounts/requirements';
import type { Tenant } from './domain/accounts/tenant';
import { hashesOf } from './domain/instances/manifest';
import { HOUR_MS } from './domain/market/machines';

/** The control channel over a platform in this process. */
export class PlatformControl implements Control {
  constructor(private readonly platform: Platform) {}

  async createUser({ email = freshEmail(), password = freshPassword(), lacks = [] }: NewUser = {}): Promise<User> {
    const requirements = REQUIREMENTS.filter((requirement) => !lacks.includes(requirement));
    const { vault } = this.platform.register(email, password, requirements);
    return { email, password, secrets: vault.secrets };
  }

  async removeUser(email: string): Promise<void> {
    this.platform.unregister(email);
  }

  async setRequirement(email: string, requirement: Requirement, present: boolean): Promise<void> {
    if (!REQUIREMENTS.includes(requirement)) throw new Error(`Unknown requirement ${requirement}`);
    this.#tenant(email).set(requirement, present);
  }

  async expiredToken(email: string): Promise<string> {
    return this.platform.tokens.issueExpired(this.#tenant(email).email);
  }

  async writeFile(email: string, instanceId: number, name: string, base64: string): Promise<void> {
    this.#tenant(email).instance(instanceId).volume.write(name, Buffer.from(base64, 'base64'));
  }

  async deleteFile(email: string, instanceId: number, name: string): Promise<void> {
    this.#tenant(email).instance(instanceId).volume.delete(name);
  }

  async volumeManifest(email: string, instanceId: number): Promise<FileHashes> {
    return hashesOf(this.#tenant(email).instance(instanceId).volume.manifest());
  }

  async snapshotManifest(email: string, snapshotId: string): Promise<FileHashes> {
    return hashesOf(this.#tenant(email).snapshots.find(snapshotId).manifest);
  }

  async passTime(email: string, hours: number): Promise<void> {
    if (!(hours > 0)) throw new Error(`Time only goes forward, not by ${hours} hours`);
    this.#tenant(email).clock.pass(hours * HOUR_MS);
  }

  async stopTime(email: string): Promise<void> {
    this.#tenant(email).clock.stop();
  }

  async holdNextJob(email: string): Promise<void> {
    this.#tenant(email).jobs.holdNext();
  }

  async finishJob(email: string, jobId: string, outcome: JobOutcome): Promise<void> {
    this.#tenant(email).jobs.finish(jobId, outcome);
  }

  async setDependency(name: string, status: HealthStatus): Promise<void> {
    this.platform.dependencies.set(name, status);
  }

  async failMigration(email: string, step: MigrationStep): Promise<void> {
    this.#tenant(email).migrationFailure = step;
  }

  #tenant(email: string): Tenant {
    const tenant = this.platform.tenant(email);
    if (!tenant) throw new Error(`User ${email} not found`);
    return tenant;
  }
}

function freshEmail(): string {
  return `user-${randomBytes(5).toString('hex')}@example.com`;
}

function freshPassword(): string {
  return randomBytes(12).toString('base64url');
}
