import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readSettings, SettingsError } from './settings';
import { temporaryFolder } from './testing/temporary-folder';

const folder = temporaryFolder('settings');
const cli = path.join(folder, 'dumont');
writeFileSync(cli, '#!/bin/sh\n', { mode: 0o755 });
const BASE = 'http://localhost:8767';

const refusal = (env: Record<string, string>): string => {
  try {
    readSettings(env, folder);
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.message;
  }
  return assert.fail('should have been refused');
};

test('with nothing set the sandbox is the target and everything runs', () => {
  const settings = readSettings({ DUMONT_BASE_URL: ' ', PATH: folder }, folder);
  assert.deepEqual(settings, {
    target: { kind: 'sandbox' },
    cli: { kind: 'embedded' },
    skipDestructive: false,
    debug: false,
    patienceMs: 10_000,
    waitBudgetMs: Number.POSITIVE_INFINITY,
    commandTimeoutMs: 60_000,
    scope: null,
    secrets: [],
    maxCost: Number.POSITIVE_INFINITY,
    contract: 'exigir',
  });
});

test('a deployment skips what destroys unless told otherwise, and takes the CLI of the PATH', () => {
  const settings = readSettings({ DUMONT_BASE_URL: `${BASE}/`, PATH: `/nowhere:${folder}`, DUMONT_PATIENCE: '1,5' }, folder);
  assert.deepEqual(settings.target, {
    kind: 'deployment',
    baseUrl: BASE,
    email: 'test@example.com',
    password: 'testpass123',
    control: null,
  });
  assert.deepEqual(settings.cli, { kind: 'binary', file: cli, args: [], environment: {} });
  assert.equal(settings.skipDestructive, true);
  assert.equal(readSettings({ DUMONT_CONTRACT: 'relatar' }, folder).contract, 'relatar');
  assert.equal(settings.patienceMs, 1500);
  assert.equal(
    readSettings({ DUMONT_BASE_URL: BASE, DUMONT_BIN: 'sandbox', DUMONT_SKIP_DESTRUCTIVE: 'false' }, folder).skipDestructive,
    false,
  );
});

test('the environment wins over .env', () => {
  const other = temporaryFolder('settings');
  writeFileSync(path.join(other, '.env'), `DUMONT_BASE_URL=${BASE}\nDUMONT_BIN=sandbox\nDUMONT_TEST_EMAIL=file@example.com\n`);
  const settings = readSettings({ DUMONT_TEST_EMAIL: 'env@example.com' }, other);
  assert.equal(settings.target.kind === 'deployment' && settings.target.email, 'env@example.com');
  assert.equal(settings.cli.kind, 'embedded');
});

test('a CLI of somebody else gets the arguments and the variables that it needs', () => {
  const other = temporaryFolder('settings');
  writeFileSync(path.join(other, '.env'), 'DUMONT_TOKEN=from the file\n');
  const env = {
    DUMONT_BIN: cli,
    DUMONT_CLI_ARGS: `--base-url {url} --name 'a b'`,
    DUMONT_CLI_ENV: 'DUMONT_API_KEY, DUMONT_TOKEN',
    DUMONT_API_KEY: 'key-123',
  };
  assert.deepEqual(readSettings(env, other).cli, {
    kind: 'binary',
    file: cli,
    args: ['--base-url', '{url}', '--name', 'a b'],
    environment: { DUMONT_API_KEY: 'key-123', DUMONT_TOKEN: 'from the file' },
  });
  assert.deepEqual(readSettings({ ...env, DUMONT_BIN: 'sandbox' }, other).cli, { kind: 'embedded' });
});

test('each value that cannot be used gets one sentence that says what to write', () => {
  assert.match(
    refusal({ DUMONT_BASE_URL: 'localhost:8767' }),
    /^DUMONT_BASE_URL="localhost:8767" não é um endereço http ou https/,
  );
  assert.match(refusal({ DUMONT_BASE_URL: 'ftp://x' }), /não é um endereço http/);
  assert.match(refusal({ DUMONT_BASE_URL: 'xyz' }), /não é um endereço http/);
  assert.match(refusal({ DUMONT_BASE_URL: BASE, PATH: '/nowhere' }), /Não achei a CLI "dumont" no PATH/);
  assert.match(refusal({ DUMONT_SCOPE: 'todas' }), /^DUMONT_SCOPE="todas" não diz o que rodar; escreva jornadas/);
  assert.match(refusal({ DUMONT_BIN: './nada' }), /^DUMONT_BIN=".\/nada" não existe/);
  assert.match(refusal({ DUMONT_SKIP_DESTRUCTIVE: 'talvez' }), /não diz sim nem não/);
  assert.match(refusal({ DUMONT_PATIENCE: 'muito' }), /não é um número de segundos/);
  assert.match(refusal({ DUMONT_COMMAND_TIMEOUT: '0' }), /não é um número de segundos/);
  assert.equal(
    refusal({ DUMONT_CONTRACT: 'report' }),
    'DUMONT_CONTRACT="report" não diz o que fazer com o que foge do contrato; escreva exigir (reprova o cenário) ou relatar (só relata).',
  );
  assert.equal(
    refusal({ DUMONT_CLI_ARGS: '--base-url "{url}' }),
    'DUMONT_CLI_ARGS tem uma aspa que abre e não fecha; escreva, por exemplo, DUMONT_CLI_ARGS="--base-url {url}".',
  );
  assert.match(refusal({ DUMONT_CLI_ENV: 'KEY=abcd' }), /leva nomes de variáveis, e "KEY=abcd" não é um;/);
  assert.match(refusal({ DUMONT_CLI_ENV: 'HOME', HOME: '/root' }), /não pode levar HOME: a suíte a define em cada comando/);
  assert.match(refusal({ DUMONT_CLI_ENV: 'DUMONT_API_KEY' }), /pede a variável DUMONT_API_KEY, que está vazia ou não existe/);
  assert.match(refusal({ DUMONT_CLI_ENV: 'KEY', KEY: 'abc' }), /^KEY, de DUMONT_CLI_ENV, tem menos de 4 caracteres/);
  assert.match(
    refusal({ DUMONT_BASE_URL: BASE, DUMONT_BIN: 'sandbox', DUMONT_SANDBOX_CONTROL: 'http://x' }),
    /não é um endereço de controle/,
  );
});

