// @own-process: starts many runs
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { NOTE_MEDIA_TYPE, readNote } from '../shared/messages/note';
import { startBackend } from './doubles/backend';
import { fakeCli } from './fake-cli';
import { runFeatures } from './run-features';
import { cannedBackend } from './serve';

// What leaves a run without a single verdict ends it, before its first scenario or in the middle; nothing else does.

const scenario = (title: string): string => `
  Cenário: ${title}
    Dado que estou autenticado
    Quando executo \`dumont health list\`
    Então a API responde 200
`;
const SCENARIOS = ['um', 'dois', 'três', 'quatro', 'cinco', 'seis'];
const features = { 'a.feature': `\nFuncionalidade: Alcance\n${SCENARIOS.map(scenario).join('')}` };

test('a backend that is not there ends the run before anything is opened, in one sentence said once', async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const closed = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const run = await runFeatures({ features, env: { DUMONT_BASE_URL: `${closed}/`, DUMONT_BIN: 'sandbox' } });
  assert.equal(run.exitCode, 2);
  const [target = '', ...sentences] = run.output.trimEnd().split('\n');
  assert.ok(target.startsWith(`Alvo: ${closed} · CLI: embutida`), target);
  assert.deepEqual(sentences, [
    `O backend em ${closed} não responde (conexão recusada, ECONNREFUSED); confira se ele está no ar e se DUMONT_BASE_URL está certo.`,
  ]);
  assert.deepEqual(readdirSync(run.reports), []);
});

test('a CLI that does not reach the suite ends the run, with the variable of its own that does not reach it; a dry run needs none', async () => {
  const env = { DUMONT_BIN: fakeCli(`console.log('CLI não configurado!')`), DUMONT_API_KEY: 'key-1234' };
  const run = await runFeatures({ features, env, args: ['--parallel', '2'] });
  assert.equal(run.exitCode, 2);
  const [, sentence = '', ...more] = run.output.trimEnd().split('\n');
  assert.deepEqual(more, []);
  assert.match(sentence, /não chega à suíte: .*“CLI não configurado!”; DUMONT_API_KEY, que você definiu, não chega a ela/);
  const dry = await runFeatures({ features, env, args: ['--dry-run'] });
  assert.equal(dry.exitCode, 0, dry.output);
});

test('a CLI that knows nothing but one command, and ends with 0 whatever comes of it, is judged', async () => {
  const cli = fakeCli(`
    if (process.argv[2] === 'auth') require('node:http').get(process.env.DUMONT_API_URL + '/api/v1/auth/me', (reply) => reply.resume());
    else console.log('Unknown command');`);
  const run = await runFeatures({ features, env: { DUMONT_BIN: cli } });
  assert.equal(run.exitCode, 1);
  assert.equal(run.failures.length, SCENARIOS.length);
  assert.match(
    run.failures[0] ?? '',
    /^nenhum pedido chegou à API, e deveria chegar GET \/health; a CLI disse: "Unknown command"\./,
  );
});

for (const workers of ['0', '2']) {
  test(`a backend that goes away in the middle ends the run after a few scenarios, with ${workers} workers`, async (t) => {
    const backend = cannedBackend({
      'GET /health': [200, { status: 'healthy' }],
      'GET /api/v1/instances': [200, { instances: [] }],
    });
    let health = 0;
    const server = http.createServer((request, response) => {
      backend(request, response);
      if (request.url !== '/health') return;
      health += 1;
      if (health === 1) response.once('finish', () => setImmediate(goAway));
    });
    const goAway = (): void => {
      server.close();
      server.closeAllConnections();
    };
    t.after(goAway);
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const run = await runFeatures({
      features,
      args: ['--parallel', workers],
      env: { DUMONT_BASE_URL: `http://127.0.0.1:${port}`, DUMONT_BIN: 'sandbox', DUMONT_CONTRACT: 'relatar' },
    });
    assert.equal(run.exitCode, 1, run.output);
    assert.equal(run.failures.length, 3, run.output);
    const left = run.messages.flatMap(({ attachment }) => {
      const note = attachment?.mediaType === NOTE_MEDIA_TYPE ? readNote(attachment.body) : null;
      return note?.kind === 'skipped' ? [`${note.cause}: ${note.text}`] : [];
    });
    assert.deepEqual(left, Array(2).fill('unreachable: não rodou: o backend deixou de responder no meio da execução.'));
    assert.equal(run.output.split('A execução parou no meio').length, 2, run.output);
    assert.ok(run.messages.at(-1)?.testRunFinished);
    for (const file of ['resumo.json', 'junit.xml', 'conformidade.json', 'documentacao/index.html'])
      assert.ok(existsSync(path.join(run.reports, file)), file);
    assert.match(readFileSync(path.join(run.reports, 'junit.xml'), 'utf8'), /<skipped/);
  });
}

test('a backend that deviates is not stopped for it', async (t) => {
  const backend = await startBackend({ deviations: ['no-balance', 'flat-settings', 'bare-lists'] });
  t.after(() => backend.close());
  const run = await runFeatures({ features, env: { ...backend.env, DUMONT_BIN: 'sandbox' } });
  assert.equal(run.exitCode, 0, run.output);
});
