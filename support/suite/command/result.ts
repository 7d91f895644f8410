import type { Role } from '../../shared/messages/evidence';
import type { Exchange } from '../wire/exchange';
import type { ProcessOutcome } from './process';

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
