import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Control } from './control';
import { Platform } from './domain/accounts/platform';
import { systemClock } from './domain/clock';
import { Market } from './domain/market/market';
import { DEFAULT_TIMINGS, type Timings } from './domain/timings';
import { PlatformControl } from './platform-control';
import { buildServer } from './server';

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

const DEFAULT_SEED = 'dumont';

/** Builds and starts the sandbox; see `startSandbox` of index.ts, which loads this when it is called. */
export async function start({ port = 0, seed = DEFAULT_SEED, timings = {} }: SandboxOptions): Promise<Sandbox> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dumont-sandbox-'));
  const removeFiles = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFiles); // for a process that ends without closing it
  const market = new Market(seed, systemClock.now());
  const platform = new Platform(systemClock, { ...DEFAULT_TIMINGS, ...timings }, market, folder);
  const server = buildServer(platform);
  const close = async (): Promise<void> => {
    await server.close();
    process.removeListener('exit', removeFiles);
    removeFiles();
  };
  try {
    await server.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    await close();
    throw error;
  }
  const address = server.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, control: new PlatformControl(platform), close };
}
