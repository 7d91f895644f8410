import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** A CLI of the test's own making: a Node program with `#!`. @returns its path, for DUMONT_BIN */
export function fakeCli(program: string): string {
  const file = path.join(temporaryFolder('fake-cli'), 'dumont');
  writeFileSync(file, `#!${process.execPath}\n${program}\n`, { mode: 0o755 });
  return file;
}

/** Program text that makes the request of `dumont instance list` and then does `then` with `body` and `print`. */
export function listingCli(then: string): string {
  return fakeCli(`
    const fs = require('node:fs');
    const token = fs.readFileSync(process.env.HOME + '/.dumont_token', 'utf8');
    require('node:http').get(process.env.DUMONT_API_URL + '/api/v1/instances', { headers: { authorization: 'Bearer ' + token } }, (reply) => {
      let body = '';
      reply.on('data', (chunk) => (body += chunk));
      reply.on('end', () => {
        const print = (text) => fs.writeSync(1, text);
        ${then}
      });
    });`);
}
