import { fstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IFormatterOptions } from '@cucumber/cucumber';
import { replaceFile, whyOf } from '../../shared/files';
import { reportPaths } from '../report-paths';
import { RunFormatter } from '../run-formatter';
import { renderPage } from './render';

/**
 * The HTML report: one page in Portuguese that asks nothing of the network. It appears whole, as `cucumber.html` in the folder that
 * `formatOptions.reportsFolder` names; without one, in place of the file the formatter was given, provided that `formatOptions.reports` names
 * it (cucumber-js opens the file but does not tell its path); otherwise the page goes through the stream cucumber-js opened.
 */
export default class CompatibleReport extends RunFormatter {
  private readonly candidates: readonly string[];
  private readonly folder: string | null;

  constructor(options: IFormatterOptions) {
    super(options);
    const { reportsFolder } = options.parsedArgvOptions;
    this.folder = typeof reportsFolder === 'string' ? path.resolve(options.cwd, reportsFolder) : null;
    this.candidates = reportPaths(options.parsedArgvOptions.reports).map((file) => path.resolve(options.cwd, file));
  }

  protected override conclude(): void {
    let target: string | undefined;
    try {
      target = this.folder === null ? this.target() : path.join(this.folder, 'cucumber.html');
      const page = renderPage(this.collected);
      if (target) replaceFile(target, page);
      else this.log(page);
    } catch (error) {
      if (this.folder !== null && (error as NodeJS.ErrnoException).code === 'ENOSPC') return; // the other outputs tell that the disk is full
      const where = target ? ` em ${path.relative(this.cwd, target)}` : '';
      process.stderr.write(`O relatório HTML não pôde ser gravado${where}: ${whyOf(error)}. O resultado da execução não muda.\n`);
    }
  }

  /** The one of the announced reports that is the very file behind the stream. */
  private target(): string | undefined {
    const descriptor: unknown = 'fd' in this.stream ? this.stream.fd : undefined;
    if (typeof descriptor !== 'number') return undefined;
    const { dev, ino, nlink } = fstatSync(descriptor);
    if (nlink === 0) throw new Error('o arquivo foi apagado durante a execução');
    return this.candidates.find((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found?.dev === dev && found.ino === ino;
    });
  }
}
