'use strict';
// Writes dumont.types.ts, the TypeScript types of the contract: they are not in git. After the installation and before types are checked;
// nothing needs them when the suite runs.
const { execFileSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const contract = path.join(__dirname, 'dumont.openapi.yaml');
const types = path.join(__dirname, 'dumont.types.ts');
const generator = path.join(root, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const isFresh = changedAt(types) > Math.max(changedAt(contract), changedAt(generator));

// Without the development dependencies nobody checks types either.
if (!isFresh && existsSync(generator))
  execFileSync(process.execPath, [generator, contract, '-o', types], { stdio: ['ignore', 'ignore', 'inherit'] });
