import { isDeepStrictEqual } from 'node:util';
import { loadContract } from '../../contract/contract';
import { maskSecrets } from '../../contract/secrets';
import { type Exchange, isSuccess } from '../wire/exchange';
import { printedDocuments } from './printed';
import type { CommandResult } from './result';

/**
 * Does the process tell what the wire tells? Demanded of every command (resolutions G1 and G3): a JSON document printed for a 2xx equals
 * the body received, an error says something, and the exit code of a success is 0 (of an error 1, for the embedded CLI).
 * @returns one Portuguese sentence for the first disagreement, or null.
 */
export function disagreement(result: CommandResult, cli: 'embedded' | 'binary'): string | null {
  const { process, reply } = result;
  if (reply?.status == null) return null; // nothing arrived: the steps that read the reply say so
  const succeeded = isSuccess(reply.status);
  if (succeeded && process.exitCode !== 0) {
    return `a API respondeu ${reply.status}, mas o comando terminou com o código ${process.exitCode}; um sucesso termina com 0`;
  }
  if (!succeeded && cli === 'embedded' && process.exitCode !== 1) {
    return `a API respondeu ${reply.status}, mas o comando terminou com o código ${process.exitCode}; um erro da API termina com 1`;
  }
  if (!succeeded) return process.stdout.trim() === '' ? `a API respondeu ${reply.status}, mas o comando não mostrou nada` : null;
  return printedDisagreement(process.stdout, reply);
}

function printedDisagreement(stdout: string, reply: Exchange): string | null {
  const operation = reply.operationId === null ? null : loadContract().operation(reply.operationId);
  const printed = printedDocuments(stdout);
  if (printed.length === 0) {
    // Deployed generations of login and logout print a message in place of the body.
    if (operation?.cli?.session && stdout.trim() !== '') return null;
    return stdout.trim() === ''
      ? `a API respondeu ${reply.status}, mas o comando não mostrou nada`
      : `a API respondeu ${reply.status}, mas o que o comando mostrou não traz um JSON inteiro`;
  }
  const received = reply.responseBody;
  const masked = operation ? maskSecrets(operation, reply.status ?? 0, received) : received;
  if (printed.some((document) => isDeepStrictEqual(document, masked) || isDeepStrictEqual(document, received))) return null;
  return 'o que o comando mostrou não é o que a API respondeu';
}
