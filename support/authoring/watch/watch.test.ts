// @own-process: starts many runs
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { eventually } from '../../testing/processes';
import { temporaryFolder } from '../../testing/temporary-folder';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const REGISTER = path.join(ROOT, 'support/register.cjs');

const CONTAS = `# language: pt
@criticidade-baixa
Funcionalidade: Jornada 1 - Contas
  Quem conta confere a soma antes de confiar nela.

  @jornada
  Cenário: Contar tudo
    Quando somo 1 e 2
    Então dá 3

  Regra: Somar não erra

    Cenário: Somar dois números
      Quando somo 2 e 2
      Então dá 4

    Cenário: Esperar a resposta
      Quando espero
`;
const PALAVRAS = `# language: pt
@criticidade-baixa
Funcionalidade: Jornada 2 - Palavras
  Quem escreve confere as letras antes de enviar.

  @jornada
  Cenário: Escrever tudo
    Quando escrevo "sim"
`;
const SOMA = `import { Then, When } from '@cucumber/cucumber';
import { sum } from '../support/numbers/sum';

let total = 0;
When('somo {int} e {int}', (one: number, other: number) => {
  total = sum(one, other);
});
Then('dá {int}', (wanted: number) => {
  if (total !== wanted) throw new Error(\`deveria dar \${wanted}, mas deu \${total}.\`);
});
`;
const FILES = {
  'cucumber.js': `module.exports = { default: { language: 'pt', requireModule: [${JSON.stringify(REGISTER)}], require: ['support/*.ts', 'step-definitions/*.ts'] } };`,
  'features/1_contas.feature': CONTAS,
  'features/2_palavras.feature': PALAVRAS,
  'step-definitions/soma.ts': SOMA,
  'step-definitions/palavras.ts':
    "import { When } from '@cucumber/cucumber';\n\nWhen('escrevo {string}', (_word: string) => {});\n",
  'step-definitions/espera.ts': `import { writeFileSync } from 'node:fs';
import { When } from '@cucumber/cucumber';

When('espero', { timeout: -1 }, () => {
  writeFileSync('esperando', String(process.pid));
  return new Promise((resolve) => setTimeout(resolve, 600_000));
});
`,
  'support/numbers/sum.ts': 'export const sum = (one: number, other: number): number => one + other;\n',
  'support/world.ts': "import { setWorldConstructor, World } from '@cucumber/cucumber';\n\nsetWorldConstructor(World);\n",
};

/** The same for all tests: what TypeScript compiled for one of them serves the next. */
const FOLDER = temporaryFolder('watched');

/** A watch of a small project, in a process group of its own, as in a terminal. */
class Watched {
  readonly folder = FOLDER;
  readonly temporary = temporaryFolder('watched-tmp');
  readonly process: ChildProcess;
  output = '';
  exit: number | null | undefined;

