import path from 'node:path';
import { AccountClock, type Clock } from '../clock';
import { DomainError } from '../errors';
import { BlobStore } from '../instances/blobs';
import type { Instance } from '../instances/instances';
import type { MigrationStep } from '../instances/migration-steps';
import { Snapshots } from '../instances/snapshots';
import { Standby } from '../instances/standby';
import { UsageLedger } from '../savings/usage';
import type { Timings } from '../timings';
import { JobBook } from '../training/finetune';
import { hashPassword, isPassword, type PasswordHash } from './passwords';
import type { Requirement } from './requirements';
import { Vault } from './vault';
import { Wallet } from './wallet';

/** US$ that an account with balance begins with (resolutions 2.3). */
const SEED_FUNDS = 100;

/** One account and all that is its own: nothing in it is ever shown to another. */
export class Tenant {
  /** What all that is the account's own goes by. */
  readonly clock: AccountClock;
  readonly instances = new Map<number, Instance>();
  /** Ids of the offers this account rents now; they are absent from its market. */
  readonly takenOffers = new Set<number>();
  readonly #requirements: Set<Requirement>;
  readonly vault = new Vault();
  readonly usage = new UsageLedger();
  readonly jobs: JobBook;
  readonly wallet: Wallet;
  readonly store: BlobStore;
  readonly snapshots: Snapshots;
  readonly standby: Standby;
  /** The step at which the next migration is to fail, when the control channel wants one to. */
  migrationFailure: MigrationStep | null = null;
  readonly #password: PasswordHash;

  /** `folder`: where its files lie, its own. */
  constructor(
    readonly email: string,
    password: string,
    requirements: Iterable<Requirement>,
    readonly folder: string,
    platformClock: Clock,
    timings: Timings,
  ) {
    const clock = new AccountClock(platformClock);
    this.clock = clock;
    this.#password = hashPassword(password);
    this.#requirements = new Set(requirements);
    this.jobs = new JobBook(email, clock, timings);
    this.wallet = new Wallet(clock, this.#requirements.has('balance') ? SEED_FUNDS : 0);
    this.store = new BlobStore(path.join(folder, 'backup'));
    this.snapshots = new Snapshots(this.store, clock);
    this.standby = new Standby(clock, timings);
    if (this.has('history')) this.usage.addHistory(clock.now());
  }

  hasPassword(password: string): boolean {
    return isPassword(password, this.#password);
  }

  has(requirement: Requirement): boolean {
    return requirement === 'balance' ? this.wallet.balance > 0 : this.#requirements.has(requirement);
  }

  /** Gives something to the account, or takes it away; no change when it is so already. */
  set(requirement: Requirement, present: boolean): void {
    if (present === this.has(requirement)) return;
    if (present) this.#requirements.add(requirement);
    else this.#requirements.delete(requirement);
    if (requirement === 'balance') this.wallet.balance = present ? SEED_FUNDS : 0;
    if (requirement !== 'history') return;
    if (present) this.usage.addHistory(this.clock.now());
    else this.usage.forgetPast();
  }

  /** 404 for an id that this account does not have, another account's included. */
  instance(id: number): Instance {
    const instance = this.instances.get(id);
    if (!instance) throw new DomainError(404, `Instance ${id} not found`);
    return instance;
  }

  /** Drops from the storage what neither a snapshot nor the backup of a living instance needs. */
  pruneStorage(): void {
    const manifests = [
      ...this.snapshots.list(),
      ...[...this.instances.values()].map(({ volume }) => ({ manifest: volume.baseline })),
    ];
    this.store.prune(new Set(manifests.flatMap(({ manifest }) => [...manifest.values()].map(({ sha256 }) => sha256))));
  }
}
