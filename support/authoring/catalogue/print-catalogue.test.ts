import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { runPreloaded } from '../../testing/preloaded';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** `npm run steps -- ...args`, without npm. */
async function steps(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = path.join(__dirname, 'print-catalogue.ts');
  const { exitCode, stdout, stderr } = await runPreloaded({ program, args, cwd: ROOT, env: { PATH: process.env.PATH ?? '' } });
  return { code: exitCode, stdout, stderr };
}

test('all steps are printed', async () => {
  const { code, stdout, stderr } = await steps();
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /\d+ passos\. Para procurar: npm run steps -- pausar\n$/);
});

test('a search prints what was found, with what its places accept', async () => {
  const { code, stdout } = await steps('pausar');
  assert.equal(code, 0);
  assert.match(stdout, /(?:^|\n) {2}\{recurso\} fica \{situação\}\n(?: {4}.*\n)* {4}\{situação\}: .*pausada/);
  assert.match(stdout, /\d+ passos falam de "pausar"\.\n$/);
});

test('a search that finds nothing is no failure', async () => {
  const { code, stdout } = await steps('instnacia');
  assert.equal(code, 0);
  assert.match(stdout, /^Nenhum passo fala de "instnacia"\. Palavras parecidas: .*instância/);
});

test('programs get JSON', async () => {
  const { stdout } = await steps('--json', 'pausar');
  const told = JSON.parse(stdout) as { expression: string; location: string }[];
  assert.ok(
    told.some(
      ({ expression, location }) =>
        expression === '{recurso} fica {situação}' && /^step-definitions\/resource\.ts:\d+$/.test(location),
    ),
  );
});

test('what cannot be obeyed is said in a sentence', async () => {
  const unknown = await steps('--tudo');
  assert.deepEqual([unknown.code, unknown.stderr], [2, 'Não conheço a opção --tudo; veja npm run steps -- --help.\n']);
  const both = await steps('--write', 'pausar');
  assert.deepEqual([both.code, both.stderr], [2, '--write grava o catálogo inteiro: use-o sozinho.\n']);
  assert.match((await steps('--help')).stdout, /^Mostra os passos/);
});
