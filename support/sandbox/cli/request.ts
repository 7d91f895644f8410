import { readFileSync } from 'node:fs';
import { type IncomingMessage, request as plainRequest } from 'node:http';
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

export interface HttpReply {
  status: number;
  text: string;
}

/** Nothing came back, or not all of it. The message says why, in a few words. */
export class Unreachable extends Error {}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was closed before the reply was complete',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ENOTFOUND: 'host not found',
  EAI_AGAIN: 'host name could not be resolved',
  ETIMEDOUT: 'timed out',
};

function reason({ code, message }: NodeJS.ErrnoException): string {
  const known = code && REASONS[code];
  return known ? `${known} (${code})` : (message || code || 'unknown error').replace(/\s+/g, ' ');
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
function segment(shown: string, text: string): string {
  if (text === '.' || text === '..') throw new UsageError(`${shown} cannot be "${text}".`);
  return encodeURIComponent(text);
}

/**
 * The HTTP request of a command: each value where the operation declares it, in its type; files of the working directory as
 * the operation asks for them.
 * @throws UsageError when a value does not fit its type or a file that is there cannot be read
 */
export function toRequest({ command, given }: Invocation): HttpRequest {
  let path = command.path;
  const query: string[] = [];
  const body: Record<string, unknown> = {};
  for (const { field, shown, text } of given) {
    const value = coerceOrAdvise(command, () => coerce(field, text, shown));
    if (field.place === 'path') path = path.replace(`{${field.name}}`, () => segment(shown, text));
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

const pair = (name: string, value: unknown): string => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;

function coerceOrAdvise(command: Invocation['command'], read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(error.message, [`Usage: ${usage(command)}`]);
    throw error;
  }
}

/**
 * Sends a request and waits for the whole reply, whatever its status. Redirects are not followed.
 * @throws Unreachable when no complete reply came back
 */
export function send(base: URL, { method, path, query, body }: HttpRequest, token: string | undefined): Promise<HttpReply> {
  const target = new URL(base.pathname.replace(/\/+$/, '') + path + query, base);
  const payload = body && Buffer.from(JSON.stringify(body));
  const headers = {
    accept: 'application/json',
    ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const start: typeof plainRequest =
    base.protocol === 'https:' ? (require('node:https') as typeof import('node:https')).request : plainRequest;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(new Unreachable(reason(error)));
    const receive = (reply: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', fail);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
    };
    start(target, { method, headers, agent: false }, receive).on('error', fail).end(payload);
  });
}
