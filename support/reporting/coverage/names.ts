import type { OperationCoverage } from './model';

/** An operation as people know it: its command without "dumont" (`instance get <instance_id>`); method and path when it has none. */
export function operationName({ command, method, path }: Pick<OperationCoverage, 'command' | 'method' | 'path'>): string {
  return command === null ? `${method} ${path}` : command.replace(/^dumont /, '').replace(/\{(\w+)\}/g, '<$1>');
}

/** The same by id; the id itself when the contract has none such. */
export function commandName(id: string, operations: ReadonlyMap<string, OperationCoverage>): string {
  const operation = operations.get(id);
  return operation ? operationName(operation) : id;
}
