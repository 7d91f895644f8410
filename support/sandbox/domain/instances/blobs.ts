import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe } from './manifest';

/** The backup storage of one account: each content once, on disk, under its SHA-256. */
export class BlobStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Keeps `content`; how many bytes that added: 0 for a content that was there. */
  keep(content: Buffer): number {
    const file = this.#fileOf(describe(content).sha256);
    if (existsSync(file)) return 0;
    writeFileSync(file, content);
    return content.length;
  }

  /** The content with that hash, which must have been kept. */
  read(sha256: string): Buffer {
    return readFileSync(this.#fileOf(sha256));
  }

  /** Drops every content whose hash is not among `wanted`. */
  prune(wanted: ReadonlySet<string>): void {
    for (const sha256 of readdirSync(this.#folder)) if (!wanted.has(sha256)) rmSync(this.#fileOf(sha256));
  }

  #fileOf(sha256: string): string {
    return path.join(this.#folder, sha256);
  }
}
