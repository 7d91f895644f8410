import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Starts a real HTTP server that ends with the process. @returns its base address */
export async function serve(listener: http.RequestListener): Promise<string> {
  const server = http.createServer(listener).listen(0, '127.0.0.1');
  server.on('connection', (socket) => socket.unref()).unref();
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers a login as the product does, so that the suite gets a session; everything else goes to `listener`. */
export function withLogin(listener: http.RequestListener): http.RequestListener {
  return (request, response) => {
    if (request.method !== 'POST' || !request.url?.endsWith('/auth/login')) return listener(request, response);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"token":"a.b.c"}');
  };
}

/** A backend of canned replies, beside a login: status and body by `METHOD /path`, without the query; anything else is 404. */
export function cannedBackend(replies: Readonly<Record<string, readonly [status: number, body: unknown]>>): http.RequestListener {
  const answer: http.RequestListener = (request, response) => {
    const [path] = (request.url ?? '').split('?');
    const [status, body] = replies[`${request.method} ${path}`] ?? [404, { error: 'Not Found' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  return Object.keys(replies).some((name) => name.endsWith('/auth/login')) ? answer : withLogin(answer);
}
