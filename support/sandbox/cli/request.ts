import { readFileSync } from 'node:fs';
import { coerce } from './coerce';
import { usage } from './help';
import type { Invocation } from './parse';
import { UsageError } from './usage-error';

export interface HttpRequest {
  method: string;
  /** Path with its parameters filled in, without the query. */
  path: string;
  query: string;
  body?: Record<string, unknown>;
}

function projectFiles(names: string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of names) {
    try {
      files[name] = readFileSync(name, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') throw new UsageError(`Cannot read ${name} in the current directory: ${code}.`);
    }
  }
  return files;
}

/** `..` would name another resource on the way, however it is encoded. */
function segment(shown: string, text: string, advice: string[]): string {
  if (text === '.' || text === '..') throw new UsageError(`${shown} cannot be "${text}".`, advice);
  return encodeURIComponent(text);
}

const pair = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;

/**
 * The HTTP request of a command: each value where the operation declares it, in its type; files of the working directory as
 * the operation asks for them.
 * @throws UsageError when a value does not fit its type or a file that is there cannot be read
 */
export function toRequest({ command, given }: Invocation): HttpRequest {
  const advice = [`Usage: ${usage(command)}`];
  let path = command.path;
  const query: string[] = [];
  const body: Record<string, unknown> = {};
  for (const { field, shown, text } of given) {
    const value = coerce(field, text, shown, advice);
    if (field.place === 'path') path = path.replace(`{${field.name}}`, segment(shown, text, advice));
    else if (field.place === 'body') body[field.name] = value;
    else for (const item of Array.isArray(value) ? value : [text]) query.push(pair(field.name, item));
  }
  const { sendsFiles } = command;
  if (sendsFiles) body[sendsFiles.field] = projectFiles(sendsFiles.names);
  return {
    method: command.method,
    path,
    query: query.length ? `?${query.join('&')}` : '',
    ...(command.takesBody && { body }),
  };
}
