import type { OperationRequest } from '../../contract/contract';
import type { Role } from '../../shared/messages/evidence';
import type { Exchange } from '../wire/exchange';
import type { CommandResult } from './result';

/** What stands for the process of a command that none was started for. */
export const NO_PROCESS: CommandResult['process'] = {
  exitCode: null,
  signal: null,
  timedOut: false,
  outputCut: false,
  startFailure: null,
  stdout: '',
  stderr: '',
  durationMs: 0,
};

/** A command that the suite carried out over the API, as if the CLI had sent that one request. */
export function carriedOut(
  command: { readonly written: string; readonly role: Role; readonly argv: readonly string[]; readonly asked: OperationRequest },
  exchange: Exchange,
): CommandResult {
  return { ...command, process: NO_PROCESS, exchanges: [exchange], reply: exchange, calledInstead: null };
}
