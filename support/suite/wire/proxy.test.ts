import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Exchange, lastOwnExchange } from './exchange';
import { failureCode } from './failures';
import { requestJson } from './http';
import { type PendingRequest, RecordingProxy } from './proxy';

const opened: { close(): unknown }[] = [];
after(async () => {
  for (const each of opened) await each.close();
});

async function behind(listener: http.RequestListener, onExchange?: (exchange: Exchange) => void): Promise<RecordingProxy> {
  const server = http.createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const proxy = await RecordingProxy.start(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    onExchange && { onExchange: (_, exchange) => onExchange(exchange) },
  );
  opened.push(proxy, {
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return proxy;
}

const echo: http.RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { method, url, headers } = request;
    response.writeHead(201, { 'content-type': 'application/json', 'x-own': 'kept' });
    response.end(JSON.stringify({ method, url, authorization: headers.authorization, body }));
  });
};

test('a request and its reply pass unchanged and are kept with the operation of the contract', async () => {
  const proxy = await behind(echo);
  const url = `${proxy.url}/api/v1/instances/42?reason=gpu_failure&destroy_standby=false`;
  const reply = await requestJson({ method: 'DELETE', url, token: 'abc', body: { a: 'ç' }, timeoutMs: 5000 });
  assert.deepEqual(reply.body, {
    method: 'DELETE',
    url: '/api/v1/instances/42?reason=gpu_failure&destroy_standby=false',
    authorization: 'Bearer abc',
    body: '{"a":"ç"}',
  });
  const [exchange, ...others] = proxy.takeExchanges();
  assert.deepEqual(others, []);
  assert.equal(exchange?.operationId, 'deleteInstance');
  assert.equal(exchange?.path, '/api/v1/instances/42');
  assert.equal(exchange?.query.get('reason'), 'gpu_failure');
  assert.deepEqual(exchange?.requestBody, { a: 'ç' });
  assert.equal(exchange?.status, 201);
  assert.deepEqual(exchange?.responseBody, reply.body);
  assert.deepEqual(proxy.takeExchanges(), []);
});

test('the fetching of the description is an exchange of its own kind, an operation below /api one of the contract', async () => {
  const proxy = await behind(echo);
  for (const path of ['/api/v1/openapi.json', '/openapi.json', '/api/auth/me', '/nothing'])
    await requestJson({ method: 'GET', url: proxy.url + path, timeoutMs: 5000 });
  const exchanges = proxy.takeExchanges();
  assert.deepEqual(
    exchanges.map(({ kind, operationId }) => [kind, operationId]),
    [
      ['discovery', null],
      ['discovery', null],
      ['call', 'getCurrentUser'],
      ['call', null],
    ],
  );
  assert.equal(lastOwnExchange(exchanges)?.path, '/nothing');
});

test('who observes hears of an exchange before the client has its reply', async () => {
  const order: string[] = [];
  const proxy = await behind(echo, () => order.push('observed'));
  await requestJson({ method: 'GET', url: proxy.url, timeoutMs: 5000 });
  order.push('received');
  assert.deepEqual(order, ['observed', 'received']);
});

test('a compressed reply reaches the client as it came and is kept readable', async () => {
  const proxy = await behind((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')));
  await requestJson({ method: 'GET', url: proxy.url, timeoutMs: 5000 });
  assert.deepEqual(proxy.takeExchanges()[0]?.responseBody, { a: 1 });
});

const failing = async (proxy: RecordingProxy): Promise<string> => {
  try {
    await requestJson({ method: 'GET', url: `${proxy.url}/health`, timeoutMs: 5000 });
  } catch (error) {
    return failureCode(error);
  }
  return assert.fail('should have failed');
};

test('a backend that is gone is a lost connection for the client, and its reason is kept', async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const proxy = await RecordingProxy.start(url);
  opened.push(proxy);
  assert.equal(await failing(proxy), 'ECONNRESET');
  const [exchange] = proxy.takeExchanges();
  assert.deepEqual([exchange?.operationId, exchange?.status, exchange?.failure], ['getHealth', null, 'ECONNREFUSED']);
});

test('a backend that hangs up in the middle of a reply is a lost connection', async () => {
  const proxy = await behind((request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"a":');
    request.socket.destroySoon();
  });
  assert.equal(await failing(proxy), 'ECONNRESET');
  assert.equal(proxy.takeExchanges()[0]?.failure, 'ECONNRESET');
});

test('a request that is never answered is kept as lost when the exchanges are taken, and never again', async () => {
  let arrived = (): void => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const proxy = await behind(() => arrived());
  const failure = failing(proxy);
  await arrival;
  const [exchange] = proxy.takeExchanges();
  assert.deepEqual([exchange?.status, exchange?.failure], [null, 'ETIMEDOUT']);
  assert.equal(await failure, 'ECONNRESET');
  assert.deepEqual(proxy.takeExchanges(), []);
});

test('a request that must not go is held back: the target never sees it, and the reason is kept', async () => {
  let arrived = 0;
  const server = http.createServer((_, response) => {
    arrived += 1;
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const rules = { refusal: ({ operation }: PendingRequest) => (operation?.id === 'getHealth' ? 'retido' : null) };
  const proxy = await RecordingProxy.start(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, rules);
  opened.push(proxy, { close: () => server.close() });
  assert.equal(await failing(proxy), 'ECONNRESET');
  assert.equal(proxy.takeExchanges()[0]?.failure, 'retido');
  assert.equal(arrived, 0);
});

test('what an abandoned request still creates is heard of', async () => {
  let answer = (): void => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let release = (): void => {};
  const heard: unknown[] = [];
  const proxy = await behind(
    (_, response) => {
      release = () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":7}');
      answer();
    },
    (exchange) => heard.push([exchange.operationId, exchange.status]),
  );
  const lost = requestJson({ method: 'POST', url: `${proxy.url}/api/v1/instances`, body: {}, timeoutMs: 5000 }).catch(
    failureCode,
  );
  await asked;
  proxy.takeExchanges();
  assert.equal(await lost, 'ECONNRESET');
  assert.equal(await proxy.settle(1), false);
  release();
  assert.equal(await proxy.settle(5000), true);
  assert.deepEqual(heard, [
    ['createInstance', null],
    ['createInstance', 201],
  ]);
  assert.deepEqual(proxy.takeExchanges(), []);
});
