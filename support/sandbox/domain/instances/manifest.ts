import { createHash } from 'node:crypto';

export interface FileEntry {
  readonly sha256: string;
  readonly bytes: number;
}

/** The files of a volume or snapshot, by their path below /workspace. */
export type Manifest = ReadonlyMap<string, FileEntry>;

export interface Changes {
  readonly created: number;
  readonly changed: number;
  readonly unmodified: number;
}

export function describe(content: Buffer): FileEntry {
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

/** What `after` has that `before` had not, had otherwise, and had as it is. */
export function compare(before: Manifest, after: Manifest): Changes {
  let created = 0;
  let changed = 0;
  for (const [name, { sha256 }] of after) {
    const former = before.get(name);
    if (!former) created++;
    else if (former.sha256 !== sha256) changed++;
  }
  return { created, changed, unmodified: after.size - created - changed };
}

/** The part of a manifest that lies in a folder (`''` for all of it). */
export function within(manifest: Manifest, folder: string): Manifest {
  return new Map([...manifest].filter(([name]) => name.startsWith(folder)));
}

/** `manifest` with the files of a folder replaced by `replacement`. */
export function withFolder(manifest: Manifest, folder: string, replacement: Manifest): Manifest {
  return new Map([...[...manifest].filter(([name]) => !name.startsWith(folder)), ...replacement]);
}

export function totalBytes(manifest: Manifest): number {
  return [...manifest.values()].reduce((total, { bytes }) => total + bytes, 0);
}

/** The hashes alone, as plain JSON. */
export function hashesOf(manifest: Manifest): Record<string, string> {
  return Object.fromEntries([...manifest].map(([name, { sha256 }]) => [name, sha256]));
}
