import { createHash, randomBytes } from 'node:crypto';

const FILE_BYTES = 4096;

/** The files that a scenario wrote into its instances: what each of them held, version by version. */
export class WrittenFiles {
  readonly #versions = new Map<string, Buffer[]>();

  /** New random content for a file; the version before it, if any, is remembered. */
  write(name: string): Buffer {
    return this.#add(name, randomBytes(FILE_BYTES));
  }

  /**
   * New random content for a file that was written before.
   * @throws Error in Portuguese when it was not: a "new version" of nothing would be a slip of the feature
   */
  overwrite(name: string): Buffer {
    this.#versionsOf(name);
    return this.write(name);
  }

  /** The content of one file under another name. @throws Error in Portuguese when nothing wrote the first */
  copy(name: string, copy: string): Buffer {
    return this.#add(copy, this.#latest(name));
  }

  /** SHA-256 of what the file holds since it was last written. @throws Error in Portuguese when nothing wrote it */
  latestHash(name: string): string {
    return hashOf(this.#latest(name));
  }

  /** SHA-256 of what the file held at first (1), after being overwritten once (2) and so on. @throws Error in Portuguese when it never had so many */
  versionHash(name: string, version: number): string {
    const versions = this.#versionsOf(name);
    const content = versions[version - 1];
    if (!content) throw new Error(`o arquivo "${name}" não tem uma ${version}ª versão: este cenário gravou ${versions.length}.`);
    return hashOf(content);
  }

  #add(name: string, content: Buffer): Buffer {
    this.#versions.set(name, [...(this.#versions.get(name) ?? []), content]);
    return content;
  }

  #latest(name: string): Buffer {
    return this.#versionsOf(name).at(-1) as Buffer;
  }

  #versionsOf(name: string): readonly Buffer[] {
    const versions = this.#versions.get(name);
    if (versions) return versions;
    throw new Error(
      `nenhum passo gravou o arquivo "${name}"; use antes: Dado que gravei o arquivo "${name}" na instância <...>.`,
    );
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
