import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listingCli } from './fake-cli';
import { isAlive } from './processes';
import { runScenarios } from './run-scenarios';
import { temporaryFolder } from './temporary-folder';

// What a command leaves running fails the scenario and is ended, also where it left the command's process group.

const features = {
  'a.feature': `
Funcionalidade: Sobras

  Cenário: Uma lista
    Dado que estou autenticado
    Quando executo \`dumont instance list\`
    Então a API responde 200`,
};

/** A CLI that leaves this many processes in sessions of their own. @returns it and the file with their pids */
function leaving(count: number, program: string) {
  const file = path.join(temporaryFolder('left'), 'pids');
  const cli = listingCli(`
    const pids = Array.from({ length: ${count} }, () => {
      const child = require('node:child_process').spawn(${program}, { detached: true, stdio: 'ignore' });
      child.unref();
      return child.pid;
    });
    fs.writeFileSync('${file}', pids.join(' '));
    print(body);`);
  return { cli, pids: () => readFileSync(file, 'utf8').split(' ').map(Number) };
}

const SLEEPER = `'sleep', ['1000']`;
const SERVER = `process.execPath, ['-e', "require('node:net').createServer().listen(0, '127.0.0.1')"]`;

for (const [what, count, program, sentence] of [
  ['a daemon', 1, SLEEPER, /^a CLI deixou um processo vivo depois do comando: sleep \(pid \d+\); foi encerrado\.$/],
  ['a daemon with a port', 1, SERVER, /^a CLI deixou um processo vivo depois do comando: \S+ \(pid \d+\); foi encerrado\.$/],
  [
    'many children',
    40,
    SLEEPER,
    /^a CLI deixou 40 processos vivos depois do comando: (sleep \(pid \d+\)(, )?){5} e mais 35; foram encerrados\.$/,
  ],
] as const) {
  test(`${what} left behind is named, fails the scenario, and is ended`, {
    skip: !existsSync('/proc/self/environ'),
  }, async () => {
    const { cli, pids } = leaving(count, program);
    const { passed, failures } = await runScenarios({ features, env: { DUMONT_BIN: cli } });
    assert.ok(!passed);
    assert.match(failures[0]?.split('\n')[0] ?? '', sentence);
    assert.equal(pids().length, count);
    assert.deepEqual(pids().filter(isAlive), []);
  });
}
