import http from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';
const NOT_FOUND = JSON.stringify({ error: 'Not Found' });

/** Listens in place of a server, notes who is asked for what, and passes nothing on: whoever calls it changes nothing anywhere. */
export class Listener {
  /** What was asked for: a path, the whole address where the caller took this for a proxy, or `host:port` where it wanted a tunnel. */
  readonly targets: string[] = [];
  /** Somebody connected and spoke something else than HTTP, or hung up. */
  heardNoise = false;
  readonly #server: http.Server;
  #tell: () => void = () => {};
  /** Fulfilled when the first request has come. */
  readonly firstRequest = new Promise<void>((resolve) => {
    this.#tell = resolve;
  });

  private constructor() {
    this.#server = http.createServer((request, response) => {
      this.#note(request.url ?? '/');
      request.resume();
      response.writeHead(404, { 'content-type': 'application/json', connection: 'close' }).end(NOT_FOUND);
    });
    this.#server.on('connect', (request, socket) => {
      this.#note(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.#server.on('clientError', (_, socket) => {
      this.heardNoise = true;
      socket.destroy();
    });
  }

  /** @param port a free one when absent. @throws the system's error when somebody else has it */
  static async start(port = 0): Promise<Listener> {
    const listener = new Listener();
    await new Promise<void>((resolve, reject) => {
      listener.#server.once('error', reject);
      listener.#server.listen(port, LOOPBACK, resolve);
    });
    return listener;
  }

  /** Listens where it can: a port that somebody else has is left out. */
  static async startAll(ports: readonly number[]): Promise<Listener[]> {
    const started = await Promise.allSettled(ports.map((port) => Listener.start(port)));
    return started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  }

  get url(): string {
    return `http://${LOOPBACK}:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #note(target: string): void {
    this.targets.push(target);
    this.#tell();
  }
}
