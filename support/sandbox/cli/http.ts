import { type IncomingMessage, request as plainRequest } from 'node:http';
import type { HttpRequest } from './request';

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
  EPROTO: 'no TLS connection could be made',
  ETIMEDOUT: 'timed out',
};

function reason({ code, message }: NodeJS.ErrnoException): string {
  const known = code && REASONS[code];
  return known ? `${known} (${code})` : (message || code || 'unknown error').replace(/\s+/g, ' ');
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