  constructor() {
    for (const name of readdirSync(this.folder)) rmSync(path.join(this.folder, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'));
    for (const [name, text] of Object.entries(FILES)) this.save(name, text);
    const main = path.join(__dirname, 'watch-features.ts');
    this.process = spawn(process.execPath, ['-r', REGISTER, main], {
      cwd: this.folder,
      env: { PATH: process.env.PATH ?? '', HOME: this.folder, TMPDIR: this.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    this.process.once('close', (code) => {
      this.exit = code;
    });
  }

  save(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    writeFileSync(path.join(this.folder, name), text);
  }

  edit(name: string, from: string, to: string): void {
    const text = readFileSync(path.join(this.folder, name), 'utf8');
    assert.ok(text.includes(from));
    this.save(name, text.replace(from, to));
  }

  ready(): Promise<void> {
    return this.saw(/^Observando .*\n/m);
  }

  saw(pattern: RegExp): Promise<void> {
    return eventually(`${pattern} in:\n${this.output}`, () => pattern.test(this.output)).catch(() =>
      assert.match(this.output, pattern),
    );
  }

  /** What was printed by an action, up to the end of the run that follows it. */
  async run(action: () => void): Promise<string> {
    const before = this.output.length;
    action();
    await this.saw(new RegExp(`^[\\s\\S]{${before}}[\\s\\S]*^\\d+ cenários?: .*\\n`, 'm'));
    return this.output.slice(before);
  }

  /** Ctrl-C: the whole group hears it. */
  interrupt(): void {
    process.kill(-(this.process.pid ?? 0), 'SIGINT');
  }

  async end(): Promise<void> {
    if (this.exit === undefined) this.interrupt();
    await eventually('the end of the watch', () => this.exit !== undefined);
  }

  /** Folders that it left in the temporary folder; the compiler keeps a cache of its own there. */
  get left(): string[] {
    return readdirSync(this.temporary).filter((name) => !name.startsWith('v8-compile-cache'));
  }

  /** Processes of its group that are left. */
  get survivors(): boolean {
    try {
      process.kill(-(this.process.pid ?? 0), 0);
      return true;
    } catch {
      return false;
    }
  }
}

let watched: Watched;
const start = async (): Promise<Watched> => {
  watched = new Watched();
  await watched.ready();
  return watched;
};
afterEach(() => watched.end());

test('only the scenario that was changed runs, and the next change runs again', async () => {
  const project = await start();
  const first = await project.run(() => project.edit('features/1_contas.feature', 'somo 2 e 2', 'somo 3 e 1'));
  assert.match(first, /^features\/1_contas\.feature: 1 cenário mudou\.\n/);
  assert.match(first, /✔ .*Somar dois números/);
  assert.match(first, /^1 cenário: 1 passou/m);
  const second = await project.run(() => project.edit('features/1_contas.feature', 'dá 4', 'dá 5'));
  assert.match(second, /deveria dar 5, mas deu 4/);
  assert.equal(existsSync(path.join(project.folder, 'reports')), false);
});

test('several saves at once make one run', async () => {
  const project = await start();
  const told = await project.run(() => {
    project.edit('features/1_contas.feature', 'somo 1 e 2', 'somo 0 e 3');
    project.edit('features/2_palavras.feature', '"sim"', '"não"');
    project.edit('features/1_contas.feature', 'somo 2 e 2', 'somo 3 e 1');
  });
  assert.match(told, /^features\/1_contas\.feature: 2 cenários mudaram\.\nfeatures\/2_palavras\.feature: 1 cenário mudou\.\n/);
  assert.match(told, /^3 cenários: 3 passaram/m);
});

test('a file of steps runs the scenarios that use its steps, with the steps as they are now', async () => {
  const project = await start();
  const told = await project.run(() => project.edit('step-definitions/soma.ts', 'wanted) throw', 'wanted || true) throw'));
  assert.match(told, /^step-definitions\/soma\.ts mudou\.\n2 cenários usam os passos que mudaram\.\n/);
  assert.match(told, /deveria dar 3, mas deu 3/);
  assert.doesNotMatch(told, /Escrever tudo/);
});

test('what steps stand on runs their scenarios, and what everything stands on the journeys', async () => {
  const project = await start();
  const below = await project.run(() => project.edit('support/numbers/sum.ts', 'one + other', 'one - -other'));
  assert.match(
    below,
    /^support\/numbers\/sum\.ts: passos de step-definitions\/soma\.ts dependem deste arquivo\.\n2 cenários usam/,
  );
  const all = await project.run(() => project.edit('support/world.ts', 'World);', 'World );'));
  assert.match(all, /^support\/world\.ts: tudo depende deste arquivo; rodo os cenários @jornada/);
  assert.match(all, /✔ .*Contar tudo[\s\S]*✔ .*Escrever tudo/);
  assert.match(all, /^2 cenários: 2 passaram/m);
});

test('a slip in a file of steps is told with its place, and the watch goes on', async () => {
  const project = await start();
  project.edit('step-definitions/palavras.ts', '=> {}', '=> {');
  await project.saw(/Não consegui carregar os passos, e nenhum cenário rodou:\n {2}step-definitions\/palavras\.ts:\d+:\d+ {2}/);
  const mended = await project.run(() => project.edit('step-definitions/palavras.ts', '=> {', '=> {}'));
  assert.match(mended, /^1 cenário: 1 passou/m);
});

test('a slip in a feature is shown where it is and nothing runs, until it is mended', async () => {
  const project = await start();
  project.edit('features/1_contas.feature', 'Cenário: Somar dois', 'Cenários: Somar dois');
  await project.saw(/^features\/1_contas\.feature:13:\d+ {2}.*\n +13 \| {5}Cenários: Somar dois números\n/m);
  assert.doesNotMatch(project.output, /Contar tudo/);
  const mended = await project.run(() =>
    project.edit('features/1_contas.feature', 'Cenários: Somar dois', 'Cenário: Juntar dois'),
  );
  assert.match(mended, /^features\/1_contas\.feature: 1 cenário mudou\.\n/);
  assert.match(mended, /Juntar dois números/);
});

test('a new feature runs as a whole, one that goes runs nothing', async () => {
  const project = await start();
  const text = PALAVRAS.replace('Jornada 2 - Palavras', 'Jornada 3 - Frases').replace('tudo', 'frases');
  const told = await project.run(() => project.save('features/3_frases.feature', text));
  assert.match(told, /^features\/3_frases\.feature: 1 cenário mudou\.\n/);
});

test('Ctrl-C during a run ends it with code 0: no process is left, and no folder', async () => {
  const project = await start();
  project.edit('features/1_contas.feature', 'Esperar a resposta', 'Esperar muito');
  await eventually('the step that waits', () => existsSync(path.join(project.folder, 'esperando')));
  project.interrupt();
  await eventually('the end of the watch', () => project.exit !== undefined);
  assert.equal(project.exit, 0, project.output);
  await eventually('no process left', () => !project.survivors);
  assert.deepEqual(project.left, []);
});

test('SIGTERM to the watch alone ends the run too, with code 143', async () => {
  const project = await start();
  project.edit('features/1_contas.feature', 'Esperar a resposta', 'Esperar muito');
  await eventually('the step that waits', () => existsSync(path.join(project.folder, 'esperando')));
  project.process.kill('SIGTERM');
  await eventually('the end of the watch', () => project.exit !== undefined);
  assert.equal(project.exit, 143, project.output);
  await eventually('no process left', () => !project.survivors);
  assert.deepEqual(project.left, []);
});

test('a watch that is killed leaves no process behind', async () => {
  const project = await start();
  project.process.kill('SIGKILL');
  await eventually('no process left', () => !project.survivors);
});
