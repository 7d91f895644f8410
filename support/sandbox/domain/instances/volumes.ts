import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '../errors';
import { describe, type FileEntry, type Manifest } from './manifest';

/** Where a volume is mounted in the instance. */
export const WORKSPACE = '/workspace';

/**
 * The disk of one instance: a folder with real files. `baseline` is what the backup already knew of it (the image's files, the
 * restored snapshot, the last snapshot taken): the next snapshot is counted against it.
 */
export class Volume {
  baseline: Manifest = new Map();

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Writes a file by its path below /workspace; 422 when the path leads out of it or a folder is in the way. */
  write(name: string, content: Buffer): void {
    const file = path.resolve(this.folder, name);
    const inside = path.relative(this.folder, file);
    if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) {
      throw new DomainError(422, `Not a file below ${WORKSPACE}: ${name}`);
    }
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    } catch (error) {
      throw new DomainError(422, `Cannot write ${name} below ${WORKSPACE}: ${(error as NodeJS.ErrnoException).code}`);
    }
  }

  /** Deletes a file by its path below /workspace; 404 when there is none such. */
  delete(name: string): void {
    if (!this.manifest().has(name)) throw new DomainError(404, `No file ${name} below ${WORKSPACE}`);
    rmSync(path.join(this.folder, name));
  }

  /** The content of a file that a manifest of this volume names. */
  read(name: string): Buffer {
    return readFileSync(path.join(this.folder, name));
  }

  /** What is on the disk now, hashed afresh. */
  manifest(): Manifest {
    const files = readdirSync(this.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const entries = files.map((file): [string, FileEntry] => {
      const full = path.join(file.parentPath, file.name);
      return [path.relative(this.folder, full).split(path.sep).join('/'), describe(readFileSync(full))];
    });
    return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  /** Empties a folder below /workspace (`''` for all of it). */
  clear(folder: string): void {
    rmSync(path.join(this.folder, folder), { recursive: true, force: true });
    mkdirSync(path.join(this.folder, folder), { recursive: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The folder below /workspace that an absolute path of the instance names: `''` for /workspace itself, else with a slash at its end. 400 outside. */
export function folderBelowWorkspace(absolute: string): string {
  const normal = path.posix.normalize(`${absolute}/`);
  if (!normal.startsWith(`${WORKSPACE}/`)) throw new DomainError(400, `Path ${absolute} is not below ${WORKSPACE}`);
  return normal.slice(WORKSPACE.length + 1);
}