test('a CLI that the system could not run, or would hand to a shell, is refused', () => {
  const plain = path.join(folder, 'plain');
  writeFileSync(plain, 'echo oi\n', { mode: 0o755 });
  assert.match(refusal({ DUMONT_BIN: plain }), /é um texto sem "#!" na primeira linha/);
  const locked = path.join(folder, 'locked');
  writeFileSync(locked, '#!/bin/sh\n');
  chmodSync(locked, 0o644);
  assert.match(refusal({ DUMONT_BIN: locked }), /não é executável; dê a permissão com "chmod \+x/);
  mkdirSync(path.join(folder, 'pasta'));
  assert.match(refusal({ DUMONT_BIN: path.join(folder, 'pasta') }), /é uma pasta/);
});

test('on a deployment a run may spend a dollar, unless it is told otherwise; a sandbox costs nothing', () => {
  const real = { DUMONT_BASE_URL: 'http://localhost:8767', DUMONT_BIN: 'sandbox' };
  assert.equal(readSettings(real, folder).maxCost, 1);
  assert.equal(readSettings({ ...real, DUMONT_MAX_COST: '2,50' }, folder).maxCost, 2.5);
  assert.equal(readSettings({ ...real, DUMONT_MAX_COST: 'US$ 0.3' }, folder).maxCost, 0.3);
  assert.equal(
    readSettings({ ...real, DUMONT_SANDBOX_CONTROL: 'http://127.0.0.1:1/#k' }, folder).maxCost,
    Number.POSITIVE_INFINITY,
  );
  assert.throws(
    () => readSettings({ ...real, DUMONT_MAX_COST: 'muito' }, folder),
    new SettingsError('DUMONT_MAX_COST="muito" não é uma quantia em dólares; escreva, por exemplo, 2.50.'),
  );
});

test('a "#" in a value of .env is told, not cut; a comment after a space is one, and quotes keep both', () => {
  const read = (text: string | Buffer): string => {
    const place = temporaryFolder('dot-env');
    writeFileSync(path.join(place, '.env'), text);
    const { target } = readSettings({ DUMONT_BASE_URL: BASE, DUMONT_BIN: 'sandbox' }, place);
    return target.kind === 'deployment' ? target.password : '';
  };
  assert.throws(
    () => read('# nossa conta\nDUMONT_TEST_PASSWORD=abc#def1\n'),
    new SettingsError(
      'No .env, linha 2, o valor de DUMONT_TEST_PASSWORD tem um "#" fora de aspas, e o que vem depois se perderia; escreva o valor entre aspas simples.',
    ),
  );
  assert.equal(read("DUMONT_TEST_PASSWORD='abc#def1'\n"), 'abc#def1');
  assert.equal(read('DUMONT_TEST_PASSWORD=abcdef1 # a da conta de teste, a#b\n'), 'abcdef1');
  assert.equal(read(Buffer.from('\uFEFFDUMONT_TEST_PASSWORD=senhã1\r\n', 'utf16le')), 'senhã1');
  assert.equal(read(Buffer.from('\uFEFFDUMONT_TEST_PASSWORD=senhã1\r\n', 'utf16le').swap16()), 'senhã1');
  assert.equal(read('\uFEFFDUMONT_TEST_PASSWORD=senhã1\r'), 'senhã1');
});

test('passwords, keys and what the user declares are secrets of the run; a variable named there stands for its value', () => {
  const env = {
    DUMONT_BASE_URL: BASE,
    DUMONT_BIN: 'sandbox',
    DUMONT_TEST_PASSWORD: 'senha-da-dona',
    DUMONT_SANDBOX_CONTROL: 'http://127.0.0.1:1/#chave',
    DUMONT_SECRETS: 'MINHA_CHAVE, valor-solto',
    MINHA_CHAVE: 'valor-da-chave',
  };
  assert.deepEqual(readSettings(env, folder).secrets, ['senha-da-dona', 'chave', 'valor-da-chave', 'valor-solto']);
  assert.match(refusal({ DUMONT_SECRETS: 'abc' }), /^DUMONT_SECRETS tem um segredo de menos de 4 caracteres/);
});

test('an address that cannot be used is not shown where it may hold a secret', () => {
  assert.equal(
    refusal({ DUMONT_BASE_URL: 'http://localhost:8767/?token=abc123' }),
    'DUMONT_BASE_URL não pode levar "?" nem "#" no endereço; escreva, por exemplo, http://localhost:8767.',
  );
  assert.doesNotMatch(refusal({ DUMONT_BASE_URL: 'ftp://x/abc?token=abc123' }), /abc123/);
  assert.doesNotMatch(refusal({ DUMONT_BASE_URL: 'dona:s3nha@localhost' }), /s3nha/);
});
