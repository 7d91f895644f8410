interface Restitution {
  readonly what: string;
  putBack(): Promise<void>;
}

/** What a scenario changed over the control channel, which no cleanup of its account takes back: put back when the scenario ends, however it ended. */
export class CleanupStack {
  readonly #due: Restitution[] = [];

  /**
   * Registers a restitution, before the change is made.
   * @param what completes the sentence `não consegui …`: `pôr de volta no ar a Vast.ai`
   */
  defer(what: string, putBack: () => Promise<void>): void {
    this.#due.push({ what, putBack });
  }

  /**
   * Puts everything back, the last change first, whatever becomes of the others.
   * @returns one Portuguese sentence for each thing that could not be put back
   */
  async runAll(): Promise<string[]> {
    const failures: string[] = [];
    for (const { what, putBack } of this.#due.splice(0).reverse()) {
      await putBack().catch((error: unknown) => failures.push(`não consegui ${what}: ${(error as Error).message}.`));
    }
    return failures;
  }
}
