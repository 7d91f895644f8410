import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadContract } from '../../contract/contract';
import { parseBody } from '../../suite/wire/http';
import type { Answer, BackendRequest, CliRequest, Interceptor } from './interceptor';

/** Stands before the backend and is the product that the suite sees: whole by default, broken in one way while a interceptor is in place. */
export class FaultProxy {
  readonly #backend: URL;
  readonly #server: http.Server;
  readonly #agent = new http.Agent({ keepAlive: true });
  #interceptor: Interceptor | null = null;
  #error: Error | null = null;

  private constructor(backend: string) {
    this.#backend = new URL(backend);
    this.#server = http.createServer((request, response) => void this.#answer(request, response));
  }

  /** Starts one on a free loopback port. @param backend base address of the real one */
  static async start(backend: string): Promise<FaultProxy> {
    const faultProxy = new FaultProxy(backend);
    await new Promise<void>((resolve, reject) => {
      faultProxy.#server.once('error', reject);
      faultProxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return faultProxy;
  }

  /** Base address of the product. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Base address of what stands behind. */
  get backend(): string {
    return this.#backend.origin;
  }

  /** Puts a interceptor in place, or takes it away; what the last one left unanswered is cut. */
  use(interceptor: Interceptor | null): void {
    this.#server.closeAllConnections();
    this.#interceptor = interceptor;
    this.#error = null;
  }

  /** What went wrong in the interceptor itself, since the last one was put in place: nothing can be concluded then. */
  get error(): Error | null {
    return this.#error;
  }

  /** Sends a request to the backend, beside the CLI's own. Rejects when it does not answer. */
  ask({ method, path, query, authorization, body }: BackendRequest): Promise<Answer> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      accept: 'application/json',
      ...(authorization !== undefined && { authorization }),
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
    };
    return new Promise((resolve, reject) => {
      http
        .request(this.#backend, { method, path: path + query, headers, agent: this.#agent }, (reply) => {
          readAll(reply).then((raw) => resolve({ status: reply.statusCode ?? 0, body: parseBody(raw.toString()).value }), reject);
        })
        .on('error', reject)
        .end(payload);
    });
  }

  async close(): Promise<void> {
    this.use(null);
    this.#agent.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
    try {
      const request = await readRequest(incoming);
      const forward = (changed?: BackendRequest): Promise<Answer> => this.ask(changed ?? request);
      const answer = this.#interceptor ? await this.#interceptor.answer(request, forward) : await forward();
      if (answer === 'no-answer') return;
      if (answer === 'connection-reset') {
        outgoing.destroy();
        return;
      }
      const text = Buffer.from(JSON.stringify(answer.body));
      outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': text.length }).end(text);
    } catch (error) {
      this.#error = error as Error;
      outgoing.destroy();
    }
  }
}

async function readRequest(incoming: http.IncomingMessage): Promise<CliRequest> {
  const raw = await readAll(incoming);
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://cli');
  const method = incoming.method ?? 'GET';
  return {
    method,
    path: pathname,
    query: search,
    authorization: incoming.headers.authorization,
    body: raw.length === 0 ? undefined : parseBody(raw.toString()).value,
    operation: loadContract().match(method, pathname)?.operation ?? null,
  };
}

async function readAll(stream: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
