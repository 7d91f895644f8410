import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..');
const CSPELL = path.join(ROOT, 'node_modules/cspell/bin.mjs');
const WORDS = '.vscode/palavras.txt';

interface Checked {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs cspell as `npm run spelling` does. */
function spell(folder: string): Promise<Checked> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CSPELL, '--no-progress', '--no-summary', '--no-color'],
      { cwd: folder },
      (error, stdout, stderr) => {
        resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr });
      },
    );
  });
}

/** A folder with the project's spelling and these files. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('spelling');
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  cpSync(path.join(ROOT, '.cspell.json'), path.join(folder, '.cspell.json'));
  for (const [name, text] of Object.entries({ ...files, [WORDS]: readFileSync(path.join(ROOT, WORDS), 'utf8') })) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

test('features, guides, steps and messages of the project are well written', async () => {
  assert.deepEqual(await spell(ROOT), { exitCode: 0, output: '' });
});

test('a slip is found wherever a reader would see it', async () => {
  const folder = projectWith({
    'features/11_a.feature':
      '# language: pt\nFuncionalidade: A instancia\n  Cenário: Alugra uma GPU\n    Quando executo `dumont instance list`\n',
    'features/LEIAME.md': 'Como se lê uma jornda.\n',
    'README.md': 'O código de saida.\n',
    'step-definitions/a.ts': "// Espera a instância fcar pronta: Então ela fica pronta\nThen('ela fica prota', expectThat);\n",
    'support/a.ts': "throw new Error(`a API nao respondeu`);\nconst name = 'documentacao';\n",
  });
  const { exitCode, output } = await spell(folder);
  assert.equal(exitCode, 1);
  assert.deepEqual(output.trim().split('\n').sort(), [
    'README.md:1:13 - Unknown word (saida)',
    'features/11_a.feature:2:19 - Forbidden word (instancia) fix: (instância)',
    'features/11_a.feature:3:12 - Unknown word (Alugra)',
    'features/LEIAME.md:1:16 - Unknown word (jornda)',
    'step-definitions/a.ts:1:23 - Unknown word (fcar)',
    'step-definitions/a.ts:2:16 - Unknown word (prota)',
    'support/a.ts:1:24 - Unknown word (nao)',
  ]);
});

test('what no reader takes for Portuguese is left alone: commands, data, names of machines', async () => {
  const folder = projectWith({
    'features/11_a.feature':
      '# language: pt\nFuncionalidade: A instância\n  Cenário: Alugar\n    Quando executo `dumont instnc lst xyzzy=plugh`\n    E a lista "xyzzyplugh" está vazia\n',
    'step-definitions/a.ts': "import { xyzzy } from '../support/xyzzyplugh';\n",
    'support/a.ts': '/** Xyzzy plughs. */\nconst page = html`<i id="xyzzyplugh">sim</i>`;\nopen(\'xyzzyplugh\');\n',
  });
  assert.deepEqual(await spell(folder), { exitCode: 0, output: '' });
});

test("the list of the field's words is sorted, has each word once, and each is in use", () => {
  const words = readFileSync(path.join(ROOT, WORDS), 'utf8').trimEnd().split('\n');
  assert.deepEqual(
    words,
    [...new Set(words)].sort((one, other) => one.localeCompare(other, 'pt')),
  );
  const written = execFileSync('git', ['grep', '-hI', '', '--', '*.feature', '*.md', '*.ts', '.env.example'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e9,
  }).toLowerCase();
  assert.deepEqual(
    words.filter((word) => !written.includes(word.toLowerCase())),
    [],
  );
});
