import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Environment, environment } from '../shared/environment';
import { whyOf } from '../shared/files';

/** A program of the Chromium family. */
export interface BrowserProgram {
  readonly executable: string;
  /** What it must find in its environment, beside what is there. */
  readonly env: Readonly<Record<string, string>>;
}

/** No browser can be had here. The message is one Portuguese sentence without its full stop, so that it can be a part of another. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];
const PACKAGE = '@sparticuz/chromium';
const UNPACK_PATIENCE_MS = 300_000; // 8 s on a quiet machine
const ROOT = path.resolve(__dirname, '..', '..');

/**
 * A browser that can open and print pages: the one named in CHROME_PATH; else a Chromium, Chrome or Edge of the system; else the one
 * that npm brings, which is unpacked the first time.
 * @param places where the system keeps browsers
 * @throws BrowserMissing when there is none
 */
export function findBrowser(env: Environment, places = usualPlaces(process.platform, env)): BrowserProgram {
  const chosen = env.CHROME_PATH?.trim();
  if (chosen) {
    if (isExecutable(chosen)) return { executable: chosen, env: {} };
    throw new BrowserMissing(`CHROME_PATH="${chosen}" não é um programa que se possa executar`);
  }
  const executable = places.find(isExecutable);
  return executable === undefined ? packagedBrowser() : { executable, env: {} };
}

/** Where a system of that kind keeps its browsers: the folders of the PATH first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix;
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => ON_PATH.map((name) => join(folder, `${name}${suffix}`)));
  return [...onPath, ...installedPlaces(platform, env)];
}

function installedPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [path.posix.join(env.HOME, 'Applications')] : [])];
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return apps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  const packages = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
  return [...folders.flatMap((folder) => ON_PATH.map((name) => `${folder}/${name}`)), ...packages];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The browser of the npm package, which runs on Linux x64 only. */
function packagedBrowser(): BrowserProgram {
  const none = 'não há Chromium, Chrome nem Edge nesta máquina';
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new BrowserMissing(none);
  const version = packageVersion();
  if (version === null) throw new BrowserMissing(`${none}, e o pacote opcional ${PACKAGE} não está instalado`);
  const folder = path.join(ROOT, 'node_modules', '.cache', 'dumont-journeys', `chromium-${version}`);
  const program = programIn(folder);
  try {
    if (!isExecutable(program.executable)) unpack(folder);
  } catch (error) {
    throw new BrowserMissing(`${none}, e o do pacote ${PACKAGE} não serve aqui (${whyOf(error)})`);
  }
  return program;
}

function packageVersion(): string | null {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, 'node_modules', PACKAGE, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}

function programIn(folder: string): BrowserProgram {
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

/** Unpacks aside and renames: several processes may ask at once, and one that is killed leaves no half of a browser. */
function unpack(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    const program = `import('${PACKAGE}').then((chromium) => chromium.default.executablePath())`;
    // The package unpacks below TMPDIR; the libraries that a bare Linux lacks only where it believes that it runs on AWS.
    run(process.execPath, ['-e', program], { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    writeFileSync(path.join(draft, 'fonts.conf'), fontSettings(path.join(folder, 'fonts')));
    const { executable, env } = programIn(draft);
    run(executable, ['--version'], env);
    renameSync(draft, folder);
  } catch (error) {
    if (!isExecutable(programIn(folder).executable)) throw error; // another process was faster
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const { error, status, signal, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    env: { ...environment(), ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: UNPACK_PATIENCE_MS,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(stderr.trim().split('\n').at(-1) || `${path.basename(program)} terminou com ${signal ?? status}`);
}

// cspell:words cachedir fontconfig xdg
/** The fonts of the package beside those of the system, if it has any. */
function fontSettings(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
