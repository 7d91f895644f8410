// @own-process: starts many processes
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const CONTRACT = 'support/contract/dumont.openapi.yaml';
const run = promisify(execFile);

const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'dumont-bundle-')));
const project = path.join(base, 'project');
/** Where the project keeps its bundles; beside it lies what TypeScript compiled, which each test may use again. */
const cache = path.join(project, 'node_modules', '.cache', 'dumont-journeys', 'cli');
let temporary = '';
after(() => rmSync(base, { recursive: true, force: true }));

before(() => {
  mkdirSync(path.join(project, 'node_modules'), { recursive: true });
  for (const name of ['esbuild', 'yaml', 'shlex', 'ts-node', 'typescript', '@types']) {
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(project, 'node_modules', name));
  }
});

/** A project with just what the bundle is built from, and no bundle: these tests change it, and fill its cache. */
beforeEach(() => {
  temporary = mkdtempSync(path.join(base, 'tmp-'));
  rmSync(cache, { recursive: true, force: true });
  for (const file of [
    'package.json',
    'tsconfig.json',
    'support/register.cjs',
    'support/contract',
    'support/shared',
    'support/sandbox/cli',
  ]) {
    cpSync(path.join(ROOT, file), path.join(project, file), { recursive: true });
  }
});

interface Built {
  entry: string;
  /** Packages loaded for it. */
  loaded: string[];
}

async function build(edit = 'undefined'): Promise<Built> {
  const script = `require('./support/sandbox/cli/bundle.ts').buildCli(${edit}).then(({ entry }) => {
    const loaded = ['esbuild', 'yaml'].filter((name) => Object.keys(require.cache).some((file) => file.includes('/' + name + '/')));
    console.log(JSON.stringify({ entry, loaded }));
  }, (error) => { console.log(error.message); process.exit(1); })`;
  const { stdout } = await run(process.execPath, ['-r', './support/register.cjs', '-e', script], {
    cwd: project,
    env: { PATH: process.env.PATH, TMPDIR: temporary },
  });
  return JSON.parse(stdout);
}

async function help(entry: string, ...argv: string[]): Promise<string> {
  return (await run(process.execPath, [entry, ...argv, '--help'], { env: {} })).stdout;
}

/** No folder can be made in a file, whoever asks: read-only for root too. */
const makeCacheUnwritable = (): void => {
  mkdirSync(path.dirname(cache), { recursive: true });
  writeFileSync(cache, '');
};
const ownFolder = (): string => path.join(temporary, `dumont-journeys-${process.getuid?.() ?? 'cli'}`);

test('a bundle is built once, and found again without the builder’s tools', async () => {
  const first = await build();
  assert.deepEqual(first.loaded, ['esbuild', 'yaml']);
  assert.match(path.relative(project, first.entry), /^node_modules\/\.cache\/dumont-journeys\/cli\/[0-9a-f]+\/dumont\.cjs$/);
  assert.match(await help(first.entry), /^dumont /);
  assert.deepEqual(await build(), { entry: first.entry, loaded: [] });
});

test('another contract or another source is another bundle', async () => {
  const first = await build();
  const contract = path.join(project, CONTRACT);
  writeFileSync(contract, readFileSync(contract, 'utf8').replaceAll('sync-start', 'sync-begin'));
  const second = await build();
  assert.notEqual(second.entry, first.entry);
  assert.match(await help(second.entry, 'standby'), /dumont standby sync-begin/);
  assert.match(await help(first.entry, 'standby'), /dumont standby sync-start/);

  appendFileSync(path.join(project, 'support/sandbox/cli/main.ts'), '\nprocess.exitCode = 7;\n');
  assert.notEqual((await build()).entry, second.entry);
});

test('edited sources are another bundle, and the ordinary one stays what it is', async () => {
  const edit = `(file, text) => file === 'support/sandbox/cli/main.ts' ? text.replace("say(\`dumont \${EMBEDDED_VERSION}\`)", "say('edited')") : text`;
  const ordinary = await build();
  const edited = await build(edit);
  assert.notEqual(edited.entry, ordinary.entry);
  assert.equal((await run(process.execPath, [edited.entry, '--version'], { env: {} })).stdout, 'edited\n');
  assert.match((await run(process.execPath, [ordinary.entry, '--version'], { env: {} })).stdout, /^dumont \d/);
  assert.deepEqual(await build(edit), { entry: edited.entry, loaded: [] });
  assert.deepEqual(await build(), { entry: ordinary.entry, loaded: [] });
  assert.doesNotMatch(readFileSync(path.join(project, 'support/sandbox/cli/main.ts'), 'utf8'), /edited/);
});

test('several processes may build at once', async () => {
  const built = await Promise.all([build(), build(), build(), build()]);
  const [entry] = new Set(built.map((each) => each.entry));
  assert.equal(new Set(built.map((each) => each.entry)).size, 1);
  assert.deepEqual(readdirSync(path.dirname(entry ?? '')), ['dumont.cjs']);
});

test('a project that cannot be written has its bundle in the user’s temporary folder', async () => {
  makeCacheUnwritable();
  const { entry } = await build();
  assert.equal(path.dirname(path.dirname(entry)), ownFolder());
  assert.match(await help(entry), /^dumont /);
  assert.deepEqual(await build(), { entry, loaded: [] });
});

test('nothing is started from a temporary folder that others can write', async () => {
  makeCacheUnwritable();
  const { entry } = await build();
  chmodSync(ownFolder(), 0o777);
  await assert.rejects(build(), ({ stdout }: { stdout: string }) => stdout.includes(`${path.dirname(entry)} can be written`));
});

test('nothing is started from a temporary folder that leads elsewhere', async () => {
  makeCacheUnwritable();
  const elsewhere = path.join(temporary, 'elsewhere');
  mkdirSync(elsewhere, { mode: 0o700 });
  symlinkSync(elsewhere, ownFolder());
  await assert.rejects(build());
  assert.deepEqual(readdirSync(elsewhere), []);
});

test('npm run dumont works where its user stands, and passes the exit code on', async () => {
  const here = path.join(temporary, 'here');
  mkdirSync(path.join(here, 'Dockerfile'), { recursive: true });
  const dumont = (...argv: string[]) =>
    run(process.execPath, ['-r', './support/register.cjs', 'support/sandbox/cli/run.ts', ...argv], {
      cwd: project,
      env: { PATH: process.env.PATH, HOME: here, INIT_CWD: here },
    });
  assert.match((await dumont('--help')).stdout, /^dumont /);
  await assert.rejects(dumont('ai-wizard', 'analyze'), ({ code, stdout }: { code: number; stdout: string }) => {
    assert.equal(code, 2);
    assert.match(stdout, /❌ Cannot read Dockerfile in the current directory: EISDIR/);
    return true;
  });
});
