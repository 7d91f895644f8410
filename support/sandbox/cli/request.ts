import { readFileSync } from 'node:fs';
import type { Invocation } from '../../contract/commands/parse';
import { requestOf, targetOf } from '../../contract/commands/request';
import { UsageError } from './usage-error';

export interface HttpRequest {
  method: string;
  /** Path with its parameters filled in, without the query. */
  path: string;
  query: string;
  body?: Record<string, unknown>;
}

/**
 * The HTTP request of a command, with the files of the working directory that the operation asks for.
 * @throws CommandMisuse when a value does not fit its field
 * @throws UsageError when a file that is there cannot be read
 */
export function toRequest(invocation: Invocation): HttpRequest {
  const request = requestOf(invocation);
  const { method, body, files } = request;
  const sent = files ? { ...body, [files.field]: projectFiles(files.names) } : body;
  return { method, ...targetOf(request), ...(sent && { body: sent }) };
}

function projectFiles(names: readonly string[]): Record<string, string> {
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
