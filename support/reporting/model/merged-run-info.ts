import type { RunInfo } from '../../shared/messages/run-info';

/** What must be the same in streams that are told as one run. */
const MUST_AGREE = { commit: 'o commit', target: 'o alvo', cli: 'a CLI' } as const satisfies Partial<
  Record<keyof RunInfo, string>
>;

/** The run information of the streams of one run, as one. */
export class MergedRunInfo {
  #runInfo: RunInfo | null = null;
  #isNarrowed = true;
  #isInOnePiece = false;
  #shards = 0;
  readonly #seen = new Set<number>();

  /** The information about the run, as far as its streams are known; null when none brought one. */
  get runInfo(): RunInfo | null {
    if (!this.#runInfo) return null;
    const isComplete = this.missing.length === 0;
    return { ...this.#runInfo, whole: !this.#isNarrowed && isComplete, shard: isComplete ? null : this.#runInfo.shard };
  }

  /** The parts of a run that was cut into shards which no stream brought, in order. */
  get missing(): number[] {
    if (this.#isInOnePiece) return [];
    return Array.from({ length: this.#shards }, (_, index) => index + 1).filter((part) => !this.#seen.has(part));
  }

  /**
   * Takes in the run information of one stream. A narrowed run (the failures run again, say) makes good for no shard.
   * @returns a sentence for each thing in which it does not belong to the same run
   */
  add(runInfo: RunInfo): string[] {
    const known = this.#runInfo ?? runInfo;
    const [part = 0, of = 0] = runInfo.shard?.split('/').map(Number) ?? [];
    this.#seen.add(part);
    this.#shards = Math.max(this.#shards, of);
    if (runInfo.whole) {
      this.#isNarrowed = false;
      this.#isInOnePiece ||= runInfo.shard === null;
    }
    this.#runInfo = { ...known, shard: known.shard ?? runInfo.shard };
    return differences(known, runInfo);
  }
}

function differences(one: RunInfo, other: RunInfo): string[] {
  return (Object.entries(MUST_AGREE) as [keyof typeof MUST_AGREE, string][]).flatMap(([field, what]) => {
    if (one[field] === other[field]) return [];
    const values = [one, other].map((runInfo) => runInfo[field] ?? 'desconhecido');
    return [`Os arquivos não falam da mesma execução: ${what} é ${values.join(' num e ')} noutro.`];
  });
}
