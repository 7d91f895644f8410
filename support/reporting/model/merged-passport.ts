import type { Passport } from './run';

/** What must be the same in streams that are told as one run. */
const MUST_AGREE = { commit: 'o commit', target: 'o alvo', cli: 'a CLI' } as const satisfies Partial<
  Record<keyof Passport, string>
>;

/** The passports of the streams of one run, as one. */
export class MergedPassport {
  #passport: Passport | null = null;
  #isNarrowed = true;
  #isInOnePiece = false;
  #shards = 0;
  readonly #seen = new Set<number>();

  /** The passport of the run, as far as its streams are known; null when none brought one. */
  get passport(): Passport | null {
    if (!this.#passport) return null;
    const isComplete = this.missing.length === 0;
    return { ...this.#passport, whole: !this.#isNarrowed && isComplete, shard: isComplete ? null : this.#passport.shard };
  }

  /** The parts of a run that was cut into shards which no stream brought, in order. */
  get missing(): number[] {
    if (this.#isInOnePiece) return [];
    return Array.from({ length: this.#shards }, (_, index) => index + 1).filter((part) => !this.#seen.has(part));
  }

  /**
   * Takes in the passport of one stream. A narrowed run (the failures run again, say) makes good for no shard.
   * @returns a sentence for each thing in which it does not belong to the same run
   */
  add(passport: Passport): string[] {
    const known = this.#passport ?? passport;
    const [part = 0, of = 0] = passport.shard?.split('/').map(Number) ?? [];
    this.#seen.add(part);
    this.#shards = Math.max(this.#shards, of);
    if (passport.whole) {
      this.#isNarrowed = false;
      this.#isInOnePiece ||= passport.shard === null;
    }
    this.#passport = { ...known, shard: known.shard ?? passport.shard };
    return differences(known, passport);
  }
}

function differences(one: Passport, other: Passport): string[] {
  return (Object.entries(MUST_AGREE) as [keyof typeof MUST_AGREE, string][]).flatMap(([field, what]) => {
    if (one[field] === other[field]) return [];
    const values = [one, other].map((passport) => passport[field] ?? 'desconhecido');
    return [`Os arquivos não falam da mesma execução: ${what} é ${values.join(' num e ')} noutro.`];
  });
}
