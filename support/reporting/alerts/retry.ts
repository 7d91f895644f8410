/** How often and how patiently something is delivered. */
export interface Patience {
  /** For one try, in milliseconds. */
  timeoutMs: number;
  tries: number;
  /** The wait before the second try, doubled before each further one, in milliseconds. */
  backOffMs: number;
  /** A service that asks for more than this is not waited for, in milliseconds. */
  longestWaitMs: number;
}

export const PATIENCE: Patience = { timeoutMs: 10_000, tries: 3, backOffMs: 1000, longestWaitMs: 60_000 };

/** How one try ended. `reason` is a piece of a Portuguese sentence, without any address. */
export type Try = { ok: true } | { ok: false; reason: string; again: boolean; waitMs: number | null };

/** Null when it was delivered, else the reason why not. */
export type Outcome = string | null;

/** Tries until it is delivered, until there is no hope, or until the tries are used up. */
export async function withRetries(attempt: () => Promise<Try>, patience: Patience): Promise<Outcome> {
  for (let tries = 1; ; tries += 1) {
    const result = await attempt();
    if (result.ok) return null;
    if (!result.again) return result.reason;
    if (tries === patience.tries) return `${result.reason}, em ${tries} tentativas`;
    const wait = result.waitMs ?? patience.backOffMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
    if (wait > patience.longestWaitMs) return `${result.reason} e pede para esperar mais que ${patience.longestWaitMs / 1000} s`;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
