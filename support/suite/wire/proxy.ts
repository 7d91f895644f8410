import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { loadContract, type Operation } from '../../contract/contract';
import { type Exchange, kindOf } from './exchange';
import { failureCode } from './failures';
import { parseBody, protocolOf } from './http';

/** Headers that belong to one connection and are not passed on. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'host',
]);

/** A request that has come from the CLI and has not gone on to the target. */
export interface PendingRequest {
  /** The contract's, null when it has none for this method and path. */
  readonly operation: Operation | null;
  /** The path's parameters. */
  readonly params: Readonly<Record<string, string>>;
  /** Parsed JSON, or text when it is none, or undefined when empty. */
  readonly body: unknown;
  readonly authorization: string | undefined;
}

/** What a proxy does beside forwarding. */
export interface ProxyRules {
  /** Called with each exchange before the CLI sees its reply; a second time when a reply comes that nobody waits for any more. */
  readonly onExchange?: (request: PendingRequest, exchange: Exchange) => void;
  /** Why a request must not reach the target, or null when it may. */
  readonly refusal?: (request: PendingRequest) => string | null | Promise<string | null>;
}

/**
 * Stands between the CLI and the target: forwards each request unchanged and keeps what really happened. When the target cannot be
 * reached the CLI's connection is cut, as it would be without the proxy.
 */
export class RecordingProxy {
  readonly #server: http.Server;
  readonly #target: URL;
  readonly #onExchange: NonNullable<ProxyRules['onExchange']>;
  readonly #refusal: NonNullable<ProxyRules['refusal']>;
  readonly #unanswered = new Set<() => void>();
  readonly #late = new Set<Promise<void>>();
  #exchanges: Exchange[] = [];

  private constructor(target: string, { onExchange = () => {}, refusal = () => null }: ProxyRules) {
    this.#target = new URL(target);
    this.#onExchange = onExchange;
    this.#refusal = refusal;
    this.#server = http.createServer((request, response) => this.#forward(request, response));
  }

  /**
   * Starts a proxy on a free loopback port.
   * @param target base address of the backend
   */
  static async start(target: string, rules: ProxyRules = {}): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(target, rules);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** Base address for the CLI. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The exchanges since the last call. A request still unanswered is abandoned: whoever sent it is gone. */
  takeExchanges(): Exchange[] {
    for (const abandon of this.#unanswered) abandon();
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }

  /**
   * Waits for the replies to abandoned requests that may have created something.
   * @param hurry when it fires, nothing is waited for any more
   * @returns whether all of them ended in time
   */
  async settle(patienceMs: number, hurry?: AbortSignal): Promise<boolean> {
    if (this.#late.size === 0) return true;
    const ended = Promise.all(this.#late).then(() => true);
    return Promise.race([ended, pause(patienceMs, false, { signal: hurry, ref: false }).catch(() => false)]);
  }

  async close(): Promise<void> {
    this.takeExchanges();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(incoming: http.IncomingMessage, outgoing: http.ServerResponse): void {
    const startedAt = performance.now();
    const address = new URL(incoming.url ?? '/', 'http://cli');
    const method = incoming.method ?? 'GET';
    const { operation = null, params = {} } = loadContract().match(method, address.pathname) ?? {};
    let pending: PendingRequest = { operation, params, body: undefined, authorization: incoming.headers.authorization };
    let upstream: http.ClientRequest | undefined;

    let settled = false;
    const record = (end: Pick<Exchange, 'status' | 'responseBody' | 'responseIsJson' | 'failure' | 'isWithheld'>): void => {
      const isLate = settled;
      if (isLate && end.status === null && !end.isWithheld) return;
      settled = true;
      this.#unanswered.delete(abandon);
      const exchange: Exchange = {
        kind: kindOf(method, address.pathname),
        method,
        path: address.pathname,
        query: address.searchParams,
        operationId: operation?.id ?? null,
        requestBody: pending.body,
        durationMs: Math.round(performance.now() - startedAt),
        ...end,
      };
      if (!isLate) this.#exchanges.push(exchange);
      this.#onExchange(pending, exchange);
    };
    const lose = (error: unknown, withheld: Pick<Exchange, 'isWithheld'> = {}): void => {
      record({ status: null, responseBody: undefined, responseIsJson: false, failure: failureCode(error), ...withheld });
      outgoing.destroy();
    };
    const abandon = (): void => {
      lose({ code: 'ETIMEDOUT' });
      if (!upstream) return;
      if (operation === null || operation.creates.length === 0) upstream.destroy();
      else this.#late.add(new Promise<void>((resolve) => upstream?.once('close', resolve))); // what it creates must still be known, or nobody will ever destroy it
    };
    this.#unanswered.add(abandon);

    const pass = (payload: Buffer): void => {
      upstream = protocolOf(this.#target).request(this.#target, {
        method,
        path: this.#target.pathname.replace(/\/$/, '') + (incoming.url ?? '/'),
        headers: forwardedHeaders(incoming, this.#target.host),
        agent: false,
      });
      upstream.on('error', lose);
      upstream.on('response', (reply) => {
        readBody(reply).then((raw) => {
          const { value, isJson } = parseBody(readable(raw, reply.headers['content-encoding']));
          record({ status: reply.statusCode ?? 0, responseBody: value, responseIsJson: isJson, failure: null });
          outgoing.writeHead(reply.statusCode ?? 502, replyHeaders(reply, raw.length));
          outgoing.end(raw);
        }, lose);
      });
      upstream.end(payload);
    };
    const decide = async (payload: Buffer): Promise<void> => {
      pending = { ...pending, body: parseBody(payload.toString()).value };
      const asked = this.#refusal(pending);
      const refusal = asked instanceof Promise ? await asked : asked;
      if (settled)
        lose({ code: 'ECONNABORTED' }, { isWithheld: true }); // whoever sent it is gone meanwhile, and it never leaves
      else if (refusal === null) pass(payload);
      else lose({ code: refusal }, { isWithheld: true });
    };
    readBody(incoming)
      .then(decide)
      .catch((error: unknown) => lose(error));
  }
}

/** A message that is longer than this is not read to its end: it would take the memory of the run. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** @throws an error whose code is a Portuguese sentence when the body is too long; what the connection throws when it ends early */
async function readBody(message: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_BODY) throw tooLong();
  }
  return Buffer.concat(chunks);
}

function tooLong(): Error {
  return Object.assign(new Error(), { code: `o corpo passou de ${LARGEST_BODY / 1024 / 1024} MB e não foi lido até o fim` });
}

function forwardedHeaders(incoming: http.IncomingMessage, host: string): http.OutgoingHttpHeaders {
  const kept = Object.entries(incoming.headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return { ...Object.fromEntries(kept), host, 'accept-encoding': 'identity' };
}

function replyHeaders(reply: http.IncomingMessage, length: number): http.OutgoingHttpHeaders {
  const kept = Object.entries(reply.headers).filter(([name]) => !HOP_BY_HOP.has(name));
  return { ...Object.fromEntries(kept), 'content-length': length };
}

/** The text of a body that a server compressed although it was asked not to. */
function readable(raw: Buffer, encoding: string | undefined): string {
  if (encoding !== 'gzip') return raw.toString();
  try {
    return gunzipSync(raw, { maxOutputLength: LARGEST_BODY }).toString();
  } catch {
    return raw.toString();
  }
}
