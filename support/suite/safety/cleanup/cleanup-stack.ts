interface DeferredCleanup {
  readonly what: string;
  run(): Promise<void>;
}

/** What a scenario changed over the control channel, which no cleanup of its account takes back: undone when the scenario ends, however it ended. */
export class CleanupStack {
  readonly #deferred: DeferredCleanup[] = [];

  /**
   * Registers a cleanup, before the change is made.
   * @param what completes the sentence `não consegui …`: `pôr de volta no ar a Vast.ai`
   */
  defer(what: string, run: () => Promise<void>): void {
    this.#deferred.push({ what, run });
  }

  /**
   * Runs every cleanup, that of the last change first, whatever becomes of the others.
   * @returns one Portuguese sentence for each that failed
   */
  async runAll(): Promise<string[]> {
    const failures: string[] = [];
    for (const { what, run } of this.#deferred.splice(0).reverse()) {
      await run().catch((error: unknown) => failures.push(`não consegui ${what}: ${(error as Error).message}.`));
    }
    return failures;
  }
}
