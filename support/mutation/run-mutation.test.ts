// @own-process: starts long runs
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runPreloaded } from '../testing/preloaded';
import type { Verdict } from './mutant';

const ROOT = path.resolve(__dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'mutation-main-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const MAIN = path.join(__dirname, 'run-mutation.ts');
const ENVIRONMENT = { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder };

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function mutation(...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, ['-r', './support/register.cjs', MAIN, ...args], {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

test('noticed mutants and a listed equivalent make a good run; the verdicts are written and nothing is left behind', async () => {
  const json = path.join(folder, 'out', 'verdicts.json');
  const { code, stdout, stderr } = await mutation(
    '--journey',
    '1',
    '--only',
    'j1.2 status 500',
    '--only',
    'j1.4 swallowed',
    '--only',
    'fault token-not-saved',
    '--workers',
    '2',
    '--json',
    json,
  );
  assert.equal(code, 0, stdout + stderr);
  const verdicts = JSON.parse(readFileSync(json, 'utf8')) as Verdict[];
  const fates = Object.fromEntries(verdicts.map(({ mutant, fate }) => [mutant.id, fate]));
  assert.equal(fates['j1.2 status 500'], 'killed');
  assert.equal(fates['j1.4 swallowed'], 'equivalent');
  assert.equal(fates['fault token-not-saved'], 'killed');
  assert.match(stderr, /mutantes: \d+ de \d+ em \d+ s/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('dumont-mutation')),
    [],
  );
});

test('a survivor makes a bad run, named with its step and operator', async () => {
  // No promise of the document says which text explains a recommendation: this is what no scenario can know.
  const { code, stdout } = await mutation(
    '--journey',
    '8',
    '--every-field',
    '--only',
    'j8.2 field-value reasoning',
    '--workers',
    '1',
  );
  assert.equal(code, 1, stdout);
  assert.match(stdout, /SOBREVIVEU {2}j8\.2 field-value reasoning\n {2}jornada 8, passo 2: dumont advisor recommend/);
  assert.match(stdout, /Um mutante sobreviveu\.\n$/);
});

test('what cannot be asked is misuse', async () => {
  for (const [args, sentence] of [
    [['--journey', '11'], /^Não há jornada 11\.\n$/],
    [['--only', 'nada disso', '--journey', '1'], /Nenhum mutante corresponde ao pedido\./],
    [['--sample', '0'], /^--sample pede um número inteiro maior que zero, e não "0"\./],
  ] as const) {
    const { exitCode, stderr } = await runPreloaded({ program: MAIN, args, cwd: ROOT, env: ENVIRONMENT });
    assert.equal(exitCode, 2, stderr);
    assert.match(stderr, sentence);
  }
});
