import type { JobBook } from './finetune';
import type { Instance } from './instances';
import type { Requirement } from './requirements';
import type { UsageLedger } from './usage';

/** One account and all that is its own: nothing in it is ever shown to another. */
export class Tenant {
  readonly instances = new Map<number, Instance>();
  /** Ids of the offers this account rents now; they are absent from its market. */
  readonly takenOffers = new Set<number>();
  readonly requirements: Set<Requirement>;

  constructor(
    readonly email: string,
    requirements: Iterable<Requirement>,
    public usage: UsageLedger,
    readonly jobs: JobBook,
  ) {
    this.requirements = new Set(requirements);
  }

  has(requirement: Requirement): boolean {
    return this.requirements.has(requirement);
  }
}
