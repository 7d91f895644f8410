import type { OperationId } from '../types';
import type { Command, FilesOfProject } from './command';
import { CommandMisuse } from './misuse';
import type { Invocation } from './parse';
import { readValue } from './values';

/**
 * An operation with its arguments, by where they go. What goes into the URL is the text that was typed, found to be of its field's type
 * (`readRequest` gives it as that type, with the contract's defaults); what goes into the body has its type.
 */
export interface OperationRequest {
  readonly operationId: OperationId;
  readonly method: string;
  /** Template, prefix included: `/api/v1/instances/{instance_id}`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** undefined when the operation takes none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Files of the working directory, by name, that the body is to have in this field; nobody has read them yet. */
  readonly files: FilesOfProject | undefined;
}

/**
 * The request that a command line asks for.
 * @throws CommandMisuse when a value does not fit its field
 */
export function requestOf({ command, given }: Invocation): OperationRequest {
  const params: Record<string, string> = {};
  const query: Record<string, string | readonly string[]> = {};
  const body: Record<string, unknown> = {};
  for (const { field, shown, text } of given) {
    const read = readValue(field, text);
    if ('wrong' in read) throw new CommandMisuse({ kind: 'wrong-value', command, shown, field, text: read.wrong });
    const { name, place } = field;
    if (place === 'path') params[name] = segment(command, shown, text);
    else if (place === 'body') body[name] = read.value;
    else query[name] = Array.isArray(read.value) ? read.value.map(String) : text;
  }
  const { operationId, method, path, takesBody, sendsFiles } = command;
  return { operationId, method, path, params, query, body: takesBody ? body : undefined, files: sendsFiles };
}

/** The path and query of a request as they go over the wire. */
export function targetOf({ path, params, query }: Pick<OperationRequest, 'path' | 'params' | 'query'>): {
  readonly path: string;
  /** With its question mark; empty when nothing is asked. */
  readonly query: string;
} {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => pair(name, one)));
  return {
    path: path.replace(/\{(\w+)\}/g, (template, name: string) => encodeURIComponent(params[name] ?? template)),
    query: pairs.length ? `?${pairs.join('&')}` : '',
  };
}

const pair = (name: string, value: string): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** `..` would name another resource on the way, however it is encoded. */
function segment(command: Command, shown: string, text: string): string {
  if (text === '.' || text === '..') throw new CommandMisuse({ kind: 'dot-segment', command, shown, text });
  return text;
}
