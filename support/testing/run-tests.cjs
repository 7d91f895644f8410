'use strict';
// `npm test [-- file...]`: every *.test.ts beside the code, through node:test. Node 20 does not expand globs itself, hence the walk.
const { spawnSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const testsBelow = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file))
    .sort();

const files = process.argv.length > 2 ? process.argv.slice(2) : ['step-definitions', 'support'].flatMap(testsBelow);
const args = ['--require', path.join(root, 'support', 'register.cjs'), '--test', '--test-reporter=spec', ...files];
const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
if (error) throw error;
process.exitCode = status ?? 1;
