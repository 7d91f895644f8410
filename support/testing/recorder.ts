import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. `path` is still percent-encoded, `query` is decoded, `body` is parsed, undefined when there was none. */
export interface Received {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface CannedReply {
  status: number;
  body: string;
  type?: string;
}

export interface Recorder {
  url: string;
  received: Received[];
  /** What the server says from now on. */
  reply: CannedReply;
  close(): Promise<void>;
}

/** A real HTTP server on a free port that writes down what it is asked and always says the same. */
export async function startRecorder(): Promise<Recorder> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const [path = '', search] = (request.url ?? '').split('?');
      recorder.received.push({
        method: request.method ?? '',
        path,
        query: Object.fromEntries(new URLSearchParams(search)),
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      });
      const { status, body, type = 'application/json' } = recorder.reply;
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorder: Recorder = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    reply: { status: 200, body: '{}' },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return recorder;
}
