import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveControl } from '../../sandbox/control-server';
import { startSandbox } from '../../sandbox/index';
import { DEVIATIONS, type Deviation, type DeviationName, type Reply } from './deviations';

/** A backend that somebody else runs, with a user whose credentials are those of the document. */
export interface BackendDouble {
  readonly baseUrl: string;
  /** The settings with which the suite checks it, as a deployment on which it may create and destroy. */
  readonly env: Readonly<Record<string, string>>;
  /** How many machines were rented of it so far. */
  readonly rented: () => number;
  close(): Promise<void>;
}

export interface BackendWishes {
  readonly deviations?: readonly DeviationName[];
  /** The settings hold the address of the sandbox's control channel, so that scenarios tagged @sandbox run too. */
  readonly withControl?: boolean;
}

const USER = { email: 'test@example.com', password: 'testpass123' };
const PREFIX = /^\/api(?:\/v1)?(?=\/)/;

/** Starts a sandbox and, before it, a proxy that makes its replies deviate as asked. */
export async function startBackend({ deviations = [], withControl = false }: BackendWishes = {}): Promise<BackendDouble> {
  const sandbox = await startSandbox();
  await sandbox.control.createUser(USER);
  const channel = withControl ? await serveControl(sandbox.control) : null;
  const chosen = deviations.map((name): Deviation => DEVIATIONS[name]);
  let rented = 0;
  const server = http.createServer((request, response) => {
    answer(sandbox.url, chosen, request)
      .then((reply) => {
        if (request.method === 'POST' && rents(reply)) rented += 1;
        const text = JSON.stringify(reply.body);
        response
          .writeHead(reply.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
          .end(text);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    env: {
      DUMONT_BASE_URL: baseUrl,
      DUMONT_SKIP_DESTRUCTIVE: 'false',
      ...(channel && { DUMONT_SANDBOX_CONTROL: channel.url }),
    },
    rented: () => rented,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), channel?.close(), sandbox.close()]);
    },
  };
}

async function answer(backend: string, deviations: readonly Deviation[], request: http.IncomingMessage): Promise<Reply> {
  const { method = 'GET', url = '/' } = request;
  const path = pathOf(request);
  for (const { answer: own } of deviations) {
    const instead = own?.(method, path);
    if (!instead) continue;
    request.resume();
    return instead;
  }
  const { authorization } = request.headers;
  const body = await textOf(request);
  const response = await fetch(backend + url, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    ...(body !== '' && { body }),
  });
  const text = await response.text();
  let reply: Reply = { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  const { searchParams: query } = new URL(url, 'http://backend');
  for (const { change } of deviations) reply = change?.({ method, path, query, ...reply }) ?? reply;
  return reply;
}

/** Did a machine come of it: by a rent, the wizard, a restore or a migration? */
function rents({ status, body }: Reply): boolean {
  const { gpu_name, new_instance_id } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return status < 300 && (new_instance_id !== undefined || (status === 201 && gpu_name !== undefined));
}

function pathOf({ url = '/' }: http.IncomingMessage): string {
  return new URL(url, 'http://backend').pathname.replace(PREFIX, '');
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
