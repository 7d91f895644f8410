import { targetOf } from '../../contract/commands/request';
import { loadContract } from '../../contract/contract';
import { type Exchange, isDiscovery, isSuccess } from '../wire/exchange';
import type { CommandResult } from './result';

/**
 * Where a documented command went instead of to its operation, and what that changed.
 * @returns one Portuguese sentence, or null when it got there
 */
export function detourOf({ written, asked, reply, exchanges }: CommandResult): string | null {
  if (asked === null || reply?.operationId === asked.operationId) return null;
  const wanted = `${asked.method} ${targetOf(asked).path}`;
  if (reply === null) return `nenhum pedido de \`${written}\` chegou à API: deveria chegar ${wanted}.`;
  const stray = exchanges.find((exchange) => isStrayChange(exchange, asked.operationId));
  const changed = stray ? `, e mudou o que não devia: ${stray.method} ${stray.path} → ${stray.status}` : '';
  return `\`${written}\` chegou a ${reply.method} ${reply.path}, não a ${wanted}${changed}.`;
}

/** Did an operation that the command is not for change something? */
export function strayChange({ asked, exchanges }: Pick<CommandResult, 'asked' | 'exchanges'>): boolean {
  return asked !== null && exchanges.some((exchange) => isStrayChange(exchange, asked.operationId));
}

function isStrayChange(exchange: Exchange, operationId: string): boolean {
  if (isDiscovery(exchange) || !isSuccess(exchange.status) || exchange.operationId === operationId) return false;
  return exchange.operationId === null ? exchange.method !== 'GET' : loadContract().operation(exchange.operationId).writes;
}
