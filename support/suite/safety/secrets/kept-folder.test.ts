import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { startSandbox } from '../../../sandbox/index';
import { runFeatures } from '../../../testing/run-features';
import { temporaryFolder } from '../../../testing/temporary-folder';
import { removeSecrets } from './kept-folder';
import { Redactor } from './redaction';

test('secrets go from every file, wherever a CLI keeps them; what has none stays as it is, byte for byte', () => {
  const folder = temporaryFolder('kept');
  const redactor = new Redactor();
  redactor.learn('chave-secreta');
  mkdirSync(path.join(folder, 'home/.config/dumont'), { recursive: true });
  const config = path.join(folder, 'home/.config/dumont/config.json');
  const weights = path.join(folder, 'pesos.bin');
  const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x0a]);
  writeFileSync(config, '{"api_key":"chave-secreta","api_url":"http://x"}');
  writeFileSync(weights, bytes);
  removeSecrets(folder, redactor);
  assert.equal(readFileSync(config, 'utf8'), '{"api_key":"***","api_url":"http://x"}');
  assert.deepEqual(readFileSync(weights), bytes);
});

test('a secret in UTF-16 goes too; what is too large is named, not read', () => {
  const folder = temporaryFolder('kept');
  const redactor = new Redactor();
  redactor.learn('chave-secreta');
  writeFileSync(path.join(folder, 'notas.txt'), Buffer.from('a chave-secreta', 'utf16le'));
  writeFileSync(path.join(folder, 'esparso.bin'), '');
  truncateSync(path.join(folder, 'esparso.bin'), 3 * 1024 ** 3);
  removeSecrets(folder, redactor);
  assert.equal(readFileSync(path.join(folder, 'notas.txt'), 'utf16le'), 'a ***');
  assert.deepEqual(readdirSync(folder).sort(), ['esparso.bin.removido.txt', 'notas.txt']);
});

test('the folder of a failed scenario on a deployment holds neither token nor password', async () => {
  const sandbox = await startSandbox();
  try {
    const { email, password } = await sandbox.control.createUser({});
    const feature = `\nFuncionalidade: Falha\n\n  Cenário: Um\n    Dado que estou autenticado\n    Quando executo \`dumont auth me\`\n    Então a API responde 418\n`;
    const run = await runFeatures({
      features: { 'a.feature': feature },
      env: { DUMONT_BASE_URL: sandbox.url, DUMONT_BIN: 'sandbox', DUMONT_TEST_EMAIL: email, DUMONT_TEST_PASSWORD: password },
    });
    const [, kept = ''] = /pasta: +(\S+) \(mantida\)/.exec(run.failures[0] ?? '') ?? [];
    assert.equal(readFileSync(path.join(kept, 'home/.dumont_token'), 'utf8'), '***');
    for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
      assert.ok(!text.includes(password) && !/eyJ/.test(text), entry.name);
    }
  } finally {
    await sandbox.close();
  }
});
