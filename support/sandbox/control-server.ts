import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Control } from './control';

/** Large enough for a file of some tens of megabytes in base64. */
const LONGEST_REQUEST = 128 * 1024 * 1024;

/** Every function of the channel; nothing else of the object can be called. */
const FUNCTIONS = {
  createUser: true,
  removeUser: true,
  setRequirement: true,
  expiredToken: true,
  writeFile: true,
  deleteFile: true,
  volumeManifest: true,
  snapshotManifest: true,
  passTime: true,
  stopTime: true,
  holdNextJob: true,
  finishJob: true,
  setDependency: true,
  failMigration: true,
} as const satisfies Record<keyof Control, true>;

/**
 * Serves a control channel on a loopback port of its own: `POST /<function>` with the arguments as a JSON list answers `{result}` or
 * `{error}`. Who lacks the key gets 401.
 * @returns the address with the key, `http://127.0.0.1:<port>/#<key>`, which `connectControl` takes
 */
export async function serveControl(control: Control): Promise<{ readonly url: string; close(): Promise<void> }> {
  const key = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    answer(control, key, request, response).catch((error: unknown) => send(response, 500, { error: messageOf(error) }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/#${key}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(control: Control, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${key}`)) return send(response, 401, { error: 'Wrong control key' });
  const name = (request.url ?? '').slice(1);
  if (request.method !== 'POST' || !isFunction(name)) return send(response, 404, { error: `No control function ${name}` });
  try {
    const call = control[name].bind(control) as (...values: unknown[]) => Promise<unknown>;
    return send(response, 200, { result: (await call(...(await argumentsOf(request)))) ?? null });
  } catch (error) {
    return send(response, 400, { error: messageOf(error) });
  }
}

function isFunction(name: string): name is keyof Control {
  return Object.hasOwn(FUNCTIONS, name);
}

/** Hashed first, so that the comparison takes as long whatever was sent. */
function isSame(sent: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(sent), hash(wanted));
}

async function argumentsOf(request: IncomingMessage): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_REQUEST) throw new Error('The request is too long');
    chunks.push(chunk);
  }
  const values: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (!Array.isArray(values)) throw new Error('The arguments must be a list');
  return values;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
