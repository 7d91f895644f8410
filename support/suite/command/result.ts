import type { Exchange } from '../wire/exchange';
import type { ProcessOutcome } from './process';

/** Why a command was run: the feature's "Quando executo", a preparation of "Dado", or a look that a step takes. */
export type Role = 'documented' | 'setup' | 'probe';

/** One command, from what the feature says to what went over the wire. Raw: secrets are still in it, it is never stored. */
export interface CommandResult {
  readonly written: string;
  readonly role: Role;
  readonly argv: readonly string[];
  readonly process: ProcessOutcome;
  readonly exchanges: readonly Exchange[];
  /** The exchange that is the command's reply, null when it sent nothing. */
  readonly reply: Exchange | null;
}
