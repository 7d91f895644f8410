import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { cannedBackend, serve } from '../../testing/serve';
import { temporaryFolder } from '../../testing/temporary-folder';
import { backendProblem } from './backend-check';

const check = (baseUrl: string): Promise<string | null> =>
  backendProblem({ kind: 'deployment', baseUrl, email: 'ana@example.com', password: 'testpass123', control: null });

const loginAnswers = (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  serve((request, response) => {
    request.resume();
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });

test('a backend that answers may be checked, also one whose login or lists answer in a way of their own', async () => {
  const login = { token: 'a.b.c' };
  assert.equal(await check(await serve(cannedBackend({ 'GET /api/v1/instances': [200, { instances: [] }] }))), null);
  assert.equal(await check(await serve(cannedBackend({ 'GET /api/v1/instances': [500, {}] }))), null);
  assert.equal(await check(await serve(cannedBackend({ 'POST /api/auth/login': [200, login] }))), null);
  for (const status of [200, 400, 422, 500]) assert.equal(await check(await loginAnswers(status)), null, String(status));
});

test('nobody there is one sentence with the address', async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  assert.equal(
    await check(url),
    `O backend em ${url} não responde (conexão recusada, ECONNREFUSED); confira se ele está no ar e se DUMONT_BASE_URL está certo.`,
  );
  const gateway = await loginAnswers(502);
  assert.equal(await check(gateway), `O backend em ${gateway} está fora do ar: o login respondeu 502.`);
});

test('credentials that are refused, and a user without rights', async () => {
  assert.equal(
    await check(await loginAnswers(401, { error: 'Invalid email or password' })),
    'O backend recusou a senha de ana@example.com (o login respondeu 401); confira DUMONT_TEST_EMAIL e DUMONT_TEST_PASSWORD.',
  );
  assert.equal(
    await check(await serve(cannedBackend({ 'GET /api/v1/instances': [403, { error: 'Forbidden' }] }))),
    'ana@example.com entra, mas não tem permissão para usar a API: GET /api/v1/instances respondeu 403; use outro usuário em DUMONT_TEST_EMAIL.',
  );
});

test('an address that is of something else, or has a path too many, is told with the right one where it is known', async () => {
  const nowhere = await loginAnswers(404);
  assert.equal(
    await check(nowhere),
    `${nowhere} não parece ser a API da Dumont: o login respondeu 404; confira DUMONT_BASE_URL.`,
  );
  const page = await loginAnswers(200, '<!doctype html><title>Dumont</title>', { 'content-type': 'text/html' });
  assert.equal(
    await check(page),
    `${page} não parece ser a API da Dumont: o login respondeu 200, com uma página; confira DUMONT_BASE_URL.`,
  );
  const api = await serve(cannedBackend({ 'POST /api/v1/auth/login': [200, { token: 'a.b.c' }] }));
  for (const given of ['/api/v1', '/api', '/painel']) {
    assert.equal(
      await check(api + given),
      `${api}${given} não parece ser a API da Dumont: o login respondeu 404; use DUMONT_BASE_URL=${api}, sem o caminho.`,
    );
  }
  const below = await serve(cannedBackend({ 'POST /dumont/api/v1/auth/login': [200, { token: 'a.b.c' }] }));
  assert.equal(await check(`${below}/dumont`), null, 'a path may be right');
});

test('an address that leads elsewhere is told with where', async () => {
  const moved = await loginAnswers(308, {}, { location: 'https://dumont.example/base/api/v1/auth/login' });
  assert.equal(
    await check(moved),
    `O backend em ${moved} manda ir a outro endereço (o login respondeu 308); use DUMONT_BASE_URL=https://dumont.example/base.`,
  );
  const single = await loginAnswers(302, {}, { location: 'https://sso.example/entrar' });
  assert.match((await check(single)) ?? '', /; confira DUMONT_BASE_URL \(ele leva a https:\/\/sso\.example\)\.$/);
});

test('a certificate that nobody knows is told with the variable that makes it known', async (t) => {
  const folder = temporaryFolder('certificate');
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-subj',
        '/CN=localhost',
        '-days',
        '1',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
  } catch {
    assert.notEqual(process.env.CI, 'true', 'there is no openssl to make a certificate');
    return t.skip('there is no openssl to make a certificate');
  }
  const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  assert.equal(
    await check(url),
    `O certificado de ${url} não é reconhecido (certificado sem autoridade conhecida, DEPTH_ZERO_SELF_SIGNED_CERT); diga com NODE_EXTRA_CA_CERTS onde está o arquivo .pem da autoridade que o assinou.`,
  );
});

test('https where only http is spoken is told so', async () => {
  const http = await loginAnswers(200);
  assert.match((await check(http.replace('http:', 'https:'))) ?? '', /não responde \(não fala https, \w+\); confira/);
});
