import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { DomainError } from '../errors';
import type { BlobStore } from './blobs';
import type { Instance } from './instances';
import { type Changes, compare, type Manifest, withFolder, within } from './manifest';
import { folderBelowWorkspace, type Volume } from './volumes';

const SHORT = 8;

/** What an instance held at one moment. It outlives the instance. */
export interface Snapshot {
  /** 64 hexadecimal digits; the first eight are as good (resolutions J3). */
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly instanceId: number;
  readonly createdAt: Date;
  /** The folder of the instance that was saved. */
  readonly path: string;
  /** Names are relative to /workspace, whatever `path` is. */
  readonly manifest: Manifest;
  /** Against what the backup knew of the instance before. */
  readonly changes: Changes;
  /** Content that the storage did not have yet. */
  readonly bytesAdded: number;
  readonly durationMs: number;
  /** The machine it was taken of, for a restore that does not say what it wants. */
  readonly origin: Instance['order'];
}

export function shortIdOf({ id }: Snapshot): string {
  return id.slice(0, SHORT);
}

/** The snapshots of one account, over its backup storage. */
export class Snapshots {
  readonly #byId = new Map<string, Snapshot>();
  readonly #store: BlobStore;
  readonly #clock: Clock;

  constructor(store: BlobStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Newest first. */
  list(): Snapshot[] {
    return [...this.#byId.values()].reverse();
  }

  /**
   * Saves what a folder of the instance holds now; the next snapshot is counted against this one. 400 for a path outside /workspace or
   * a folder that holds nothing: whoever misspells it must not believe that it was saved.
   */
  take(instance: Instance, { name, tags, path }: { name: string; tags: readonly string[]; path: string }): Snapshot {
    const started = performance.now();
    const { volume } = instance;
    const folder = folderBelowWorkspace(path);
    const manifest = within(volume.manifest(), folder);
    if (folder !== '' && manifest.size === 0) throw new DomainError(400, `No files in ${path}`);
    const bytesAdded = this.#keep(volume, manifest);
    const snapshot: Snapshot = {
      id: this.#freshId(),
      name,
      tags,
      instanceId: instance.id,
      createdAt: this.#clock.now(),
      path,
      manifest,
      changes: compare(within(volume.baseline, folder), manifest),
      bytesAdded,
      durationMs: performance.now() - started,
      origin: instance.order,
    };
    volume.baseline = withFolder(volume.baseline, folder, manifest);
    this.#byId.set(snapshot.id, snapshot);
    return snapshot;
  }

  /** By id or short id; 404 when this account has none such. */
  find(id: string): Snapshot {
    const wanted = id.toLowerCase();
    const found = this.#byId.get(wanted) ?? this.list().find((snapshot) => shortIdOf(snapshot) === wanted);
    if (!found) throw new DomainError(404, `Snapshot ${id} not found`);
    return found;
  }

  /** By id or short id; 404 as in `find`. */
  delete(id: string): void {
    this.#byId.delete(this.find(id).id);
  }

  /** Makes a folder of the volume (`folderBelowWorkspace`; all of it when left out) hold the files of the snapshot and nothing else; how many. */
  restore({ manifest }: Snapshot, volume: Volume, folder = ''): number {
    volume.clear(folder);
    for (const [name, { sha256 }] of manifest) volume.write(folder + name, this.#store.read(sha256));
    const restored = new Map([...manifest].map(([name, entry]) => [folder + name, entry]));
    volume.baseline = withFolder(volume.baseline, folder, restored);
    return manifest.size;
  }

  #keep(volume: Volume, manifest: Manifest): number {
    return [...manifest.keys()].reduce((added, name) => added + this.#store.keep(volume.read(name)), 0);
  }

  #freshId(): string {
    const id = randomBytes(32).toString('hex');
    return this.list().some((snapshot) => snapshot.id.startsWith(id.slice(0, SHORT))) ? this.#freshId() : id;
  }
}
