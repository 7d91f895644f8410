/** A placeholder as features write it: `<instance_id>`, `<preço>`. */
export const PLACEHOLDER = /<([\p{L}_][\p{L}\p{N}_]*)>/gu;

/** A step speaks of what nothing has noted. */
export class UnknownPlaceholder extends Error {
  override readonly name = 'UnknownPlaceholder';

  constructor(
    readonly placeholder: string,
    known: string,
  ) {
    super(`não conheço <${placeholder}>: ${known}`);
  }
}

/** What one scenario has noted down, by placeholder name; each value is any JSON value. */
export class Memory {
  readonly #values = new Map<string, unknown>();
  readonly #sources = new Map<string, string>();

  /**
   * Notes `value` under `name` (without the angle brackets).
   * @param source the command that told it, for messages
   */
  store(name: string, value: unknown, source?: string): void {
    this.#values.set(name, value);
    if (source === undefined) this.#sources.delete(name);
    else this.#sources.set(name, source);
  }

  /** The command that told what is noted under `name`, when one did. */
  sourceOf(name: string): string | undefined {
    return this.#sources.get(name);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** Everything noted so far, by name. */
  all(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#values);
  }

  /**
   * The value noted under `name`.
   * @throws UnknownPlaceholder naming what the scenario knows when nothing was noted under it.
   */
  recall(name: string): unknown {
    if (!this.#values.has(name)) throw new UnknownPlaceholder(name, this.#known());
    return this.#values.get(name);
  }

  /**
   * `text` with each placeholder replaced by its value.
   * @throws UnknownPlaceholder as `recall`.
   */
  fill(text: string): string {
    return text.replace(PLACEHOLDER, (_, name: string) => {
      const value = this.recall(name);
      return typeof value === 'string' ? value : JSON.stringify(value);
    });
  }

  #known(): string {
    const names = [...this.#values.keys()].map((name) => `<${name}>`);
    return names.length > 0
      ? `até aqui este cenário anotou ${names.join(', ')}.`
      : 'até aqui este cenário não anotou nada; use, por exemplo, E anoto o campo "id" como <instance_id>.';
  }
}
