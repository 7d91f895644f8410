import type { HealthStatus } from './domain/accounts/health';
import type { Requirement } from './domain/accounts/requirements';
import type { MigrationStep } from './domain/instances/migration-steps';

export type { HealthStatus, MigrationStep, Requirement };

export interface NewUser {
  /** A fresh address when left out. */
  readonly email?: string;
  /** A random one when left out. */
  readonly password?: string;
  /** What the account shall not have; it has everything else. */
  readonly lacks?: readonly Requirement[];
}

export interface User {
  readonly email: string;
  readonly password: string;
  /** Raw values that must never show: the secrets of the account's settings. */
  readonly secrets: readonly string[];
}

/** SHA-256 (hex) of each file by its path below /workspace. */
export type FileHashes = Readonly<Record<string, string>>;

export type JobOutcome = 'completed' | 'failed';

/**
 * What no documented command can prepare or look at (resolutions G15): in this process when the sandbox is embedded, over a second
 * loopback port when it stands alone. Arguments and results are plain JSON. Whatever names an unknown user, instance, snapshot or
 * job rejects with an Error that says so.
 */
export interface Control {
  /** A new account. Rejects when the address is taken. */
  createUser(user?: NewUser): Promise<User>;
  /** Ends an account with all it has; no error when there is none. */
  removeUser(email: string): Promise<void>;
  /** Gives something to an account, or takes it away. */
  setRequirement(email: string, requirement: Requirement, present: boolean): Promise<void>;
  /** A token of that user that was valid once and has expired. */
  expiredToken(email: string): Promise<string>;
  /** Writes a file (path below /workspace, content in base64) into the volume of an instance. */
  writeFile(email: string, instanceId: number, name: string, base64: string): Promise<void>;
  /** Deletes a file of the volume of an instance; rejects when it has none such. */
  deleteFile(email: string, instanceId: number, name: string): Promise<void>;
  /** What the volume of an instance holds now. */
  volumeManifest(email: string, instanceId: number): Promise<FileHashes>;
  /** What a snapshot holds; takes the id or the short id. */
  snapshotManifest(email: string, snapshotId: string): Promise<FileHashes>;
  /** Lets so many hours go by for that user, and for nobody else. */
  passTime(email: string, hours: number): Promise<void>;
  /** Time stands still for that user: what is being made stays so, but for what `passTime` lets go by. */
  stopTime(email: string): Promise<void>;
  /** The next job of that user stays in the queue until it is cancelled or ended. */
  holdNextJob(email: string): Promise<void>;
  /** Ends a running or queued job. */
  finishJob(email: string, jobId: string, outcome: JobOutcome): Promise<void>;
  /** The state in which GET /health reports a dependency (`database`, `vast`, `gcp`, `storage`). */
  setDependency(name: string, status: HealthStatus): Promise<void>;
  /** The next migration of that user fails at `step`; its source must survive. */
  failMigration(email: string, step: MigrationStep): Promise<void>;
}
