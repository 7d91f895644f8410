// @own-process: starts a run
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { runFeatures } from '../../../testing/run-features';
import { temporaryFolder } from '../../../testing/temporary-folder';
import { leaksInWords, withholdLeaks } from './last-look';

test('a run whose reports show a secret fails, says where and withholds them', async () => {
  const feature = `\nFuncionalidade: Um\n\n  Cenário: A senha é cofre-azul-7\n    Quando executo \`dumont health list\`\n    Então a API responde 200\n`;
  const run = await runFeatures({ features: { 'a.feature': feature }, env: { DUMONT_SECRETS: 'cofre-azul-7' } });
  assert.equal(run.exitCode, 1, run.output);
  assert.match(
    run.output,
    /ATENÇÃO: depois de escritos, estes relatórios mostravam segredos e foram retidos \(apagados\):\n {2}\S+ \(1 segredo declarado\)/,
  );
  for (const entry of readdirSync(run.reports, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      assert.ok(!readFileSync(path.join(entry.parentPath, entry.name), 'utf8').includes('cofre-azul-7'), entry.name);
});

test('a report that shows a secret is withheld, whatever it stands in; others, and those of earlier runs, stay', () => {
  const folder = temporaryFolder('reports');
  mkdirSync(path.join(folder, 'documentacao'));
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const secret = 'senha&mestra';
  const attachment = Buffer.from(`{"stdout":"a senha é ${secret}, e mais nada de novo por aqui"}`).toString('base64');
  const leaking = [
    write('documentacao/pagina.html', '<p>senha&amp;mestra</p>'),
    write('messages.ndjson', `{"attachment":{"body":"${attachment}"}}\n`),
    write('resumo.json', `{"chave":"AKIA${'A1B2C3D4E5F6G7H8'}"}`),
  ];
  const clean = write('jornadas.md', 'Nada aqui.');
  const older = write('antigo.html', secret);
  utimesSync(older, 1, 1);
  const leaks = withholdLeaks(folder, [secret], Date.now() - 60_000);
  assert.deepEqual(leaks.map(({ file }) => file).sort(), leaking.sort());
  assert.deepEqual([...leaking, clean, older].map(existsSync), [false, false, false, true, true]);
  assert.match(
    leaksInWords(leaks),
    /foram retidos \(apagados\):\n(?: {2}\S+ \((?:1 segredo declarado|chave da AWS)\)\n){3}Troque/,
  );
});
