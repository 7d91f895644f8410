import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the receiver answers to one request: a status, headers, a body; or nothing at all. */
export type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'hang' | 'reset';

/** A real HTTP server that keeps what it got and gives the answers in turn, the last one again and again. */
export class Receiver {
  readonly received: Received[] = [];
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      this.received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      this.#answer(response);
    });
  });

  constructor(private readonly answers: readonly Answer[]) {}

  /** @returns its address, with a path that would be a secret */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/services/CAMINHO-SECRETO`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #answer(response: ServerResponse): void {
    const answer = this.answers[Math.min(this.received.length, this.answers.length) - 1] ?? { status: 200 };
    if (answer === 'hang') return;
    if (answer === 'reset') {
      response.socket?.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
  }
}
