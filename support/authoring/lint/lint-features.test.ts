import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { runPreloaded } from '../../testing/preloaded';
import { temporaryFolder } from '../../testing/temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const GOOD =
  '# language: pt\nFuncionalidade: Uma\n\n  Cenário: primeiro\n    Quando executo `dumont health list`\n    Então a API responde 200\n';
const BAD = GOOD.replace('Quando', 'quando');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run lint:features`, as npm calls it. */
async function lint(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { exitCode, stdout, stderr } = await runPreloaded({
    program: path.join(__dirname, 'lint-features.ts'),
    args,
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return { code: exitCode, out: stdout, err: stderr };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('lint');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test('the journeys pass with one calm sentence', async () => {
  const { code, out, err } = await lint([]);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /^\d+ arquivos, \d+ cenários: nada a corrigir\.\n$/);
});

test('a finding is shown at its place with how to write it right, and the exit code is 1', async () => {
  const folder = folderWith({ 'a.feature': BAD });
  const { code, out, err } = await lint([path.join(folder, 'a.feature')]);
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.equal(
    err,
    [
      `${folder}/a.feature:5:5  "quando" não abre um passo: escreva "Quando"; assim o passo vira descrição e não roda.`,
      '     5 |     quando executo `dumont health list`',
      '             ^^^^^^',
      '       Escreva: Quando executo `dumont health list`',
      '',
      '1 arquivo, 1 cenário: 1 coisa a corrigir.',
      '',
    ].join('\n'),
  );
});

test('what would be lost is told with the findings', async () => {
  const folder = folderWith({ 'a.feature': `${GOOD}\n  Cenários: segundo\n    Quando executo \`dumont health list\`\n` });
  assert.match(
    (await lint([folder])).err,
    /\n1 arquivo, 2 cenários: 1 coisa a corrigir\. Como está, 2 cenários não rodariam\.\n$/,
  );
});

test('what only the steps show is found in the same run, even below a slip of the text', async () => {
  const folder = folderWith({ 'a.feature': `${BAD}    E a lua responde\n` });
  const { code, err } = await lint([folder]);
  assert.equal(code, 1);
  assert.match(err, /a\.feature:5:5 {2}"quando"/);
  assert.match(err, /a\.feature:7:7 {2}/);
});

test('--fix repairs the file whole, and what is left is told', async () => {
  const folder = folderWith({ 'a.feature': BAD, 'b.feature': GOOD.replace('Quando', 'Qaundo') });
  const before = readFileSync(path.join(folder, 'b.feature'), 'utf8');
  const { code, out, err } = await lint([folder, '--fix']);
  assert.equal(code, 1);
  assert.equal(out, '1 arquivo corrigido.\n');
  assert.match(err, /b\.feature:5:5 {2}"Qaundo"/);
  assert.equal(readFileSync(path.join(folder, 'a.feature'), 'utf8'), GOOD);
  assert.equal(readFileSync(path.join(folder, 'b.feature'), 'utf8'), before);
  assert.deepEqual(readdirSync(folder), ['a.feature', 'b.feature']);
  assert.equal((await lint([path.join(folder, 'a.feature')])).code, 0);
});

test('in a GitHub workflow each finding is an annotation at its line as well, with its text escaped', async () => {
  const folder = folderWith({ 'a,b.feature': BAD.replace('health', '50% health') });
  const { out } = await lint([folder], { GITHUB_ACTIONS: 'true' });
  assert.match(
    out,
    /^::error file=[^,:]*\/a%2Cb\.feature,line=5,col=5,title="quando" não abre um passo%3A escreva [^\n]*::Escreva: /,
  );
  assert.match(out, /::Escreva: Quando executo `dumont 50%25 health list`\n/);
});

test('what cannot be understood is a misuse: one sentence, exit code 2', async () => {
  assert.deepEqual(await lint(['nada.feature']), { code: 2, out: '', err: 'Não achei o arquivo "nada.feature".\n' });
  assert.deepEqual(await lint(['README.md']), {
    code: 2,
    out: '',
    err: '"README.md" não é uma jornada: o nome dela termina em .feature.\n',
  });
  assert.deepEqual((await lint([folderWith({})])).code, 2);
  const { code, err } = await lint(['--fixx']);
  assert.equal(code, 2);
  assert.equal(err, 'Não conheço a opção --fixx (você quis dizer --fix?); veja npm run lint:features -- --help.\n');
});

test('--help shows how it is used', async () => {
  const { code, out } = await lint(['--help']);
  assert.equal(code, 0);
  assert.match(out, /^Uso: npm run lint:features/);
});
