import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from './testing/temporary-folder';

test('compiling runs no code from the temporary directory, where anybody may have put some', () => {
  const folder = temporaryFolder('cold');
  const file = path.join(folder, 'never-seen.ts');
  writeFileSync(file, `const folder: string = ${JSON.stringify(folder)};\nconsole.log(folder);\n`);
  const { PATH } = process.env;
  const run = spawnSync(process.execPath, ['-r', path.join(__dirname, 'register.cjs'), file], {
    env: { PATH, TMPDIR: folder },
    encoding: 'utf8',
  });
  assert.equal(run.stdout, `${folder}\n`, run.stderr);
  assert.deepEqual(readdirSync(folder), ['never-seen.ts']);
});
