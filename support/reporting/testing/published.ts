import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderPage } from '../cucumber-html-reporter/render';
import type { Run } from '../model/run';
import { readRun } from '../read-run';
import type { SiteContext } from '../site/context';
import { documentation } from '../site/documentation';
import { singleFile } from '../site/single-file';
import { Probe } from './probe';

/** The documentation of a suite, written to a folder as it is published. */
export class Published {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'dumont-site-'));
  readonly #probe: Probe;
  run: Run | null = null;

  constructor(files: Readonly<Record<string, string>>) {
    this.#probe = new Probe(files);
  }

  /** Runs the suite and writes what is made of it. @param args of cucumber-js */
  async publish(args: readonly string[], context: SiteContext): Promise<void> {
    await this.#probe.run(args);
    this.run = await readRun([path.join(this.#probe.folder, 'reports/messages.ndjson')]);
    mkdirSync(path.join(this.folder, 'documentacao'));
    for (const { name, content } of documentation(this.run, context)) writeFileSync(this.page(name), content);
    writeFileSync(path.join(this.folder, 'documentacao.html'), singleFile(this.run, context));
    writeFileSync(path.join(this.folder, 'cucumber.html'), renderPage(this.run));
  }

  /** The whole path of a page. */
  page(name: string): string {
    return path.join(this.folder, 'documentacao', name);
  }

  /** All HTML files, whole paths. */
  files(): string[] {
    return [
      ...readdirSync(path.join(this.folder, 'documentacao')).map((name) => this.page(name)),
      path.join(this.folder, 'documentacao.html'),
      path.join(this.folder, 'cucumber.html'),
    ];
  }

  remove(): void {
    this.#probe.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
