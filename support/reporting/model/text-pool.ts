/** Keeps each text once: the steps of a suite repeat themselves, and a run of many scenarios would hold thousands of copies. */
export class TextPool {
  readonly #texts = new Map<string, string>();

  /** The first text that was equal to this one. */
  keep(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
