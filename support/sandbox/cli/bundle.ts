import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plugin } from 'esbuild';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const CONTRACT_FOLDER = 'support/contract';
const CONTRACT = `${CONTRACT_FOLDER}/dumont.openapi.yaml`;
const PACKAGE = 'package.json';
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'dumont-journeys', 'cli');

/** The folders of the CLI's sources: its own and the grammar of its commands. */
const SOURCES: readonly string[] = ['support/sandbox/cli', `${CONTRACT_FOLDER}/commands`];

/** What the CLI uses of shared. */
const SHARED = ['support/shared/environment.ts', 'support/shared/spelling.ts'];

/** Whether the CLI is made of this file, named from the project's root. */
export function isCliSource(file: string): boolean {
  return SOURCES.includes(path.posix.dirname(file));
}

/** What a source file says in place of `text`, for a CLI that is to be built otherwise; `file` is its name from the project's root. */
export type SourceEdit = (file: string, text: string) => string;

/** Texts by the names of their files, from the project's root. */
type Sources = ReadonlyMap<string, string>;

function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function modulesOf(folder: string): string[] {
  const names = readdirSync(path.join(ROOT, folder)).filter((name) => /(?<!\.test|\.types|\.fixture)\.ts$/.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** The CLI's own source files, as they are to be bundled. */
function readSources(edit: SourceEdit): Sources {
  return new Map([...SOURCES.flatMap(modulesOf), ...SHARED].map((file) => [file, edit(file, readText(file))]));
}

/** Changes with everything the bundle is made from: the sources, the contract and what reads it, the versions in package.json. */
function contentKey(sources: Sources, contract: string): string {
  const readers = [...modulesOf(CONTRACT_FOLDER), PACKAGE].map((file) => [file, readText(file)] as const);
  const hash = createHash('sha1');
  for (const [name, text] of [...sources, [CONTRACT, contract] as const, ...readers])
    hash.update(`${name}\0`).update(text).update('\0');
  return hash.digest('hex').slice(0, 20);
}

/** The user's own corner of the temporary folder, where a read-only project keeps its bundle. */
function temporaryFolder(): string {
  return path.join(tmpdir(), `dumont-journeys-${process.getuid?.() ?? 'cli'}`);
}

/** Anybody may write in the temporary folder: what is started from there has to lie in a folder that is ours and only ours. */
function isOurs(folder: string): boolean {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return false;
  return process.getuid === undefined || (status.uid === process.getuid() && (status.mode & 0o022) === 0);
}

/** Hands the bundler the very texts that the key was made of, instead of what the disk says by then; another file is not in the key. */
function sourcesFrom(sources: Sources): Plugin {
  return {
    name: 'sources',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const contents = sources.get(path.relative(ROOT, file).replaceAll(path.sep, '/'));
        return contents === undefined
          ? { errors: [{ text: `${file} is not one of the CLI's sources` }] }
          : { contents, loader: 'ts' };
      });
    },
  };
}

/** The builder's own tools are loaded here and not above: a hit needs none of them. */
async function compile(sources: Sources, contract: string): Promise<string> {
  const { build } = require('esbuild') as typeof import('esbuild');
  const { Contract } = require('../../contract/contract') as typeof import('../../contract/contract');
  const { readDocument } = require('../../contract/document') as typeof import('../../contract/document');
  const { version } = JSON.parse(readText(PACKAGE)) as { version: string };
  const { commands } = new Contract(readDocument(contract));
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    plugins: [sourcesFrom(sources)],
    define: { EMBEDDED_COMMANDS: JSON.stringify(commands), EMBEDDED_VERSION: JSON.stringify(version) },
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error('esbuild wrote nothing');
  return text;
}

/** Written aside and renamed: several processes may build at once, and none may start half a file. */
function store(entry: string, code: string): boolean {
  try {
    mkdirSync(path.dirname(entry), { recursive: true, mode: 0o755 });
    const draft = `${entry}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, entry);
    return true;
  } catch {
    return false;
  }
}

/**
 * The embedded CLI as one file that bare Node starts: `process.execPath entry ...argv`. Built when no bundle of the present
 * sources and contract is at hand; a hit costs the reading of those files and loads neither esbuild nor the YAML parser.
 * With an `edit` it is another bundle, with a place of its own. It lies in node_modules/.cache or, where that cannot be written,
 * in the user's temporary folder.
 * @throws Error when the contract's commands do not fit together, or no folder can be written
 */
export async function buildCli(edit: SourceEdit = (_, text) => text): Promise<{ entry: string }> {
  const sources = readSources(edit);
  const contract = readText(CONTRACT);
  const inside = path.join(contentKey(sources, contract), 'dumont.cjs');
  const own = path.join(CACHE, inside);
  const fallback = path.join(temporaryFolder(), inside);
  if (existsSync(own)) return { entry: own };
  if (isOurs(temporaryFolder()) && existsSync(fallback)) return { entry: fallback };

  const code = await compile(sources, contract);
  if (store(own, code)) return { entry: own };
  mkdirSync(temporaryFolder(), { recursive: true, mode: 0o700 });
  if (isOurs(temporaryFolder()) && store(fallback, code)) return { entry: fallback };
  throw new Error(`neither ${path.dirname(own)} nor ${path.dirname(fallback)} can be written`);
}
