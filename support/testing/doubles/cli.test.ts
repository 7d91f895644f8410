import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { configureCli } from '../../suite/command/cli-address';
import { commandEnvironment } from '../../suite/command/cli-environment';
import { printedDocuments } from '../../suite/command/printed';
import { type ProcessOutcome, runProcess } from '../../suite/command/process';
import type { Exchange } from '../../suite/wire/exchange';
import { RecordingProxy } from '../../suite/wire/proxy';
import { serve } from '../serve';
import { temporaryFolder } from '../temporary-folder';
import { type BackendDouble, startBackend } from './backend';
import { cliDouble, withoutPython } from './cli';
import { type CliManners, NEWER, OLDER } from './cli-manners';

const LOGIN = ['auth', 'login', 'test@example.com', 'testpass123'];

interface Ran extends ProcessOutcome {
  readonly exchanges: readonly Exchange[];
  readonly home: string;
}

interface Circumstances {
  readonly leadingArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Written into the configuration file of the HOME; without it there is none. */
  readonly config?: { readonly apiKey: string | undefined };
  readonly home?: string;
}

describe('a CLI of another language', { skip: withoutPython() }, () => {
  let backend: BackendDouble;
  let proxy: RecordingProxy;
  before(async () => {
    backend = await startBackend();
    proxy = await RecordingProxy.start(backend.baseUrl);
  });
  after(async () => {
    await proxy.close();
    await backend.close();
  });

  async function run(
    manners: Partial<CliManners>,
    words: readonly string[],
    { leadingArgs = [], env = {}, config, home = temporaryFolder('home') }: Circumstances = {},
  ): Promise<Ran> {
    if (config) configureCli(home, { apiUrl: proxy.url, apiKey: config.apiKey });
    proxy.takeExchanges();
    const outcome = await runProcess({
      file: cliDouble(manners).bin,
      args: [...leadingArgs, ...words],
      cwd: home,
      env: { ...commandEnvironment({ home, apiUrl: proxy.url, searchPath: process.env.PATH ?? '' }), ...env },
      timeoutMs: 60_000,
    });
    return { ...outcome, exchanges: proxy.takeExchanges(), home };
  }

  /** Logs in with the CLI of the document, then runs a command of the other in the same HOME. */
  async function runLoggedIn(manners: Partial<CliManners>, words: readonly string[]): Promise<Ran> {
    const { home } = await run({}, LOGIN);
    return run(manners, words, { home });
  }

  const operations = ({ exchanges }: Ran): readonly (string | null)[] => exchanges.map(({ operationId }) => operationId);
  const statuses = ({ exchanges }: Ran): readonly (number | null)[] => exchanges.map(({ status }) => status);

  test('does what the document says when it has no manners', async () => {
    const login = await run({}, LOGIN);
    assert.deepEqual([login.exitCode, operations(login), statuses(login)], [0, ['login'], [200]]);
    assert.equal(statSync(path.join(login.home, '.dumont_token')).mode & 0o777, 0o600);
    assert.doesNotMatch(login.stdout, /eyJ/);
    const missing = await runLoggedIn({}, ['instance', 'get', '1']);
    assert.deepEqual([missing.exitCode, statuses(missing)], [1, [404]]);
    const estimate = await runLoggedIn({}, ['instance', 'migrate', '1', 'estimate', 'target_type=cpu']);
    assert.deepEqual(operations(estimate), ['estimateMigration']);
    assert.equal((await run({}, ['instance', 'list', 'extra'])).exitCode, 2);
  });

  test('learns its address in one way only', async () => {
    const health = ['health', 'list'];
    assert.deepEqual(operations(await run({ address: 'flag' }, health)), []);
    assert.deepEqual(operations(await run({ address: 'flag' }, health, { leadingArgs: ['--base-url', proxy.url] })), [
      'getHealth',
    ]);
    assert.deepEqual(operations(await run({ address: 'config' }, health)), []);
    assert.deepEqual(operations(await run({ address: 'config' }, health, { config: { apiKey: undefined } })), ['getHealth']);
    assert.deepEqual(operations(await run({ address: 'never' }, health, { config: { apiKey: undefined } })), []);
  });

  test('wants a key before anything else', async () => {
    const refused = await run({ keyRequired: true }, ['health', 'list']);
    assert.deepEqual([refused.exitCode, operations(refused)], [0, []]);
    assert.match(refused.stdout, /CLI não configurado!/);
    assert.deepEqual(operations(await run({ keyRequired: true }, ['health', 'list'], { env: { DUMONT_API_KEY: 'k' } })), [
      'getHealth',
    ]);
    assert.deepEqual(operations(await run({ keyRequired: true }, ['health', 'list'], { config: { apiKey: 'k' } })), [
      'getHealth',
    ]);
  });

  test('refuses the positional login, and knows another', async () => {
    assert.deepEqual(statuses(await run({ loginByOptions: true }, LOGIN)), [422]);
    const options = ['auth', 'login', '--email', LOGIN[2] ?? '', '--password', LOGIN[3] ?? ''];
    assert.deepEqual(statuses(await run({ loginByOptions: true }, options)), [200]);
  });

  test('has no such resource', async () => {
    for (const unknownExit of [0, 2] as const) {
      const ran = await run({ unknownResources: ['setting'], unknownExit }, ['setting', 'list']);
      assert.deepEqual([ran.exitCode, operations(ran)], [unknownExit, []]);
    }
  });

  test('exits with 0 whatever happened', async () => {
    assert.equal((await run({ exitCodes: 'always-zero' }, ['auth', 'me'])).exitCode, 0);
    assert.equal((await run({ exitCodes: 'some-zero' }, ['auth', 'me'])).exitCode, 1);
    assert.equal((await run({ exitCodes: 'some-zero' }, ['auth', 'login', 'nobody', 'x'])).exitCode, 0);
    assert.equal((await run({ exitCodes: 'always-zero', address: 'never' }, ['auth', 'me'])).exitCode, 0);
  });

  test('drops extra words', async () => {
    const estimate = await runLoggedIn({ extraWordsDropped: true }, ['instance', 'migrate', '1', 'estimate', 'target_type=cpu']);
    assert.deepEqual(operations(estimate), ['migrateInstance']);
  });

  test('prints as it likes', async () => {
    const shapes: readonly Partial<CliManners>[] = [
      { colours: true },
      { logLines: true },
      { jsonOnOneLine: true },
      { asciiOnly: true },
    ];
    for (const manners of [...shapes, Object.assign({}, ...shapes)]) {
      const { stdout, exchanges } = await run(manners, ['health', 'list']);
      const documents = printedDocuments(stdout).map((document) => JSON.stringify(document));
      assert.ok(documents.includes(JSON.stringify(exchanges[0]?.responseBody)), stdout);
    }
  });

  test('keeps the token for everybody to read', async () => {
    const { home } = await run({ tokenMode: '0644' }, LOGIN);
    assert.equal(statSync(path.join(home, '.dumont_token')).mode & 0o777, 0o644);
  });

  test('draws its commands from the description of the API', async () => {
    const all = await runLoggedIn({ discovery: 'before-each', discoveryReads: 'everything' }, ['instance', 'list']);
    assert.deepEqual(
      all.exchanges.map(({ kind, operationId }) => [kind, operationId]),
      [
        ['discovery', null],
        ['call', 'listInstances'],
      ],
    );
    const fixed = await run({ discovery: 'beyond-table' }, ['health', 'list']);
    assert.deepEqual(operations(fixed), ['getHealth']);
    const unknown = await run({ discovery: 'before-each' }, ['spot', 'monitor']);
    assert.deepEqual([unknown.exitCode, operations(unknown)], [2, [null]]);
  });

  test('may fail at what stands beside the methods of a path', async () => {
    const description = JSON.stringify({ paths: { '/api/v1/x/{id}': { parameters: [{ name: 'id', in: 'path' }], get: {} } } });
    const url = await serve((_, response) => response.writeHead(200).end(description));
    const words = ['--base-url', url, 'instance', 'list'];
    const dead = await run({ discovery: 'before-each', discoveryReads: 'everything' }, words);
    assert.equal(dead.exitCode, 1);
    assert.match(dead.stderr, /^Traceback/);
    assert.equal((await run({ discovery: 'before-each' }, words)).exitCode, 2);
  });

  test('sends key=value of a POST twice', async () => {
    const { exchanges } = await runLoggedIn({ postValues: 'body-and-query' }, ['instance', 'create', 'offer_id=1']);
    assert.deepEqual([exchanges[0]?.requestBody, exchanges[0]?.query.get('offer_id')], [{ offer_id: 1 }, '1']);
  });

  test('calls some routes below /api', async () => {
    const ran = await runLoggedIn({ prefix: 'mixed' }, ['instance', 'list']);
    assert.deepEqual([ran.exchanges[0]?.path, operations(ran), statuses(ran)], ['/api/instances', ['listInstances'], [200]]);
  });

  test('has two generations, which the settings of each reach', async () => {
    const [older, newer] = [cliDouble(OLDER), cliDouble(NEWER)];
    assert.equal(older.env.DUMONT_CLI_ARGS, '--base-url {url}');
    assert.equal(newer.env.DUMONT_CLI_ENV, 'DUMONT_API_KEY');
    const leadingArgs = ['--base-url', proxy.url];
    assert.deepEqual(statuses(await run(OLDER, LOGIN, { leadingArgs })), [200, 200]);
    assert.deepEqual(statuses(await run(NEWER, LOGIN, { env: { DUMONT_API_KEY: 'k' } })), [422]);
  });
});
