import { readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where programs keep what is theirs below a HOME. */
const FOLDERS = ['', '.config', '.cache', '.local/share', '.local/state', 'Library/Application Support'];

/** How the files were that a CLI of the suite has no business with: itself, and what the user's own HOME has of it. */
export interface Witness {
  /** The CLI's own file, where it changed since. */
  changedItself(): boolean;
  /** A file of the user's HOME that came or changed since; null for none. */
  touchedInHome(): string | null;
}

/** Looks at the files now, to compare with them later. */
export function watchFiles(cli: string, home: string = homedir()): Witness {
  const [itself, files] = [stampOf(realPath(cli)), filesOf(home)];
  return {
    changedItself: () => stampOf(realPath(cli)) !== itself,
    touchedInHome() {
      const touched = [...filesOf(home)].find(([file, stamp]) => files.get(file) !== stamp);
      return touched?.[0] ?? null;
    },
  };
}

/** The files of the CLI in a HOME, one folder deep, each with what changes when it is written. */
function filesOf(home: string): Map<string, string | null> {
  const own = FOLDERS.flatMap((folder) => entriesOf(path.join(home, folder)).filter(isOfTheCli));
  const files = own.flatMap((file) => [file, ...entriesOf(file)]);
  return new Map(files.flatMap((file) => (isFolder(file) ? [] : [[file, stampOf(file)]])));
}

function isOfTheCli(file: string): boolean {
  return /^\.?dumont(?:[_.]|$)/.test(path.basename(file));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return []; // no folder, or not ours to read
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function stampOf(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? [stats.ino, stats.size, stats.mtimeMs].join(' ') : null;
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
