import type { Control } from './control';
import type { Timings } from './domain/timings';

export type { Control } from './control';

export interface SandboxOptions {
  /** A free port when left out. */
  readonly port?: number;
  /** What the market is made from: the same seed and hour give the same offers and prices. */
  readonly seed?: string;
  readonly timings?: Partial<Timings>;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  readonly control: Control;
  /** Ends it at once, open connections included, and removes its files. A second call does nothing more. */
  close(): Promise<void>;
}

/**
 * Starts the embedded Dumont backend on a loopback port. What it needs is loaded here and not before, so that importing this costs
 * nothing. Rejects with the system's error (`EADDRINUSE`, for one) when it cannot listen.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { start } = require('./start') as typeof import('./start');
  return start(options);
}
