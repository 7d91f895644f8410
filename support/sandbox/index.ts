import type { Sandbox, SandboxOptions } from './start';

export type { Control, FileHashes, MigrationStep, Requirement } from './control';
export { connectControl } from './control-client';
export type { Sandbox, SandboxOptions } from './start';

/**
 * Starts the embedded Dumont backend on a loopback port. What it needs is loaded here and not before, so that importing this costs
 * nothing. Rejects with the system's error (`EADDRINUSE`, for one) when it cannot listen.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { start } = require('./start') as typeof import('./start');
  return start(options);
}
