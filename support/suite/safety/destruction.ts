import type { Operation } from '../../contract/contract';

/**
 * Where nothing may be created or destroyed, the tags of a scenario are not enough: one that is missing or misspelt would rent a GPU.
 * @returns why a request to this operation is held back, or null when it may go
 */
export function destructiveRefusal(operation: Operation | null): string | null {
  if (operation === null || (operation.creates.length === 0 && operation.destroys === null)) return null;
  return 'retido pela suíte: cria ou destrói recursos, e falta DUMONT_SKIP_DESTRUCTIVE=false ou a tag @destrutivo';
}
