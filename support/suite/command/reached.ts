import { targetOf } from '../../contract/commands/request';
import { loadContract } from '../../contract/contract';
import { type Exchange, isDiscovery, isSuccess } from '../wire/exchange';
import { calledInsteadStory } from './called-instead';
import type { CommandResult } from './result';
import { discoveryStory } from './story';

/**
 * Where a documented command went instead of to its operation, and what that changed.
 * @returns one Portuguese sentence, or null when it got there
 */
export function detourOf(result: CommandResult): string | null {
  const { written, asked, reply, exchanges, process, calledInstead } = result;
  if (asked === null || reply?.operationId === asked.operationId) return null;
  const wanted = `${asked.method} ${targetOf(asked).path}`;
  if (reply === null) {
    const what = calledInstead ? `a CLI ${calledInsteadStory(calledInstead)}` : lastWordsOf(process);
    return `nenhum pedido chegou à API${discoveryStory(exchanges)}, e deveria chegar ${wanted}; ${what}.`;
  }
  const stray = exchanges.find((exchange) => isStrayChange(exchange, asked.operationId));
  const changed = stray ? `, e mudou o que não devia: ${stray.method} ${stray.path} → ${stray.status}` : '';
  return `\`${written}\` chegou a ${reply.method} ${reply.path}, não a ${wanted}${changed}.`;
}

const LONGEST_WORDS = 160;

/** What the CLI said last: of a traceback, say, the line that matters. */
function lastWordsOf({ stdout, stderr }: CommandResult['process']): string {
  const lines = [stdout, stderr].flatMap((text) => text.trim().split('\n').at(-1)?.trim() || []);
  const last = lines.at(-1);
  if (last === undefined) return 'a CLI não disse nada';
  return `a CLI disse: "${last.length > LONGEST_WORDS ? `${last.slice(0, LONGEST_WORDS)}…` : last}"`;
}

/** Did an operation that the command is not for change something? */
export function strayChange({ asked, exchanges }: Pick<CommandResult, 'asked' | 'exchanges'>): boolean {
  return asked !== null && exchanges.some((exchange) => isStrayChange(exchange, asked.operationId));
}

function isStrayChange(exchange: Exchange, operationId: string): boolean {
  if (isDiscovery(exchange) || !isSuccess(exchange.status) || exchange.operationId === operationId) return false;
  return exchange.operationId === null ? exchange.method !== 'GET' : loadContract().operation(exchange.operationId).writes;
}
