import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PROGRAM } from '../reporting/alerts/options';
import { temporaryFolder } from '../testing/temporary-folder';
import { unknownVariables, unpassedVariables, unpassedWarnings } from './unknown-variables';

const folder = temporaryFolder('variables');

test('a misspelt variable is told with the name that was meant', () => {
  const env = { DUMONT_SKIP_DESTRUTIVE: 'false', dumont_bin: 'sandbox', DUMONT_COR: 'azul' };
  assert.deepEqual(unknownVariables(env, folder), [
    'Aviso: a variável DUMONT_COR não existe e não muda nada; as que existem estão em support/suite/targets/LEIAME.md.',
    'Aviso: a variável DUMONT_SKIP_DESTRUTIVE não existe e não muda nada; você quis dizer DUMONT_SKIP_DESTRUCTIVE?',
    'Aviso: a variável dumont_bin não existe e não muda nada; você quis dizer DUMONT_BIN?',
  ]);
});

test('the .env file is read too', () => {
  writeFileSync(path.join(folder, '.env'), 'DUMONT_PATIENSE=30\n');
  assert.deepEqual(unknownVariables({}, folder), [
    'Aviso: a variável DUMONT_PATIENSE não existe e não muda nada; você quis dizer DUMONT_PATIENCE?',
  ]);
  rmSync(path.join(folder, '.env'));
});

test('every variable that the help of the alerts names is known', () => {
  const names = PROGRAM.help.match(/DUMONT_\w+/g) ?? [];
  assert.ok(names.length >= 10);
  assert.deepEqual(unknownVariables(Object.fromEntries(names.map((name) => [name, 'x'])), folder), []);
});

test('a variable of the CLI that does not reach it is told with what would pass it on', () => {
  const env = { DUMONT_API_KEY: 'key-123', DUMONT_TOKEN: ' ' };
  const cli = { kind: 'binary' as const, file: 'dumont', args: [], environment: {} };
  assert.deepEqual(unpassedWarnings(unpassedVariables({ cli }, env, folder)), [
    'Aviso: DUMONT_API_KEY não chega à CLI, que só recebe o que você disser; para passá-la, use DUMONT_CLI_ENV=DUMONT_API_KEY.',
  ]);
  assert.deepEqual(unpassedVariables({ cli: { ...cli, environment: { DUMONT_API_KEY: 'key-123' } } }, env, folder), []);
  assert.deepEqual(unpassedVariables({ cli: { kind: 'embedded' } }, env, folder), []);
});

test('any variable with the prefix that is none of the suite, nor a misspelling of one, may be for the CLI', () => {
  const cli = { kind: 'binary' as const, file: 'dumont', args: [], environment: {} };
  const env = { DUMONT_WORKSPACE_REGION: 'br', DUMONT_SKIP_DESTRUTIVE: 'false', DUMONT_PATIENCE: '3', DUMONT_API_KEY: 'key-123' };
  const unpassed = unpassedVariables({ cli }, env, folder);
  assert.deepEqual(unpassed, ['DUMONT_API_KEY', 'DUMONT_WORKSPACE_REGION']);
  assert.equal(unpassedWarnings(unpassed).length, 1);
});

test('what is known, empty, internal, of the CLI or of somebody else is not spoken of', () => {
  const env = {
    DUMONT_CONTRACT: 'relatar',
    DUMONT_REPORTS: 'reports',
    DUMONT_API_URL: 'http://127.0.0.1:1',
    DUMONT_JOURNEYS_RUN_FOLDER: '/tmp/x',
    DUMONT_VAZIA: ' ',
    DUMONTAGEM: 'sim',
    PATH: '/bin',
  };
  assert.deepEqual(unknownVariables(env, folder), []);
});
