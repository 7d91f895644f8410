// @own-process: starts many programs, some of which run until their time is up
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import type { BinaryCli } from '../../settings';
import { cliDouble, withoutPython } from '../../testing/doubles/cli';
import { NEWER, OLDER } from '../../testing/doubles/cli-manners';
import { fakeCli } from '../../testing/fake-cli';
import { temporaryFolder } from '../../testing/temporary-folder';
import { type CliCheck, cliProblem } from './cli-check';
import { watchFiles } from './touched-files';

const check = (file: string, cli: Partial<BinaryCli> = {}, more: Partial<CliCheck> = {}): Promise<string | null> =>
  cliProblem({
    cli: { kind: 'binary', file, args: [], environment: {}, ...cli },
    target: { kind: 'sandbox' },
    commandTimeoutMs: 60_000,
    unpassed: [],
    usualPorts: [],
    ...more,
  });

const ALL_TRIED = '`dumont health list`, `dumont auth me`, `dumont instance list` e `dumont instance offers`';

function program(content: string | Buffer, mode = 0o755): string {
  const file = path.join(temporaryFolder('program'), 'dumont');
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

const GET = `const get = (url) => require('node:http').get(url, (reply) => reply.resume()).on('error', () => {});`;

test('a CLI that sends anything to us may run, whatever it then does', async () => {
  const lost = `${GET} get(process.env.DUMONT_API_URL + '/nowhere');`;
  assert.equal(await check(fakeCli(lost)), null);
  assert.equal(await check(fakeCli(`${lost} process.exitCode = 70; console.log('Unknown command');`)), null);
  assert.equal(await check(fakeCli(`${lost} setInterval(() => {}, 1000);`)), null, 'it need not end');
  const onlyOffers = `${GET} if (process.argv.includes('offers')) get(process.env.DUMONT_API_URL + '/x'); else process.exit(0);`;
  assert.equal(await check(fakeCli(onlyOffers)), null, 'one command that is known is enough');
});

test('the generations of CLIs may run with their settings', { skip: withoutPython() }, async () => {
  const [older, newer] = [cliDouble(OLDER), cliDouble(NEWER)];
  assert.equal(await check(older.bin, { args: ['--base-url', '{url}'] }), null);
  assert.equal(await check(newer.bin, { environment: { DUMONT_API_KEY: 'double-key-1234' } }), null);
  assert.equal(await check(newer.bin), null, 'the sandbox gives it a key of its own');
  assert.equal(await check(cliDouble({ discovery: 'before-each', unknownResources: ['health'] }).bin), null);
});

test('the address that a CLI calls instead is found where its library turns to a proxy, and the option is named', async () => {
  const viaProxy = `
    const proxy = process.env.HTTP_PROXY && new URL(process.env.HTTP_PROXY);
    if (!proxy) process.exit(1);
    require('node:http').get({ host: proxy.hostname, port: proxy.port, path: 'http://api.dumont.example:8080/api/v1/health' }, (reply) => reply.resume());`;
  const file = fakeCli(viaProxy);
  assert.equal(
    await check(file),
    `A CLI ${file} não chega à suíte: nenhum pedido veio de ${ALL_TRIED}; ela chamou http://api.dumont.example:8080, não o endereço que a suíte lhe deu; se ela o recebe por uma opção, use, por exemplo, DUMONT_CLI_ARGS='--base-url {url}'.`,
  );
});

test('a CLI that calls its own default is told with it, from what it prints', { skip: withoutPython() }, async () => {
  const { bin } = cliDouble({ address: 'never', defaultUrl: 'http://localhost:9' });
  const sentence = await check(bin);
  assert.match(sentence ?? '', /; ela chamou http:\/\/localhost:9, não o endereço que a suíte lhe deu; se ela o recebe/);
  assert.equal(sentence?.split('\n').length, 1);
});

test('a CLI that calls a usual port in silence is told with it', async () => {
  const port = await freePort();
  const cli = fakeCli(`${GET} get('http://127.0.0.1:${port}/api/v1/health');`);
  assert.match(
    (await check(cli, {}, { usualPorts: [port] })) ?? '',
    new RegExp(`; ela chamou http://127\\.0\\.0\\.1:${port}, não`),
  );
  assert.match((await check(cli)) ?? '', /; não foi possível saber que endereço ela chamou, se chamou algum/);
});

test('a CLI that wants a key is told with the variable that does not reach it', { skip: withoutPython() }, async () => {
  const deployment = { kind: 'deployment', baseUrl: 'http://x', email: 'a@b.c', password: 'testpass123', control: null } as const;
  const sentence = await check(cliDouble(NEWER).bin, {}, { target: deployment, unpassed: ['DUMONT_API_KEY'] });
  assert.match(
    sentence ?? '',
    /; DUMONT_API_KEY, que você definiu, não chega a ela: para passá-la, use DUMONT_CLI_ENV=DUMONT_API_KEY\.$/,
  );
  assert.match(sentence ?? '', /o que ela mostrou por último foi “Defina DUMONT_API_KEY ou rode dumont configure\.”/);
});

test('a CLI that speaks of a secret is told without it', async () => {
  const cli = fakeCli(`console.log('bad key ' + process.env.MY_KEY)`);
  assert.match((await check(cli, { environment: { MY_KEY: 'very-secret' } })) ?? '', /por último foi “bad key \*\*\*”/);
});

test('a CLI that asks for input is told so', async () => {
  const asking = fakeCli(`
    process.stdout.write('Enter your API key: ');
    process.stdin.on('end', () => process.exit(1)).resume();`);
  assert.match(
    (await check(asking)) ?? '',
    /; parece pedir uma resposta no terminal \(“Enter your API key:”\), e na suíte ninguém responde\.$/,
  );
});

test('a CLI that does not end is told after how long', async () => {
  const sentence = await check(fakeCli('setInterval(() => {}, 1000)'), {}, { commandTimeoutMs: 1_000 });
  assert.match(sentence ?? '', /; não terminou em 1 s\.$/);
});

test('a CLI that speaks something else than HTTP is told so', async () => {
  const cli = fakeCli(`
    const url = new URL(process.env.DUMONT_API_URL);
    require('node:tls').connect({ host: url.hostname, port: url.port }).on('error', () => process.exit(1));`);
  assert.match((await check(cli)) ?? '', /; ela se conectou, mas não fala http/);
});

test('a proxy that swallows what goes to loopback is named', async () => {
  const cli = fakeCli(`
    const target = new URL(process.env.HTTP_PROXY ?? process.env.DUMONT_API_URL);
    require('node:http').get({ host: target.hostname, port: target.port, path: 'http://elsewhere.example/' }).on('error', () => process.exit(1));`);
  const sentence = await check(cli, { environment: { HTTP_PROXY: `http://127.0.0.1:${await freePort()}` } });
  assert.match(sentence ?? '', /; HTTP_PROXY, de DUMONT_CLI_ENV, leva os pedidos dela a outro lugar: tire da lista\.$/);
});

test('a program of another architecture, and one whose interpreter is missing, are told for what they are', async () => {
  const other = process.arch === 'arm64' ? { machine: 62, name: 'x64' } : { machine: 183, name: 'arm64' };
  const elf = Buffer.alloc(128);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(other.machine, 18);
  assert.match((await check(program(elf))) ?? '', new RegExp(`é um programa para linux ${other.name}, e esta máquina é`));
  const file = program('#!/nada/python9 -x\n');
  assert.equal(
    await check(file),
    `Não consegui executar a CLI ${file} (ENOENT): o programa da primeira linha dela, /nada/python9, não existe.`,
  );
});

test('a CLI that updates itself is told so, although it reaches us', async () => {
  const file = fakeCli(`${GET} require('node:fs').appendFileSync(__filename, '// 2.0'); get(process.env.DUMONT_API_URL);`);
  assert.match((await check(file)) ?? '', /muda a si mesma quando roda/);
});

test('what a CLI writes into the HOME of the user is seen; what others have there is not looked at', () => {
  const home = temporaryFolder('user-home');
  const cli = program('#!/bin/sh\n');
  mkdirSync(path.join(home, '.dumont'));
  mkdirSync(path.join(home, '.config', 'dumont'), { recursive: true });
  writeFileSync(path.join(home, '.dumont', 'config.json'), '{}');
  for (const [written, seen] of [
    ['.dumont_token', true],
    ['.dumont/config.json', true],
    ['.config/dumont/session', true],
    ['notas.txt', false],
    ['.dumonteiro', false],
  ] as const) {
    const witness = watchFiles(cli, home);
    assert.equal(witness.touchedInHome(), null);
    writeFileSync(path.join(home, written), `what came for ${written}`);
    assert.equal(witness.touchedInHome(), seen ? path.join(home, written) : null, written);
  }
});

async function freePort(): Promise<number> {
  const server = http.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
