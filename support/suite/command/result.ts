import type { OperationRequest } from '../../contract/contract';
import type { Role } from '../../shared/messages/evidence';
import type { Exchange } from '../wire/exchange';
import type { ProcessOutcome } from './process';

/** One command, from what the feature says to what went over the wire. Raw: secrets are still in it, it is never stored. */
export interface CommandResult {
  readonly written: string;
  readonly role: Role;
  readonly argv: readonly string[];
  /** What the contract has for this line; null where it knows none, and nothing is demanded of where it goes. */
  readonly asked: OperationRequest | null;
  readonly process: ProcessOutcome;
  readonly exchanges: readonly Exchange[];
  /** The exchange that is the command's reply, null when it sent nothing. */
  readonly reply: Exchange | null;
  /** The address that the CLI says it could not reach, when it sent nothing to the one it was given; null when it speaks of none. */
  readonly calledInstead: string | null;
}
