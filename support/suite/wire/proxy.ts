import http from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** What a proxy does beside forwarding. */
export interface ProxyRules {
  /** Called with each exchange before the CLI sees its reply. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Why a request must not reach the target, or null when it may. */
  readonly refusal?: (operation: Operation | null) => string | null;
  /** What must be done before a request goes on; null: nothing. When it rejects the request never goes. */
  readonly beforeRequest?: (operation: Operation | null, authorization: string | undefined) => Promise<void> | null;
}

/**
 * Stands between the CLI and the target: forwards each request unchanged and keeps what really happened. When the target cannot be
 * reached the CLI's connection is cut, as it would be without the proxy.
 */
export class RecordingProxy {
  readonly #server: http.Server;
  readonly #target: URL;
  readonly #onExchange: (exchange: Exchange) => void;
  readonly #refusal: (operation: Operation | null) => string | null;
  readonly #beforeRequest: NonNullable<ProxyRules['beforeRequest']>;
  readonly #unanswered = new Set<() => void>();
  readonly #late = new Set<Promise<void>>();
  #exchanges: Exchange[] = [];

  private constructor(target: string, { onExchange = () => {}, refusal = () => null, beforeRequest = () => null }: ProxyRules) {
    this.#target = new URL(target);
    this.#onExchange = onExchange;
    this.#refusal = refusal;
    this.#beforeRequest = beforeRequest;
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
   * @returns whether all of them ended in time
   */
  async settle(patienceMs: number): Promise<boolean> {
    if (this.#late.size === 0) return true;
    const ended = Promise.all(this.#late).then(() => true);
    return Promise.race([ended, new Promise<boolean>((resolve) => setTimeout(resolve, patienceMs, false).unref())]);
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
    const requestChunks: Buffer[] = [];
    const operation = loadContract().match(method, address.pathname)?.operation ?? null;
    const refusal = this.#refusal(operation);
    const upstream = protocolOf(this.#target).request(this.#target, {
      method,
      path: this.#target.pathname.replace(/\/$/, '') + (incoming.url ?? '/'),
      headers: forwardedHeaders(incoming, this.#target.host),
      agent: false,
    });

    let settled = false;
    const record = (end: Pick<Exchange, 'status' | 'responseBody' | 'responseIsJson' | 'failure'>): void => {
      const isLate = settled;
      if (isLate && end.status === null) return;
      settled = true;
      this.#unanswered.delete(abandon);
      const exchange: Exchange = {
        kind: kindOf(method, address.pathname),
        method,
        path: address.pathname,
        query: address.searchParams,
        operationId: operation?.id ?? null,
        requestBody: parseBody(Buffer.concat(requestChunks).toString()).value,
        durationMs: Math.round(performance.now() - startedAt),
        ...end,
      };
      if (!isLate) this.#exchanges.push(exchange);
      this.#onExchange(exchange);
    };
    const lose = (error: unknown): void => {
      record({ status: null, responseBody: undefined, responseIsJson: false, failure: failureCode(error) });
      outgoing.destroy();
    };

    const abandon = (): void => {
      lose({ code: 'ETIMEDOUT' });
      if (operation === null || operation.creates.length === 0) upstream.destroy();
      else this.#late.add(lateEnd); // what it creates must still be known, or nobody will ever destroy it
    };
    const lateEnd = new Promise<void>((resolve) => upstream.once('close', resolve));
    if (refusal !== null) {
      upstream.on('error', () => {}).destroy();
      incoming.resume();
      lose({ code: refusal });
      return;
    }
    this.#unanswered.add(abandon);

    upstream.on('error', lose);
    upstream.on('response', (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', lose);
      reply.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { value, isJson } = parseBody(readable(raw, reply.headers['content-encoding']));
        record({ status: reply.statusCode ?? 0, responseBody: value, responseIsJson: isJson, failure: null });
        outgoing.writeHead(reply.statusCode ?? 502, replyHeaders(reply, raw.length));
        outgoing.end(raw);
      });
    });
    incoming.on('error', lose);
    const pass = (): void => {
      if (settled) return; // whoever sent it is gone meanwhile
      incoming.on('data', (chunk: Buffer) => {
        requestChunks.push(chunk);
        upstream.write(chunk);
      });
      incoming.on('end', () => upstream.end());
    };
    const first = this.#beforeRequest(operation, incoming.headers.authorization);
    if (first === null) pass();
    else
      first.then(pass, (error: unknown) => {
        lose(error);
        upstream.destroy();
      });
  }
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
    return gunzipSync(raw).toString();
  } catch {
    return raw.toString();
  }
}
