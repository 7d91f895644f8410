import { isDiscovery, isSuccess } from '../wire/exchange';
import type { CommandResult } from './result';
import { answerStory, replyStory } from './story';

/**
 * What a step must speak about, or the scenario fails: no reply, an error of the API, an exit code of its own.
 * @returns the beginning of a Portuguese sentence, or null when the command simply succeeded
 */
export function unexpectedEnd(result: CommandResult): string | null {
  const { reply, process } = result;
  if (reply?.status == null) return `o comando ficou sem resposta (${answerStory(result)})`;
  if (!isSuccess(reply.status)) return `a API respondeu ${reply.status}`;
  return process.exitCode === 0 ? null : `o comando terminou com o código ${process.exitCode}`;
}

/**
 * Errors on the way to the reply. Steps speak of the reply only, so that nothing can make these expected.
 * @returns the beginning of a Portuguese sentence for each
 */
export function errorsOnTheWay({ exchanges, reply }: CommandResult): string[] {
  return exchanges
    .filter((exchange) => exchange !== reply && !isDiscovery(exchange) && !isSuccess(exchange.status))
    .map((exchange) => `antes da resposta houve um erro, ${replyStory(exchange)}`);
}
